"""Blocks of a document to WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import assert_never
from xml.sax.saxutils import quoteattr

from desktop_app.common.document import Block, Bullets, Cell, Heading, Paragraph, Quote, Table
from desktop_app.exporters.clean import clean, one_line
from desktop_app.exporters.columns import column_widths
from desktop_app.exporters.docx.contents_list import marked
from desktop_app.exporters.docx.runs import run
from desktop_app.exporters.docx.styles import HAIRLINE, HEAD_TINT, PARAGRAPH_STYLES
from desktop_app.exporters.grid import squared

_CELL_ACROSS, _CELL_DOWN = 6.0, 5.0
_KEPT_WHOLE = 900  # characters: a row with more may break across pages
_LETTER = 0.63  # mean width of a letter as a share of its size; Word has the real measures, not we
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def blocks_xml(blocks: Sequence[Block], width: float, listed: Sequence[Heading] = ()) -> Iterator[str]:
    """Each of them, what leads to a table kept on its page. `width` is the text's, in points.

    `listed` are the headings that the contents list leads to, in their order.
    """
    line = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Heading) and line < len(listed) and block is listed[line]:
            line += 1
            yield _heading(block, line)
        elif isinstance(block, Paragraph) and isinstance(following, Table):
            yield paragraph(block.text.words, PARAGRAPH_STYLES.get(block.style, ""), keep=True)
        else:
            yield block_xml(block, width)


def panel_xml(block: Block, width: float) -> str:
    """As `block_xml`, set close: a page of panels is to stay one page here too."""
    match block:
        case Paragraph():
            return paragraph(block.text.words, "Panel")
        case Bullets():
            return "".join(paragraph(item.words, "PanelBullet") for item in block.items)
        case _:
            return block_xml(block, width)


def block_xml(block: Block, width: float) -> str:
    """`width` is the text's, in points."""
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return paragraph(block.text.words, PARAGRAPH_STYLES.get(block.style, ""))
        case Quote():
            return paragraph(block.text.words, "Quote") + paragraph(block.speaker.words, "Speaker")
        case Bullets():
            # The last item never stands alone at the head of a page.
            last = len(block.items) - 2
            items = enumerate(block.items)
            return "".join(paragraph(item.words, "ListBullet", keep=at == last > 0) for at, item in items)
        case Table():
            return _table(squared(block), width)
        case _:
            assert_never(block)


def _heading(heading: Heading, line: int = 0) -> str:
    """`line`: of the contents list, from 1, that leads here."""
    return paragraph(heading.text.words, f"Heading{min(max(heading.level, 1), 3)}", line=line)


def paragraph(words: str, style: str = "", *, always: bool = False, keep: bool = False, line: int = 0) -> str:
    """A paragraph, or nothing for no words unless `always` (a cell must end in one). `keep`: with the next."""
    text = clean(words).strip("\n")
    if not text.strip() and not always:
        return ""
    said = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:keepNext/>" if keep else "")
    properties = f"<w:pPr>{said}</w:pPr>" if said else ""
    runs = run(text) if text.strip() else ""
    return f"<w:p>{properties}{marked(runs, line) if line else runs}</w:p>"


def _table(table: Table, width: float) -> str:
    if not table.header:
        return ""
    widths = [round(points * 20) for points in column_widths(table, width, 2 * _CELL_ACROSS, _word_width)]
    caption = one_line(table.caption.words) if table.caption is not None else ""
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/>' for edge in _EDGES)
    across, down = round(_CELL_ACROSS * 20), round(_CELL_DOWN * 20)
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{down}" w:type="dxa"/>'
        f'<w:left w:w="{across}" w:type="dxa"/><w:bottom w:w="{down - 40}" w:type="dxa"/>'
        f'<w:right w:w="{across}" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/>{f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""}</w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    heads = "".join(
        _cell(Cell((head,)), column, "TableHeading") for head, column in zip(table.header, widths, strict=True)
    )
    rows = "".join(_row(row, widths) for row in table.rows)
    above = paragraph(caption, "Caption")
    header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    # Word joins two tables that touch: a small paragraph keeps them apart and gives the space after.
    below = paragraph("", "Small", always=True)
    return f"{above}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>{below}"


def _row(row: tuple[Cell, ...], widths: list[int]) -> str:
    cells = "".join(_cell(cell, column, "TableText") for cell, column in zip(row, widths, strict=True))
    longest = max(sum(len(part.words) for part in cell.paragraphs) for cell in row)
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if longest < _KEPT_WHOLE else ""
    return f"<w:tr>{whole}{cells}</w:tr>"


def _cell(cell: Cell, width: int, style: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_TINT}"/>' if style == "TableHeading" else ""
    words = "".join(paragraph(part.words, style) for part in cell.paragraphs) or paragraph("", style, always=True)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{words}</w:tc>'


def _word_width(word: str, heading: bool) -> float:
    return len(word) * 9 * (_LETTER + 0.12 if heading else _LETTER)
