"""The list of sections that a long document begins with."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import page
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Bullets, Cell, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.contents import contents_of, pages_about
from desktop_app.exporters.docx.build import build_docx
from desktop_app.exporters.pdf.build import build_pdf
from desktop_app.exporters.reader import read_bytes

SENTENCE = "Nobody laid the nine contacts side by side until he had been missing overnight, and then it was late. "


def _document(sections: int, sentences: int, **changes: bool) -> Document:
    row = (Cell((Text("1"),)), Cell((Text(SENTENCE * 2),)))
    table = Table((Text("No"), Text("What")), (row,) * 3, (1.0, 6.0))
    blocks = [
        block
        for number in range(1, sections + 1)
        for block in (
            Heading(Text(f"Section & <part> {number}, Tŷ Ŵyn")),
            Heading(Text("Under it"), 2),
            Paragraph(Text(SENTENCE * sentences)),
            Bullets((Text(SENTENCE), Text(SENTENCE))),
            Quote(Text(SENTENCE), Text("Mother")),
            table,
        )
    ]
    empty = Text("")
    return Document(
        "overview", Text("Learning review"), Text("Overview report"), empty, empty, tuple(blocks), **changes
    )


@pytest.fixture(scope="module")
def long() -> Document:
    return _document(9, 14)


@pytest.fixture(scope="module")
def pdf(long: Document) -> bytes:
    return build_pdf(long, "", NoProgress())


def test_short_documents_few_sections_and_panels_have_none(long: Document) -> None:
    assert len(contents_of(long)) == 9
    assert contents_of(_document(3, 1)) == ()
    assert contents_of(_document(2, 400)) == ()
    assert contents_of(replace(long, panels=True)) == ()
    bare = tuple(replace(b, text=Text(" ")) if isinstance(b, Heading) else b for b in long.blocks)
    assert contents_of(replace(long, blocks=bare)) == ()


@pytest.mark.parametrize(("sections", "sentences", "landscape"), [(9, 14, False), (4, 40, False), (12, 3, True)])
def test_pages_are_reckoned_to_within_a_fifth(sections: int, sentences: int, landscape: bool) -> None:
    document = _document(sections, sentences, landscape=landscape)
    with pypdfium2.PdfDocument(build_pdf(document, "", NoProgress())) as made:
        assert 0.8 * len(made) - 1 <= pages_about(document) <= 1.2 * len(made)


def _texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as made:
        found = []
        for sheet in made:
            text = sheet.get_textpage()
            found.append(" ".join(text.get_text_range().split()))
            text.close()
            sheet.close()
    return found


def test_each_page_number_is_that_of_the_heading(pdf: bytes) -> None:
    pages = _texts(pdf)
    assert len(pages) > 6
    listed = re.findall(r"(Section & <part> \d+, Tŷ Ŵyn) (\d+)", pages[0])
    assert [words for words, _ in listed] == [f"Section & <part> {n}, Tŷ Ŵyn" for n in range(1, 10)]
    for words, number in listed:
        rest = pages[int(number) - 1].rpartition("Contents")[2] if int(number) == 1 else pages[int(number) - 1]
        assert words in rest
    assert int(listed[0][1]) == 1
    assert int(listed[-1][1]) > 4


def test_each_line_leads_to_its_heading_and_is_read_out_as_a_link(pdf: bytes) -> None:
    assert page.is_pdf_compliant_bytes(pdf, profile="ua1")
    numbers = [int(number) for _, number in re.findall(r"(Tŷ Ŵyn) (\d+)", _texts(pdf)[0])]
    with pikepdf.open(BytesIO(pdf)) as opened:
        sheets = [sheet.obj.objgen for sheet in opened.pages]
        annotations = list(opened.pages[0].Annots)
        assert [sheets.index(one.Dest[0].objgen) + 1 for one in annotations] == numbers
        assert [str(one.Contents) for one in annotations] == [f"Section & <part> {n}, Tŷ Ŵyn" for n in range(1, 10)]
        tops = [(number, -float(one.Dest[3])) for number, one in zip(numbers, annotations, strict=True)]
        assert tops == sorted(tops), "further down with each line"
        tree = opened.Root.StructTreeRoot
        owners = dict(zip(list(tree.ParentTree.Nums)[::2], list(tree.ParentTree.Nums)[1::2], strict=True))
        for entry, one in zip(_list_of(tree.K), annotations, strict=True):
            assert str(entry.S) == "/TOCI"
            link = entry.K[0].K[0]
            assert (str(entry.K[0].S), str(link.S)) == ("/Reference", "/Link")
            assert owners[one.StructParent].objgen == link.objgen
            assert [kid.Obj.objgen for kid in link.K if isinstance(kid, pikepdf.Dictionary)] == [one.objgen]


def _list_of(element: Any) -> list[Any]:
    kids = list(element.K) if "/K" in element else []
    found = [kid for kid in kids if str(kid.S) == "/TOC"]
    assert len(found) == 1
    assert [str(kid.S) for kid in kids[: kids.index(found[0])]] == ["/H1", "/P", "/H2"]
    return list(found[0].K)


def test_the_same_bytes_again(long: Document, pdf: bytes) -> None:
    assert build_pdf(long, "", NoProgress()) == pdf
    assert build_docx(long, "", NoProgress()) == build_docx(long, "", NoProgress())


def test_in_word_the_list_is_written_out_and_leads_there(long: Document) -> None:
    body = docx.Document(BytesIO(build_docx(long, "", NoProgress()))).element.body
    lines = [one for one in body.iter(qn("w:p")) if _style(one) == "TOC1"]
    said = ["".join(text.text for text in line.iter(qn("w:t"))) for line in lines]
    assert said == [f"Section & <part> {n}, Tŷ Ŵyn" for n in range(1, 10)]
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    places = {mark.get(qn("w:name")): mark.getparent() for mark in body.iter(qn("w:bookmarkStart"))}
    assert [_style(places[anchor]) for anchor in anchors] == ["Heading1"] * 9
    assert ["".join(t.text for t in places[anchor].iter(qn("w:t"))) for anchor in anchors] == said
    kinds = [mark.get(qn("w:fldCharType")) for mark in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else str(found.get(qn("w:val")))


def test_the_list_says_nothing_that_the_document_does_not(long: Document, pdf: bytes) -> None:
    word = build_docx(long, "", NoProgress())
    for data, name in ((pdf, "o.pdf"), (word, "o.docx")):
        seen = read_bytes(data, name)
        assert seen.findings == ()
        assert not any("_Toc" in part.text or "TOC" in part.text for part in seen.parts)


def test_a_short_document_is_as_it_was(briefing: AnonymisedDocument) -> None:
    assert contents_of(briefing.document) == ()
    with pikepdf.open(BytesIO(build_pdf(briefing.document, "", NoProgress()))) as opened:
        assert not any("/Annots" in sheet for sheet in opened.pages)
