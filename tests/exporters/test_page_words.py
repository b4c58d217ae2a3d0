"""Looking at pages: words found where they are, and PDFium asked by several threads at once without harm."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Document, Paragraph, Text
from desktop_app.common.errors import UserError
from desktop_app.exporters.page_image import page_image
from desktop_app.exporters.page_words import find_words, page_text
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build


@pytest.fixture(scope="module")
def pdf() -> bytes:
    lines = tuple(Paragraph(Text(f"Paragraph {n} about the harbour wall and its lamps. " * 6)) for n in range(40))
    last = Paragraph(Text("The ŵyl ended at the lighthouse."))
    document = Document("briefing", Text("A title"), Text("A subtitle"), Text("A body"), Text("Draft"), (*lines, last))
    return build(AnonymisedDocument(document, "public", frozenset(), 0, 0), "pdf")


def test_words_are_found_on_the_last_page_and_case_is_not_looked_at(pdf: bytes) -> None:
    _, pages = page_image(pdf, 0, 40)
    assert pages > 1
    (spot,) = find_words(pdf, ["LIGHTHOUSE"])["LIGHTHOUSE"]
    assert spot.page == pages - 1
    assert "ŵyl ended at the lighthouse" in " ".join(page_text(pdf, pages - 1).split())


def test_part_of_a_word_is_not_that_word(pdf: bytes) -> None:
    assert find_words(pdf, ["light"])["light"] == ()


def test_what_is_no_pdf_is_said(pdf: bytes) -> None:
    for look in (lambda: find_words(b"no", ["a"]), lambda: page_text(b"no", 0), lambda: page_image(b"no", 0, 10)):
        with pytest.raises(UserError):
            look()


def test_several_threads_may_look_at_once(pdf: bytes) -> None:
    wanted = find_words(pdf, ["harbour"])

    def look(turn: int) -> bool:
        if turn % 3 == 0:
            return read_bytes(pdf, "a.pdf").format == "pdf"
        if turn % 3 == 1:
            return find_words(pdf, ["harbour"]) == wanted
        return page_image(pdf, turn % 4, 200)[1] > 1

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(look, range(24)))
