"""Paragraph numbers, "4.10" or "5.3.2": what looks like a day and a month, or a number, at the start of a line.

They are told from the dates of a log by how they go on: each follows from the one before it as an outline does
(4.1, 4.2, 5.1 or 5.1.1), through more than one section. Days that follow each other (1.3, 2.3, 3.3) never do. Past
twelve (4.17, 4.18) they are no days either, and three in one section are enough: no log has a line every minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_AT_A_LINE = re.compile(r"(?m)^[ \t\u00a0]*(\d{1,2}(?:\.\d{1,3}){1,3})\.?(?=[ \t\u00a0]+\S)")
_FEWEST = 4
_MONTHS = 12
_FEWEST_PAST_TWELVE = 3

Number = tuple[int, ...]


def outline_numbers(text: str) -> list[tuple[int, int]]:
    """(start, end) of the numbers of an outline; none, where they follow from each other nowhere."""
    found = [(match.span(1), tuple(map(int, match.group(1).split(".")))) for match in _AT_A_LINE.finditer(text)]
    return [span for run in _runs(found) if _is_outline([n for _, n in run]) for span, _ in run]


def _runs(found: list[tuple[tuple[int, int], Number]]) -> Iterator[list[tuple[tuple[int, int], Number]]]:
    """The numbers cut where one does not follow from the one before."""
    run: list[tuple[tuple[int, int], Number]] = []
    for item in found:
        if run and not _follows(run[-1][1], item[1]):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _follows(before: Number, after: Number) -> bool:
    """The next of its kind (4.1, 4.2), the first a step down (4.2, 4.2.1), or the next after sections that close."""
    if len(after) == len(before) + 1:
        return after[:-1] in (before, (*before[:-1], before[-1] + 1)) and after[-1] == 1
    if after[-1] == 1 and after[0] > before[0]:
        return after[0] - before[0] <= 2 and all(n == 1 for n in after[1:])  # a section without numbers between
    same = len(after) - 1
    if len(after) <= len(before) and after[:same] == before[:same] and after[same] == before[same] + 1:
        return True
    return len(after) == len(before) and after[:-2] == before[:-2] and after[-2] == before[-2] + 1 and after[-1] == 1


def _is_outline(numbers: list[Number]) -> bool:
    if len(numbers) >= _FEWEST_PAST_TWELVE and all(n[-1] > _MONTHS for n in numbers):
        return True
    return len(numbers) >= _FEWEST and (len({n[0] for n in numbers}) > 1 or any(len(n) > 2 for n in numbers))
