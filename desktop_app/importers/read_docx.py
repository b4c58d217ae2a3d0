"""Tables and running text of a .docx, straight from its XML: what Word shows, merged cells included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError

from desktop_app.importers.clean import Cleaner
from desktop_app.importers.refusals import refuse, unreadable
from desktop_app.importers.source_file import Table, TableRow
from desktop_app.importers.zip_safety import inspect_zip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = {_W + n for n in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple")}
_SKIPPED = {_W + n for n in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "sdtPr")} | {_MC + "Fallback"}
_PARTS = re.compile(r"word/(?:document|comments|footnotes|endnotes)\.xml")
_MAX_XML = 120 * 1024 * 1024  # bytes of document.xml
_MAX_DEPTH = 200
_MAX_SPAN = 500


def read_docx(name: str, data: bytes, cleaner: Cleaner) -> tuple[tuple[Table, ...], tuple[str, ...], list[str]]:
    """(tables, lines outside tables, notes). A table inside a cell is read as that cell's text.

    Raises UserError: what `inspect_zip` raises, too-large, unreadable-source.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    notes, parts = inspect_zip(name, data, _PARTS)
    try:
        if any(len(part) > _MAX_XML for part in parts.values()):
            raise refuse(f"{name} holds too much text to read at once.", "Split it into parts.", "too-large")
        parts = {member: part.replace(_STRICT, _LOOSE) for member, part in parts.items()}
        if any(_depth(part) > _MAX_DEPTH for part in parts.values()):
            raise unreadable(name)
        xml = parts.pop("word/document.xml")
        root = fromstring(xml, forbid_dtd=True)
        commented = parts.pop("word/comments.xml", None) is not None
        _put_in_notes(root, [fromstring(part, forbid_dtd=True) for part in parts.values()])
    except DefusedXmlException:
        do = "Ask the sender to save it again from Word."
        raise refuse(f"{name} declares its own XML entities, as harmful files do.", do, "xml-entities") from None
    except (KeyError, ParseError, ValueError):
        raise unreadable(name) from None
    body = root.find(_W + "body")
    if body is None:
        raise unreadable(name)
    tables: list[Table] = []
    lines: list[str] = []
    for block in _unwrapped(body):
        if block.tag == _W + "p":
            lines += [line for line in cleaner.clean(_words(block)).split("\n") if line]
        elif block.tag == _W + "tbl":
            tables.append(_table(f"Table {len(tables) + 1}", block, cleaner))
    return tuple(tables), tuple(lines), notes + _remarks(xml, commented)


def _put_in_notes(root: Element, parts: Iterable[Element]) -> None:
    """The words of each footnote and endnote stand in brackets where its number stands."""
    said = {
        (note.tag + "Reference", note.get(_W + "id")): " ".join(_words(note).split()) for part in parts for note in part
    }
    for reference in (*root.iter(_W + "footnoteReference"), *root.iter(_W + "endnoteReference")) if said else ():
        words = said.get((reference.tag, reference.get(_W + "id")), "")
        if words:
            reference.tag, reference.text = _W + "t", f" [{words}]"


def _depth(xml: bytes) -> int:
    """Deepest nesting of elements, so that no document can exhaust the stack."""
    deepest = depth = 0
    for tag in re.finditer(rb"<(/?)[A-Za-z][^<>]*?(/?)>", xml):
        if tag[1]:
            depth -= 1
        elif not tag[2]:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _remarks(xml: bytes, commented: bool) -> list[str]:
    notes = []
    if b"<w:del " in xml or b"<w:del/>" in xml or b"<w:moveFrom " in xml:
        notes.append("The document has tracked changes: deleted words were not read, inserted ones were.")
    if re.search(rb"<w:vanish\s*/>", xml):
        notes.append("Some of its text is hidden in Word. It was read like the rest.")
    if commented:
        notes.append("Its margin comments were not read.")
    return notes


def _unwrapped(parent: Element) -> Iterator[Element]:
    """Children, those inside content controls and tracked insertions included."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        elif child.tag not in _SKIPPED:
            yield child


def _words(element: Element) -> str:
    """Text of a paragraph, breaks as line ends."""
    parts: list[str] = []
    for child in _unwrapped(element):
        if child.tag == _W + "t":
            parts.append(child.text or "")
        elif child.tag in (_W + "br", _W + "cr"):
            parts.append("\n")
        elif child.tag == _W + "tab":
            parts.append("\t")
        elif child.tag == _W + "noBreakHyphen":
            parts.append("-")
        elif child.tag not in (_W + "instrText", _W + "delText"):
            parts.append(_words(child))
    return "".join(parts)


def _cell_words(cell: Element) -> str:
    paragraphs = []
    for block in _unwrapped(cell):
        if block.tag == _W + "p":
            paragraphs.append(_words(block))
        elif block.tag == _W + "tbl":
            rows = (r for r in _unwrapped(block) if r.tag == _W + "tr")
            paragraphs += ["\t".join(_cell_words(c) for c in _unwrapped(r) if c.tag == _W + "tc") for r in rows]
    return "\n".join(paragraphs)


def _number(parent: Element | None, tag: str, default: int) -> int:
    found = parent.find(_W + tag) if parent is not None else None
    value = found.get(_W + "val", "") if found is not None else ""
    return min(int(value), _MAX_SPAN) if value.isdecimal() else default


def _table(name: str, table: Element, cleaner: Cleaner) -> Table:
    rows: list[TableRow] = []
    above: dict[int, str] = {}  # column -> text of the cell merged downwards there
    for number, row in enumerate((r for r in _unwrapped(table) if r.tag == _W + "tr"), 1):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue  # the whole row was deleted, and the deletion tracked
        before = _number(row.find(_W + "trPr"), "gridBefore", 0)
        cells, widths = [""] * before, [1] * before
        for cell in (c for c in _unwrapped(row) if c.tag == _W + "tc"):
            properties = cell.find(_W + "tcPr")
            width = max(_number(properties, "gridSpan", 1), 1)
            merge = properties.find(_W + "vMerge") if properties is not None else None
            text = cleaner.clean(_cell_words(cell))
            column = len(cells)
            if merge is not None and merge.get(_W + "val") != "restart":
                text = text or above.get(column, "")
            elif merge is not None:
                above[column] = text
            else:
                above.pop(column, None)
            cells += [text] + [""] * (width - 1)
            widths += [width] + [0] * (width - 1)
        rows.append(TableRow(number, tuple(cells), tuple(widths) if 0 in widths else ()))
    return Table(name, tuple(rows))
