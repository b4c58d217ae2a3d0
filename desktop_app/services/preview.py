"""The pages of a rendering as pictures, before anything is decided or written."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.anonymise.result import AnonymisedDocument, Rendering
from desktop_app.exporters.page_image import page_image
from desktop_app.exporters.page_paragraphs import find_paragraphs
from desktop_app.exporters.page_words import Spot, find_words, page_text
from desktop_app.exporters.write import build

__all__ = ["Spot", "page_text", "paragraphs_on_pages", "preview_page", "preview_pdf", "words_on_pages"]


def preview_pdf(rendering: Rendering, profile: str) -> bytes:
    """The PDF as it would print today. It stays in memory: what is undecided in it must never reach a disk."""
    document = rendering.anonymised or AnonymisedDocument(rendering.preview, profile, frozenset(), 0, 0)
    return build(document, "pdf")


def preview_page(pdf: bytes, *, page: int, width_px: int) -> tuple[bytes, int]:
    """(PNG of page `page` from 0, `width_px` wide; how many pages there are)."""
    return page_image(pdf, page, width_px)


def paragraphs_on_pages(pdf: bytes, paragraphs: Sequence[str]) -> list[tuple[Spot, ...]]:
    """Where each paragraph stands, a spot a line, in their order; none for one that is not on the pages."""
    return find_paragraphs(pdf, paragraphs)


def words_on_pages(pdf: bytes, words: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Where each of `words` stands on the pages, so that it can be marked over the picture and never in the file."""
    return find_words(pdf, words)
