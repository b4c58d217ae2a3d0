"""A page of panels: one page where it fits, and who is to blame by how much where it does not."""

from __future__ import annotations

from io import BytesIO

import page
import pikepdf
import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table, Text
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.pdf.build import build_pdf
from desktop_app.exporters.pdf.panel_fit import too_long
from desktop_app.exporters.pdf.panels import in_rows, sections_of

_EMPTY = Text("")
_LINE = "Every agency that knew Rowan knew something true about him, and each named a different adult. "


def _panels(**sections: Block) -> Document:
    blocks: list[Block] = []
    for key, block in sections.items():
        blocks += [Heading(Text(key.capitalize()), key=key), block]
    return Document("seven-minute", Text("T"), Text("S"), _EMPTY, _EMPTY, tuple(blocks), panels=True)


def _said(lines: int) -> Paragraph:
    return Paragraph(Text(_LINE * lines))


def _items(count: int) -> Bullets:
    return Bullets(tuple(Text("Screening at the front door") for _ in range(count)))


def _page_count(document: Document) -> int:
    with pypdfium2.PdfDocument(build_pdf(document, "", NoProgress())) as pdf:
        return len(pdf)


def test_lists_that_follow_each_other_stand_side_by_side() -> None:
    document = _panels(why=_said(1), found=_items(2), do=_items(3), questions=_said(1))
    rows = in_rows(sections_of(document.blocks))
    assert [[s.heading.key for s in row if s.heading] for row in rows] == [["why"], ["found", "do"], ["questions"]]


def test_what_fits_is_one_page_and_nobody_is_to_blame() -> None:
    document = _panels(why=_said(2), happened=_said(6), found=_items(8), do=_items(12), questions=_said(2))
    assert _page_count(document) == 1
    assert too_long(document) == ()


def test_the_panel_that_makes_it_run_over_is_named_with_its_lines() -> None:
    document = _panels(why=_said(1), happened=_said(60), found=_items(3), do=_items(3), questions=_said(1))
    assert _page_count(document) == 2
    (blamed,) = too_long(document)
    assert blamed.heading == "Happened"
    shorter = _panels(
        why=_said(1), happened=_said(60 - blamed.lines), found=_items(3), do=_items(3), questions=_said(1)
    )
    assert too_long(shorter) == (), "so many lines fewer are enough"
    assert _page_count(shorter) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 40), st.integers(0, 45), st.integers(0, 45), st.integers(1, 12))
def test_too_long_says_the_same_as_the_pages(happened: int, found: int, do: int, asked: int) -> None:
    document = _panels(happened=_said(happened), found=_items(found), do=_items(do), questions=_said(asked))
    assert (too_long(document) == ()) == (_page_count(document) == 1)


def test_a_panel_taller_than_a_page_and_a_table_are_set_like_any_text() -> None:
    table = Table((Text("a"), Text("b")), ((Cell((Text("1"),)), Cell((Text("2"),))),), (1.0, 1.0))
    for document in (_panels(why=_said(90), do=_items(1)), _panels(why=_said(1), do=table)):
        data = build_pdf(document, "", NoProgress())
        assert page.is_pdf_compliant_bytes(data, profile="ua1")


def test_structure_is_in_the_order_of_the_panels() -> None:
    data = build_pdf(_panels(why=_said(1), found=_items(2), do=_items(1)), "", NoProgress())
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
    with pikepdf.open(BytesIO(data)) as pdf:
        top = pdf.Root.StructTreeRoot.K
        kids = (top[0] if isinstance(top, pikepdf.Array) else top).K
        assert [str(kid.S) for kid in kids] == ["/H1", "/P", "/H2", "/P", "/H2", "/L", "/H2", "/L"]
