"""Where whole paragraphs stand on the pages of a finished PDF, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.exporters.page_image import unshown
from desktop_app.exporters.page_words import Spot
from desktop_app.exporters.pdfium import PDFIUM, opened

_HEAD = 40  # letters that find a paragraph whose end stands on another page, or after something else


def find_paragraphs(pdf: bytes, paragraphs: Sequence[str]) -> list[tuple[Spot, ...]]:
    """A spot a line, for each of `paragraphs` from the one before on; none for one that is not there.

    Only letters and figures are looked at: how a line was broken or a word divided does not matter. Raises as
    `page_image` does.
    """
    import pypdfium2

    try:
        with opened(pdf) as document, PDFIUM:
            pages = [document[number] for number in range(len(document))]
            texts = [page.get_textpage() for page in pages]
            try:
                return _found(pages, texts, paragraphs)
            finally:
                for text, page in zip(texts, pages, strict=True):
                    text.close()
                    page.close()
    except pypdfium2.PdfiumError as error:
        raise unshown() from error


def _found(pages: Sequence[Any], texts: Sequence[Any], paragraphs: Sequence[str]) -> list[tuple[Spot, ...]]:
    places = [
        (number, index, letter)
        for number, text in enumerate(texts)
        for index, letter in enumerate(text.get_text_range())
        if letter.isalnum()
    ]
    stream = "".join(letter.lower()[:1] for _, _, letter in places)
    found: list[tuple[Spot, ...]] = []
    at = 0
    for paragraph in paragraphs:
        wanted = "".join(letter.lower()[:1] for letter in paragraph if letter.isalnum())
        start, length = _place(stream, wanted, at)
        spots: list[Spot] = []
        for number, first, last in _runs(places[start : start + length]):
            spots += _lines(pages[number], texts[number], number, first, last)
        found.append(tuple(spots))
        at = start + length if length else at
    return found


def _place(stream: str, wanted: str, at: int) -> tuple[int, int]:
    """(where, how long) in the stream; (0, 0) when it is not there."""
    for part in (wanted, wanted[:_HEAD]) if wanted else ():
        for begin in (at, 0):
            start = stream.find(part, begin)
            if start >= 0:
                return start, len(part)
    return 0, 0


def _runs(places: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, int]]:
    """(page, first letter, last letter) of a stretch, one a page."""
    runs: dict[int, tuple[int, int]] = {}
    for number, index, _ in places:
        first, _last = runs.get(number, (index, index))
        runs[number] = (first, index)
    return [(number, first, last) for number, (first, last) in runs.items()]


def _lines(page: Any, text: Any, number: int, first: int, last: int) -> list[Spot]:
    width, height = page.get_size()
    spots = []
    for index in range(text.count_rects(first, last - first + 1)):
        left, bottom, right, top = text.get_rect(index)
        spots.append(Spot(number, left / width, 1 - top / height, right / width, 1 - bottom / height))
    return spots
