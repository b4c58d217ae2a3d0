"""Every kind of output against an independent reading of PDF/UA-1, which is seen to catch what is broken on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import page
import pikepdf
import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Document, Heading, Paragraph, Table, Text
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.exporters.write import build

Made = Callable[[OutputKind, ProfileName], AnonymisedDocument]
RULES = 104


def _failures(pdf: bytes) -> list[str]:
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.rules.total == RULES
    return [failure.rule_id for failure in report.failures]


@pytest.mark.parametrize("kind", OutputKind)
def test_every_kind_passes_page_validation(made: Made, kind: OutputKind) -> None:
    assert _failures(build(made(kind, ProfileName.PANEL), "pdf", footer_note="Ledger 1 0")) == []


def test_welsh_in_every_place_passes_page_validation_and_is_told_as_welsh() -> None:
    words = Text("Bwrdd Iechyd Tŷ Ŵyn asked Heddlu Dyfed for it. " * 24)
    table = Table((words,), ((Cell((words, words)),),) * 3, (1.0,))
    document = Document("briefing", words, words, words, words, (Heading(words), Paragraph(words), table))
    data = build(AnonymisedDocument(document, "public", frozenset(), 0, 0), "pdf")
    assert _failures(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        drawn = b"".join(sheet.Contents.read_bytes() for sheet in pdf.pages)
    assert drawn.count(b"/Lang (cy-GB)") == drawn.count(b"/Span") > 60


@pytest.fixture(scope="module")
def timeline(made: Made) -> bytes:
    return build(made(OutputKind.TIMELINE, ProfileName.PUBLIC), "pdf")


def _elements(element: Any) -> Iterator[Any]:
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _all(pdf: Any, *roles: str) -> list[Any]:
    kids = pdf.Root.StructTreeRoot.K
    tops = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [found for top in tops for found in _elements(top) if str(found.S) in roles]


def _no_alternative(pdf: Any) -> None:
    for element in _all(pdf, "/Figure"):
        del element["/Alt"]


def _no_scope(pdf: Any) -> None:
    for element in _all(pdf, "/TH"):
        del element["/A"]


def _level_skipped(pdf: Any) -> None:
    _all(pdf, "/H1")[0].S = pikepdf.Name("/H3")


def _row_is_a_paragraph(pdf: Any) -> None:
    _all(pdf, "/TR")[1].S = pikepdf.Name("/P")


def _no_tree(pdf: Any) -> None:
    del pdf.Root["/StructTreeRoot"]


def _untagged_words(pdf: Any) -> None:
    drawn = pdf.pages[0].Contents.read_bytes()
    loose = re.sub(rb"/TD <</MCID \d+>> BDC(.*?)EMC", rb"\1", drawn, count=1, flags=re.DOTALL)
    assert loose != drawn
    pdf.pages[0].Contents = pdf.make_stream(loose)


def _not_marked(pdf: Any) -> None:
    del pdf.Root["/MarkInfo"]


def _no_language(pdf: Any) -> None:
    del pdf.Root["/Lang"]


def _title_not_shown(pdf: Any) -> None:
    del pdf.Root["/ViewerPreferences"]


def _no_xmp(pdf: Any) -> None:
    del pdf.Root["/Metadata"]


def _no_embedded_face(pdf: Any) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


@pytest.mark.parametrize(
    "broken",
    [
        *(_no_alternative, _no_scope, _level_skipped, _row_is_a_paragraph, _no_tree, _untagged_words),
        *(_not_marked, _no_language, _title_not_shown, _no_xmp, _no_embedded_face),
    ],
    ids=lambda broken: broken.__name__.strip("_"),
)
def test_what_is_broken_on_purpose_is_caught(timeline: bytes, broken: Callable[[Any], None]) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(timeline)) as pdf:
        broken(pdf)
        pdf.save(out)
    assert _failures(out.getvalue())
