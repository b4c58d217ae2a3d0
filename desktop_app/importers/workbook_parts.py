"""Which part of an .xlsx holds which sheet, in the order the workbook lists them."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping

KEPT = re.compile(r"xl/(?:workbook\.xml|_rels/workbook\.xml\.rels|worksheets/[^/]+\.xml)|content\.xml")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")


def sheets_of(parts: Mapping[str, bytes]) -> tuple[tuple[str, bytes], ...]:
    """(name, XML) of each sheet; the XML is b"" where a part is missing or no worksheet. Raises KeyError without a
    workbook.
    """
    targets: dict[str, str] = {}
    relations = parts.get("xl/_rels/workbook.xml.rels", b"").decode("utf-8", "replace")
    for relation in _RELATION.findall(relations):
        targets[_attribute(relation, "Id")] = _attribute(relation, "Target")
    found = []
    for sheet in _SHEET.findall(parts["xl/workbook.xml"].decode("utf-8", "replace")):
        target = targets.get(_attribute(sheet, r"\w+:id"), "")
        member = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        found.append((_attribute(sheet, "name"), parts.get(member, b"")))
    return tuple(found)


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf'\s{name}="([^"]*)"', tag)
    return html.unescape(match[1]) if match else ""
