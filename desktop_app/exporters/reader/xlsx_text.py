"""The words of a workbook, sheet by sheet and row by row, and what its sheets hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.xlsx_dates import ShownDays, shown_days
from desktop_app.exporters.reader.xml import local, parse

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_HIDDEN = {"hidden", "veryHidden"}
_FACE = re.compile(r'&"([^",]*)')
_TRUE = {"1", "true"}


def read_workbook(members: dict[str, bytes], prefix: str, found: Found) -> None:
    """All sheets, with shared strings in their places; strings that no cell uses are reported too."""
    shared = parse(members.get("xl/sharedStrings.xml", b""))
    strings = [] if shared is None else [_joined(item) for item in shared if local(item.tag) == "si"]
    for aid in _reading_aids(shared) if shared is not None else ():
        found.text(f"{prefix}reading aid", "".join(aid.itertext()))
    used: set[int] = set()
    workbook = parse(members.get("xl/workbook.xml", b""))
    days = shown_days(parse(members.get("xl/styles.xml", b"")), workbook)
    if workbook is not None:
        _workbook(workbook, prefix, found)
    for member, data in members.items():
        match = _SHEET.fullmatch(member)
        root = parse(data) if match else None
        if match and root is not None:
            _sheet(root, f"{prefix}sheet {match.group(1)}", strings, days, used, found)
    for at, words in enumerate(strings):
        if at not in used:
            found.worry("unused-string")
            found.text(f"{prefix}shared string in no cell", words)


def _joined(item: Element) -> str:
    """Without the reading aids above the letters, which come by themselves."""
    if len(item) == 1 and len(item[0]) == 0:
        return item[0].text or ""
    aids = {id(node) for aid in _reading_aids(item) for node in aid.iter()}
    return "".join(node.text or "" for node in item.iter() if local(node.tag) == "t" and id(node) not in aids)


def _reading_aids(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if local(element.tag) == "rPh")


def _workbook(root: Element, prefix: str, found: Found) -> None:
    for element in root.iter():
        tag = local(element.tag)
        if tag == "sheet":
            found.token(f"{prefix}sheet name", element.get("name", ""))
            if element.get("state") in _HIDDEN:
                found.worry("hidden-sheet")
        elif tag == "definedName":
            name = element.get("name", "")
            if not name.startswith("_xlnm."):
                found.worry("defined-name")
                found.text(f"{prefix}defined name", f"{name} {element.text or ''}")
        elif tag in {"externalReference", "oleLink"}:
            found.worry("external-link")


def _sheet(root: Element, where: str, strings: list[str], days: ShownDays, used: set[int], found: Found) -> None:
    rows: list[str] = []
    for aid in _reading_aids(root):
        found.text(f"{where}, reading aid", "".join(aid.itertext()))
    in_cells = {id(node) for cell in root.iter() if local(cell.tag) == "c" for node in cell.iter()}
    for element in root.iter():
        match local(element.tag):
            case "row":
                rows.append("\t".join(_cell(cell, where, strings, days, used, found) for cell in element))
                if element.get("hidden") in _TRUE or element.get("ht") == "0":
                    found.worry("hidden-row")
            case "col" if element.get("hidden") in _TRUE or element.get("width") == "0":
                found.worry("hidden-column")
            case "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter":
                found.text(f"{where}, page head or foot", _without_codes(element.text or ""))
                for face in _FACE.findall(element.text or ""):
                    found.token(f"{where}, face of a page head or foot", face)
            case "formula" | "formula1" | "formula2":
                found.text(f"{where}, rule", element.text or "")
            case "v" | "t" | "f" if id(element) in in_cells:
                continue  # read above
            case tag:
                found.token(f"{where}, {tag}", element.text or "")
    found.text(where, "\n".join(row for row in rows if row.strip()))


def _without_codes(words: str) -> str:
    """A page head without Excel's codes for position, face and page number."""
    sections = re.sub(r"(?<!&)&[LCR]", "\n", words)
    plain = re.sub(r'(?<!&)&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[PNDTFAZGBIUSXYEHO])', " ", sections)
    return plain.replace("&&", "&").strip()


def _cell(cell: Element, where: str, strings: list[str], days: ShownDays, used: set[int], found: Found) -> str:
    value = ""
    for child in cell:
        match local(child.tag):
            case "f":
                found.worry("formula")
                found.text(f"{where}, formula", child.text or "")
            case "v":
                value = child.text or ""
            case "is":
                value = _joined(child)
            case _:
                continue
    if cell.get("t") == "s" and value.isdigit() and int(value) < len(strings):
        used.add(int(value))
        value = strings[int(value)]
        found.spend(len(value))
        return value
    return days.shown(value, cell.get("s", "")) if cell.get("t", "n") == "n" else value
