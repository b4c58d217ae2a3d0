"""A document's DOCX bytes.

The parts are written here and not by a library with a template: nothing can be left in them that was not put there.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.common.document import Document
from desktop_app.common.progress import Progress
from desktop_app.exporters import office
from desktop_app.exporters.clean import one_line
from desktop_app.exporters.container import packed
from desktop_app.exporters.contents import contents_of
from desktop_app.exporters.docx import parts
from desktop_app.exporters.docx.body import blocks_xml, panel_xml, paragraph
from desktop_app.exporters.docx.contents_list import contents_xml
from desktop_app.exporters.docx.runs import run
from desktop_app.exporters.docx.styles import styles


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page in points, as the PDF's."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def inner(self) -> float:
        return self.width - 2 * self.side


_PORTRAIT = _Sheet(595.3, 841.9, 64, 88, 76)
_PANELS = _Sheet(595.3, 841.9, 52, 76, 62)
_LANDSCAPE = _Sheet(841.9, 595.3, 50, 74, 62)


def _sheet(document: Document) -> _Sheet:
    if document.panels:
        return _PANELS
    return _LANDSCAPE if document.landscape else _PORTRAIT


def build_docx(document: Document, footer_note: str, progress: Progress) -> bytes:
    """Compose and pack `document`. The same arguments give the same bytes."""
    sheet = _sheet(document)
    total = max(1, len(document.blocks))
    blocks: list[str] = []
    listed = contents_of(document)
    made = (
        (panel_xml(block, sheet.inner) for block in document.blocks)
        if document.panels
        else blocks_xml(document.blocks, sheet.inner, listed)
    )
    for at, block in enumerate(made):
        progress.step(at, total, "Writing the document")
        blocks.append(block)
    head = (
        paragraph(document.title.words, "Title") + paragraph(document.subtitle.words, "Subtitle") + contents_xml(listed)
    )
    body = f"<w:body>{head}{''.join(blocks)}{_section(sheet, landscape=document.landscape)}</w:body>"
    marking = one_line(document.footer.words)
    foot = " · ".join(words for words in (marking, one_line(footer_note)) if words)
    members = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.ROOT_RELATIONS,
        "docProps/core.xml": office.core(document.title.words),
        "docProps/app.xml": office.APP,
        "word/_rels/document.xml.rels": parts.DOCUMENT_RELATIONS,
        "word/document.xml": f"{office.XML}<w:document {parts.NAMESPACES}>{body}</w:document>",
        "word/styles.xml": styles(),
        "word/settings.xml": parts.SETTINGS,
        "word/numbering.xml": parts.NUMBERING,
        "word/fontTable.xml": parts.FONT_TABLE,
        "word/header1.xml": _edge("hdr", "Header", one_line(document.header.words), _text(marking), sheet),
        "word/footer1.xml": _edge("ftr", "Footer", foot, _page_number(), sheet),
    }
    progress.step(total, total, "Writing the document")
    return packed({name: words.encode("utf-8") for name, words in members.items()})


def _section(sheet: _Sheet, *, landscape: bool) -> str:
    turned = ' w:orient="landscape"' if landscape else ""
    edge = _twips(min(sheet.top, sheet.bottom) / 2)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{parts.HEADER}"/>'
        f'<w:footerReference w:type="default" r:id="{parts.FOOTER}"/>'
        f'<w:pgSz w:w="{_twips(sheet.width)}" w:h="{_twips(sheet.height)}"{turned}/>'
        f'<w:pgMar w:top="{_twips(sheet.top)}" w:right="{_twips(sheet.side)}" w:bottom="{_twips(sheet.bottom)}" '
        f'w:left="{_twips(sheet.side)}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/></w:sectPr>'
    )


def _edge(tag: str, style: str, left: str, right: str, sheet: _Sheet) -> str:
    """A page's head or foot: words at the left, runs at the right."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{_twips(sheet.inner)}"/></w:tabs>'
    words = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{_text(left)}<w:r><w:tab/></w:r>{right}</w:p>'
    return f"{office.XML}<w:{tag} {parts.NAMESPACES}>{words}</w:{tag}>"


def _text(words: str) -> str:
    return run(words) if words else ""


def _page_number() -> str:
    fields = [f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in ("PAGE", "NUMPAGES")]
    return f"{run('Page ')}{fields[0]}{run(' of ')}{fields[1]}"


def _twips(points: float) -> int:
    return round(points * 20)
