"""Names of sheets: what the table is about, in the form Excel allows."""

from __future__ import annotations

import re

from desktop_app.exporters.clean import one_line

ABOUT = "About"
_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = {ABOUT.casefold(), "history"}  # Excel keeps "History" for itself


def sheet_name(wanted: str, number: int, taken: set[str]) -> str:
    """`wanted` made safe and unique (Excel ignores case), or "Table n". The name is added to `taken`, folded."""
    name = _safe(wanted)
    if not name or name.casefold() in taken | _RESERVED:
        name = f"Table {number}"
    while name.casefold() in taken | _RESERVED:
        number += 1
        name = f"Table {number}"
    taken.add(name.casefold())
    return name


def _safe(wanted: str) -> str:
    name = one_line(_FORBIDDEN.sub(" ", wanted)).strip("' ")
    if len(name) <= _LONGEST:
        return name
    shorter = name[: _LONGEST + 1].rpartition(" ")[0] or name[:_LONGEST]
    return shorter.strip(" ',;–-")
