"""A document's XLSX bytes."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from typing import Any

import xlsxwriter

from desktop_app.common.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from desktop_app.common.progress import Progress
from desktop_app.exporters import office
from desktop_app.exporters.clean import clean, one_line
from desktop_app.exporters.columns import column_widths
from desktop_app.exporters.container import packed
from desktop_app.exporters.grid import squared
from desktop_app.exporters.xlsx.names import ABOUT, sheet_name
from desktop_app.exporters.xlsx.rows import row_height, sheet_rows

_OPTIONS = {
    "in_memory": True,
    # A cell is words, whatever it looks like: nothing is computed, nothing is fetched.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FACE: dict[str, Any] = {"font_name": "Calibri", "font_size": 10.5, "font_color": "#1C2422", "font_scheme": None}
_CELL = {**_FACE, "font_size": 10, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#B7C0BB"}
_HEAD = {**_CELL, "bold": True, "bg_color": "#E8EEF0"}
_TEXT = {**_FACE, "text_wrap": True, "valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {**_TEXT, "bold": True, "font_size": 18, "font_color": "#17576F"},
    "subtitle": {**_TEXT, "font_size": 12, "font_color": "#46514D"},
    "heading": {**_TEXT, "bold": True, "font_size": 13, "font_color": "#17576F"},
    "quote": {**_TEXT, "italic": True, "left": 5, "left_color": "#17576F", "indent": 1},
    "text": _TEXT,
}
_PAGE = 900.0  # points that all columns of a sheet share
_POINTS_A_CHARACTER = 5.4  # of the default face: Excel gives widths in characters
_FIXED = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # replaced with the rest of the properties; never the present moment
_A4 = 9
_SMALL = "&8 "  # points; the space keeps a figure that follows out of the size
_HEADER_LIMIT = 110  # Excel allows 255 characters for left, middle, right and codes together
_ABOUT_WIDTH = 84
_LINE = 13.5  # points of a table's line


def build_xlsx(document: Document, footer_note: str, progress: Progress) -> bytes:
    """Compose and pack `document`. The same arguments give the same bytes."""
    out = BytesIO()
    tables = [block for block in document.blocks if isinstance(block, Table)]
    total = max(1, sum(len(table.rows) for table in tables))
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _FIXED})
        _about(book, document)
        taken: set[str] = set()
        done, heading = 0, ""
        for block in document.blocks:
            if isinstance(block, Heading):
                heading = block.text.words
            elif isinstance(block, Table):
                wanted = block.caption.words if block.caption is not None else heading
                sheet = book.add_worksheet(sheet_name(wanted, len(taken) + 1, taken))
                done = _table(book, sheet, squared(block), progress, done, total)
        for sheet in book.worksheets():
            _furnish(sheet, document, footer_note)
    return _scrubbed(out.getvalue(), document)


def _about(book: Any, document: Document) -> None:
    """Every word that is not in a table, from top to bottom."""
    sheet = book.add_worksheet(ABOUT)
    sheet.set_column(0, 0, _ABOUT_WIDTH)
    sheet.hide_gridlines(2)
    lines = [(document.title.words, "title"), (document.subtitle.words, "subtitle")]
    for block in document.blocks:
        lines.extend(_lines(block))
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    row = 0
    for words, look in lines:
        for text in (part for part in clean(words).split("\n") if part.strip()):
            for at in range(0, len(text), 16_000):  # half of what a cell holds, so that no letter counts double
                piece = text[at : at + 16_000]
                size = _LOOKS[look]["font_size"]
                sheet.set_row(row, row_height([piece], [_ABOUT_WIDTH * _FACE["font_size"] / size], size * 1.4) + 4)
                sheet.write_string(row, 0, piece, looks[look])
                row += 1


def _lines(block: Block) -> list[tuple[str, str]]:
    match block:
        case Heading():
            return [(block.text.words, "heading")]
        case Paragraph():
            return [(block.text.words, "text")]
        case Quote():
            return [(block.text.words, "quote"), (block.speaker.words, "text")]
        case Bullets():
            return [(f"• {item.words}", "text") for item in block.items if item.words.strip()]
        case Table():
            return []


def _table(book: Any, sheet: Any, table: Table, progress: Progress, done: int, total: int) -> int:
    """Write the header row and all rows; returns how many rows are done in all."""
    cell, head = book.add_format(_CELL), book.add_format(_HEAD)
    if not table.header:
        return done
    points = column_widths(table, _PAGE, 12, lambda word, _heading: len(word) * _POINTS_A_CHARACTER)
    characters = [round(width / _POINTS_A_CHARACTER, 1) for width in points]
    for at, width in enumerate(characters):
        sheet.set_column(at, at, width)
    for at, words in enumerate(table.header):
        sheet.write_string(0, at, one_line(words.words), head)
    number = 1
    for row in table.rows:
        for texts in sheet_rows(row):
            sheet.set_row(number, row_height(texts, characters, _LINE))
            for at, text in enumerate(texts):
                sheet.write_string(number, at, text, cell)
            number += 1
        done += 1
        progress.step(done, total, "Writing the workbook")
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(1, number - 1), len(table.header) - 1)
    return done


def _furnish(sheet: Any, document: Document, footer_note: str) -> None:
    """Paper, head and foot, as the other formats have them."""
    marking = one_line(document.footer.words)
    foot = " · ".join(words for words in (marking, one_line(footer_note)) if words)
    sheet.set_paper(_A4)
    if sheet.get_name() != ABOUT or document.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{_SMALL}{_spoken(one_line(document.header.words))}&R{_SMALL}{_spoken(marking)}")
    sheet.set_footer(f"&L{_SMALL}{_spoken(foot)}&R{_SMALL}Page &P of &N")


def _spoken(words: str) -> str:
    """Words for a page head, where "&" starts a code and is doubled; cut to what a head may hold, in UTF-16."""
    left = _HEADER_LIMIT
    kept = []
    for letter in words:
        left -= 2 if letter == "&" or ord(letter) > 0xFFFF else 1
        if left < 0:
            break
        kept.append("&&" if letter == "&" else letter)
    return "".join(kept)


def _scrubbed(data: bytes, document: Document) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["docProps/core.xml"] = office.core(document.title.words).encode("utf-8")
    members["docProps/app.xml"] = office.APP.encode("utf-8")
    return packed(members)
