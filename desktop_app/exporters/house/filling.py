"""A document set into a partnership's own template: through docxtpl, in a sandbox, and scrubbed afterwards."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree
from markupsafe import Markup

from desktop_app.common.document import Block, Document, Heading
from desktop_app.exporters import office
from desktop_app.exporters.clean import one_line
from desktop_app.exporters.container import packed
from desktop_app.exporters.docx.body import blocks_xml
from desktop_app.exporters.house.cleaned import Cleaned
from desktop_app.exporters.house.language import HouseLanguage
from desktop_app.exporters.house.refusals import not_a_template
from desktop_app.exporters.house.styles import with_styles

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_USUAL_WIDTH = 453.5  # points: A4 with margins of 2.5 cm
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def filled(document: Document, template: Cleaned, footer_note: str) -> bytes:
    """The finished DOCX. The same content and template give the same bytes. Raises UserError template-refused."""
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    language = HouseLanguage()
    word = DocxTemplate(BytesIO(template.data))
    try:
        word.init_docx()
    except (PackageNotFoundError, KeyError, ValueError, AttributeError) as error:
        raise not_a_template() from error
    try:
        word.render(_context(document, footer_note, _text_width(word.docx)), language)
    except etree.XMLSyntaxError as error:
        raise not_a_template() from error
    out = BytesIO()
    word.save(out)
    return _scrubbed(out.getvalue(), document.title.words)


def _context(document: Document, footer_note: str, width: float) -> dict[str, Any]:
    """Every field a template may name (`language.FIELDS`)."""
    return {
        "title": one_line(document.title.words),
        "subtitle": one_line(document.subtitle.words),
        "partnership": one_line(document.header.words),
        "marking": one_line(document.footer.words),
        "ledger": one_line(footer_note),
        "body": _markup(document.blocks, width),
        "sections": [
            {"heading": one_line(heading), "body": _markup(blocks, width)} for heading, blocks in _sections(document)
        ],
    }


def _markup(blocks: tuple[Block, ...] | list[Block], width: float) -> Markup:
    """WordprocessingML of our own making: every word in it was escaped by `blocks_xml`."""
    return Markup("".join(blocks_xml(blocks, width)))  # noqa: S704


def _sections(document: Document) -> list[tuple[str, list[Block]]]:
    """Each heading of the first level with what stands under it; what stands before the first has no heading."""
    found: list[tuple[str, list[Block]]] = [("", [])]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append((block.text.words, []))
        else:
            found[-1][1].append(block)
    return [(heading, blocks) for heading, blocks in found if heading or blocks]


def _text_width(word: Any) -> float:
    section = word.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return _USUAL_WIDTH
    return max(float(page.pt - left.pt - right.pt), 72.0)


def _scrubbed(data: bytes, title: str) -> bytes:
    """Properties hold the title and nothing else, whatever the template and the library wrote into them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    core = next((name for name in members if name.startswith("docProps/core")), "docProps/core.xml")
    members[core] = office.core(title).encode("utf-8")
    if "word/styles.xml" in members:
        members["word/styles.xml"] = with_styles(members["word/styles.xml"])
    return packed(members)
