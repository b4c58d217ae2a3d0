"""Word's own styles, dressed as the PDF is: real headings, so that its navigation and screen readers find them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.exporters.docx.parts import FONT, NAMESPACES
from desktop_app.exporters.office import LANGUAGE, XML

ACCENT, INK, SECOND, QUIET, HAIRLINE, HEAD_TINT = "17576F", "1C2422", "46514D", "58635F", "B7C0BB", "E8EEF0"


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style: sizes and spaces in points, `line` the distance between baselines."""

    id: str
    name: str
    size: float
    line: float
    after: float
    before: float = 0
    colour: str = INK
    bold: bool = False
    italic: bool = False
    level: int = 0  # outline level from 1
    keep: bool = False  # with the next paragraph
    extra: str = ""  # between spacing and outline level: indents; see `_ordered`
    borders: str = ""
    numbered: bool = False


_BAR = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="{ACCENT}"/></w:pBdr>'
_LOOKS = (
    _Look("Title", "Title", 22, 27, 3, colour=ACCENT, bold=True, keep=True),
    _Look("Subtitle", "Subtitle", 12.5, 17, 10, colour=SECOND),
    _Look("Heading1", "heading 1", 13.5, 18, 5, 13, ACCENT, bold=True, level=1, keep=True),
    _Look("Heading2", "heading 2", 11.5, 16, 4, 10, bold=True, level=2, keep=True),
    _Look("Heading3", "heading 3", 10.5, 15, 3, 8, SECOND, bold=True, level=3, keep=True),
    _Look("TOCHeading", "TOC Heading", 11.5, 16, 5, 16, bold=True, keep=True),
    _Look("TOC1", "toc 1", 10.5, 15, 2.5),
    _Look("Lead", "Lead", 12, 17.5, 9),
    _Look("Small", "Small", 9, 13, 5, colour=SECOND),
    _Look("Marking", "Marking", 9, 13, 8, colour=SECOND, bold=True),
    _Look("Quote", "Quote", 11, 16.5, 0, 5, italic=True, keep=True, borders=_BAR, extra='<w:ind w:left="320"/>'),
    _Look("Speaker", "Speaker", 9.5, 15, 11, colour=SECOND, borders=_BAR, extra='<w:ind w:left="320"/>'),
    _Look("ListBullet", "List Bullet", 10.5, 15.5, 4, numbered=True),
    _Look("Panel", "Panel", 10, 13.5, 3),
    _Look("PanelBullet", "Panel Bullet", 10, 13.5, 2, numbered=True),
    _Look("Caption", "caption", 9.5, 13.5, 4, 6, SECOND, bold=True, keep=True),
    _Look("TableText", "Table Text", 9, 12.5, 3),
    _Look("TableHeading", "Table Heading", 9, 12.5, 0, bold=True),
    _Look("Header", "header", 8, 11, 0, colour=QUIET),
    _Look("Footer", "footer", 8, 11, 0, colour=QUIET),
)

PARAGRAPH_STYLES = {"body": "", "lead": "Lead", "small": "Small", "marking": "Marking"}


def styles() -> str:
    """`word/styles.xml`."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
        f'w:cs="{FONT}"/><w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="140" w:line="310" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    basic = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    return XML + f"<w:styles {NAMESPACES}>{defaults}{basic}{''.join(_style(look) for look in _LOOKS)}</w:styles>"


def _style(look: _Look) -> str:
    paragraph = (  # the order is the schema's (17.3.1.26)
        ("<w:keepNext/><w:keepLines/>" if look.keep else "")
        + ('<w:numPr><w:numId w:val="1"/></w:numPr>' if look.numbered else "")
        + look.borders
        + f'<w:spacing w:before="{_twips(look.before)}" w:after="{_twips(look.after)}" '
        + f'w:line="{_twips(look.line)}" w:lineRule="atLeast"/>'
        + look.extra
        + (f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else "")
    )
    run = (
        ("<w:b/><w:bCs/>" if look.bold else "")
        + ("<w:i/><w:iCs/>" if look.italic else "")
        + f'<w:color w:val="{look.colour}"/><w:sz w:val="{round(look.size * 2)}"/>'
        + f'<w:szCs w:val="{round(look.size * 2)}"/>'
    )
    following = '<w:next w:val="Normal"/>' if look.level else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{look.id}"><w:name w:val="{look.name}"/><w:basedOn w:val="Normal"/>'
        f"{following}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _twips(points: float) -> int:
    return round(points * 20)
