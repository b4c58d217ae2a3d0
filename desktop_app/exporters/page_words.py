"""Where words stand on the pages of a finished PDF, for marking them over the picture of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.exporters.page_image import unshown
from desktop_app.exporters.pdfium import PDFIUM, opened


@dataclass(frozen=True, slots=True)
class Spot:
    """One line of some words on page `page` (from 0): shares of the page's width and height, from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


def find_words(pdf: bytes, words: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    """Every place where each of `words` stands, in page order; case is not looked at. Raises as `page_image` does."""
    import pypdfium2

    found: dict[str, list[Spot]] = {word: [] for word in words}
    try:
        with opened(pdf) as document:
            for number in range(len(document)):
                with PDFIUM:
                    _search_page(document[number], number, found)
    except pypdfium2.PdfiumError as error:
        raise unshown() from error
    return {word: tuple(spots) for word, spots in found.items()}


def page_text(pdf: bytes, page: int) -> str:
    """The words of page `page` (from 0), in reading order. Raises as `page_image` does."""
    import pypdfium2

    try:
        with opened(pdf) as document, PDFIUM:
            shown = document[min(max(page, 0), len(document) - 1)]
            text = shown.get_textpage()
            words: str = text.get_text_range()
            text.close()
            shown.close()
    except pypdfium2.PdfiumError as error:
        raise unshown() from error
    return words


def _search_page(page: Any, number: int, found: dict[str, list[Spot]]) -> None:
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        for word, spots in found.items():
            if not word.strip():
                continue
            searcher = text.search(word, match_whole_word=True)
            while (hit := searcher.get_next()) is not None:
                for index in range(text.count_rects(*hit)):
                    left, bottom, right, top = text.get_rect(index)
                    spots.append(Spot(number, left / width, 1 - top / height, right / width, 1 - bottom / height))
            searcher.close()
    finally:
        text.close()
        page.close()
