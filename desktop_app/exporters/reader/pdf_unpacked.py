"""The bytes of one stream of a PDF, unpacked as far as anybody would want to read them, and what stands behind them."""

from __future__ import annotations

import contextlib
import zlib
from typing import Any

import pikepdf

from desktop_app.exporters.reader.refusals import too_large
from desktop_app.exporters.reader.unpack import is_swollen, most_of

_PIECE = 64  # bytes of a damaged stream that are tried together
_MOST_FILTERED = 64 * 2**20  # bytes out of any one filter
_MOST_SAMPLES = 16 * 2**20  # bytes of a picture: a page scanned in grey, and no words in what is left
_FILTERS = 8  # that are undone one after the other

# For all of the process, and never set again: the library has no other way.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=_MOST_FILTERED,
    png_max_memory=_MOST_FILTERED,
    tiff_max_memory=_MOST_FILTERED,
    run_length_max_memory=_MOST_FILTERED,
    max_stream_filters=_FILTERS,
)


def stream_bytes(item: Any, name: str, budget: list[int]) -> tuple[bytes, bytes]:
    """(the stream unpacked, what stands behind the end of what was packed).

    `budget` holds how many bytes may still be unpacked of the file. Raises UserError ("too-large").
    """
    raw: bytes = item.read_raw_bytes()
    is_picture = item.get("/Subtype") == "/Image"
    most = min(budget[0], _MOST_SAMPLES if is_picture else most_of(len(raw))) + 1
    behind = b""
    if item.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in item:
        data, behind = _inflated(raw, most)
    else:
        try:
            data = bytes(item.read_bytes(pikepdf.StreamDecodeLevel.specialized))
        except (pikepdf.PdfError, pikepdf.DependencyError, NotImplementedError) as error:
            if "limit exceeded" in str(error) and not is_picture:
                raise too_large(name) from error
            data = raw  # a filter for pictures: what it holds is read as it lies
    budget[0] -= len(data)
    if budget[0] < 0 or (not is_picture and is_swollen(len(raw), len(data))):
        raise too_large(name)
    return data, behind


def _inflated(raw: bytes, most: int) -> tuple[bytes, bytes]:
    """What can be unpacked, and no more than `most` bytes; of damaged bytes as they lie, too."""
    whole = zlib.decompressobj()
    try:
        data = whole.decompress(raw, most)
    except zlib.error:
        return _as_far_as_it_goes(raw, most), b""
    return data, whole.unused_data


def _as_far_as_it_goes(raw: bytes, most: int) -> bytes:
    whole, data = zlib.decompressobj(), bytearray()
    with contextlib.suppress(zlib.error):
        for at in range(0, len(raw), _PIECE):
            data += whole.decompress(raw[at : at + _PIECE], most)
            if len(data) >= most:
                break
    return bytes(data) + b"\n" + raw
