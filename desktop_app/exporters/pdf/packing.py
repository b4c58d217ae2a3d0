"""The same PDF with its small objects packed together: the structure tree of a long table is most of its size."""

from __future__ import annotations

from io import BytesIO

LARGE = 256 * 1024  # bytes: below that nobody would notice, and above it the time is well spent


def packed(pdf: bytes) -> bytes:
    """Objects in compressed streams (ISO 32000-1, 7.5.7). The same bytes in give the same bytes out."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
            min_version="1.7",
        )
    return out.getvalue()
