"""The words of a workbook, sheet by sheet and row by row, and what its sheets hide."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.xlsx_cells import Cells, joined_string, reading_aids, string_letters
from desktop_app.exporters.reader.xlsx_dates import shown_days
from desktop_app.exporters.reader.xml import left_over, local, parse

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_HIDDEN = {"hidden", "veryHidden"}
_FACE = re.compile(r'&"([^",]*)')
_PLACES = re.compile(r"(?:['!:,\s]|\$?[A-Z]{1,3}\$?\d{1,7}|\$[A-Z]{1,3}|\$\d{1,7})*")
_TRUE = {"1", "true"}


def read_workbook(members: dict[str, bytes], prefix: str, found: Found) -> None:
    """All sheets, with shared strings in their places; strings that no cell uses are reported too."""
    shared = parse(members.get("xl/sharedStrings.xml", b""))
    workbook = parse(members.get("xl/workbook.xml", b""))
    cells = Cells(
        [] if shared is None else [joined_string(item) for item in shared if local(item.tag) == "si"],
        shown_days(parse(members.get("xl/styles.xml", b"")), workbook),
    )
    if shared is not None:
        _aids(shared, prefix, found)
        _rest(shared, f"{prefix}shared strings", string_letters(shared), found)
    if workbook is not None:
        _workbook(workbook, prefix, found)
        _rest(workbook, f"{prefix}workbook", _plain_places(workbook), found)
    for member, data in members.items():
        match = _SHEET.fullmatch(member)
        root = parse(data) if match else None
        if match and root is not None:
            _sheet(root, f"{prefix}sheet {match.group(1)}", cells, found)
    for at, words in enumerate(cells.strings):
        if at not in cells.used:
            found.worry("unused-string")
            found.text(f"{prefix}shared string in no cell", words)


def _aids(root: Element, where: str, found: Found) -> None:
    for aid in reading_aids(root):
        found.text(f"{where}, reading aid".removeprefix(", "), "".join(aid.itertext()))


def _rest(root: Element, where: str, taken: set[int], found: Found) -> None:
    for tag, words in left_over(root, taken):
        found.token(f"{where}, {tag}", words)


def _plain_places(root: Element) -> set[int]:
    """The ids of names that Excel gives, for as much of a sheet as is printed or filtered, and for nothing else."""
    sheets = [element.get("name", "") for element in root.iter() if local(element.tag) == "sheet"]
    given = [
        element
        for element in root.iter()
        if local(element.tag) == "definedName" and element.get("name", "").startswith("_xlnm.")
    ]
    plain: set[int] = set()
    for element in given:
        said = element.text or ""
        for name in sheets:
            said = said.replace(name.replace("'", "''"), "") if name else said
        if _PLACES.fullmatch(said):
            plain.add(id(element))
    return plain


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


def _sheet(root: Element, where: str, cells: Cells, found: Found) -> None:
    rows: list[str] = []
    cells.taken.clear()  # of a sheet that is gone: ids are given again
    _aids(root, where, found)
    for element in root.iter():
        match local(element.tag):
            case "row":
                rows.append(cells.row(element, where, found))
                if element.get("hidden") in _TRUE or element.get("ht") == "0":
                    found.worry("hidden-row")
            case "col" if element.get("hidden") in _TRUE or element.get("width") == "0":
                found.worry("hidden-column")
            case "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter":
                cells.taken.add(id(element))
                found.text(f"{where}, page head or foot", _without_codes(element.text or ""))
                for face in _FACE.findall(element.text or ""):
                    found.token(f"{where}, face of a page head or foot", face)
            case "formula" | "formula1" | "formula2":
                cells.taken.add(id(element))
                found.text(f"{where}, rule", element.text or "")
            case "dateGroupItem":
                day = [element.get(part, "").zfill(2) for part in ("year", "month", "day")]
                found.text(f"{where}, day of a filter", "-".join(part for part in day if part != "00"))
    _rest(root, where, cells.taken, found)
    found.text(where, "\n".join(row for row in rows if row.strip()))


def _without_codes(words: str) -> str:
    """A page head without Excel's codes for position, face and page number."""
    sections = re.sub(r"(?<!&)&[LCR]", "\n", words)
    plain = re.sub(r'(?<!&)&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[PNDTFAZGBIUSXYEHO])', " ", sections)
    return plain.replace("&&", "&").strip()
