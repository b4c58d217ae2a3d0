"""The pages of a rendering as pictures, before anything is decided or written."""

from __future__ import annotations

from desktop_app.anonymise.result import AnonymisedDocument, Rendering
from desktop_app.common.ids import new_uid
from desktop_app.exporters.page_image import page_images
from desktop_app.exporters.write import write
from desktop_app.storage.private import quarantine_folder


def preview_pdf(rendering: Rendering, profile: str) -> bytes:
    """The PDF as it would print today. It stays in memory: what is undecided in it must not reach a folder."""
    document = rendering.anonymised or AnonymisedDocument(rendering.preview, profile, frozenset(), 0, 0)
    quarantined = quarantine_folder() / f"{new_uid()}.pdf"
    try:
        write(document, quarantined, "pdf")
        return quarantined.read_bytes()
    finally:
        quarantined.unlink(missing_ok=True)


def preview_page(pdf: bytes, *, page: int, width_px: int) -> tuple[bytes, int]:
    """(PNG of page `page` from 0, `width_px` wide; how many pages there are)."""
    return page_images(pdf, page, width_px)
