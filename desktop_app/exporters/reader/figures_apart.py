"""A number written a figure in each box, as forms ask for it: "9 | 4 | 3 ..." on a page, along a row or down a column.

Rows of small counts look like that too. So only what can be nothing else is one: ten figures that check as an NHS
number, eleven that begin as telephone numbers do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BOXES = re.compile(r"(?<![\w.,])\d(?:[ \t\r\n|]{1,4}\d){9,10}(?![\w.,]|[ \t\r\n|]{1,4}\d(?!\w))")
_PHONE = re.compile(r"0(?:7|1|2|3)\d{9}")
_COUNTED = ("0123456789", "9876543210")


def figures_apart(words: str) -> Iterator[str]:
    """The numbers in `words` that stand a figure at a time, each put together."""
    for boxes in _BOXES.findall(words):
        figures = "".join(boxes.split()).replace("|", "")
        if _PHONE.fullmatch(figures) or (len(figures) == 10 and figures not in _COUNTED and _checks(figures)):
            yield figures


def _checks(figures: str) -> bool:
    """Modulus 11, as NHS numbers are made (NHS Data Dictionary)."""
    if len(set(figures)) < 4:
        return False
    left = -sum(int(figure) * weight for figure, weight in zip(figures, range(10, 1, -1), strict=False)) % 11
    return left == int(figures[9])
