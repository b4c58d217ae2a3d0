"""How wide a table's columns are: the shares asked for, but no column narrower than its longest short word.

In a long table what stands in the columns counts beside the shares: a column that happens to be empty gives its
room to the one that makes the rows tall. Short ones keep their shares, so that like tables of a document stand alike.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.common.document import Table

_LONGEST_KEPT = 96.0  # points: a longer word may be broken rather than widen its column
_ROWS_LOOKED_AT = 400
_CHARACTERS_LOOKED_AT = 2000
_LONG, _WIDE = 8, 3  # rows and columns
_BENT = 0.35  # 0 would leave the shares, 1 forget them
_FEWEST_LETTERS = 4.0  # of an empty column, so that it keeps some room

Measure = Callable[[str, bool], float]
"""Width of a word in points; True for a column's heading."""


def column_widths(table: Table, available: float, padding: float, measure: Measure) -> list[float]:
    """Widths in points that add up to `available`; `padding` is left and right together. `table` is squared."""
    least = [_longest_word(head.words, measure, heading=True) for head in table.header]
    for row in table.rows[:_ROWS_LOOKED_AT]:
        for at, cell in enumerate(row):
            words = " ".join(part.words for part in cell.paragraphs)
            least[at] = max(least[at], _longest_word(words, measure, heading=False))
    least = [width + padding + 0.5 for width in least]
    shares = _filled(table) if len(table.rows) >= _LONG and len(table.header) >= _WIDE else table.widths
    if sum(least) >= available:  # words will be broken: as many in one column as in another
        whole = sum(least)
        return [available * need / whole for need in least]
    return _raised(shares, least, available)


def _filled(table: Table) -> tuple[float, ...]:
    """Each column's share, bent towards how much stands in its cells, long ones weighing more."""
    rows = table.rows[:_ROWS_LOOKED_AT]
    squares = [0] * len(table.widths)
    for row in rows:
        for at, cell in enumerate(row):
            squares[at] += min(sum(len(part.words) for part in cell.paragraphs), _CHARACTERS_LOOKED_AT) ** 2
    letters = [_FEWEST_LETTERS + (held / max(1, len(rows))) ** 0.5 for held in squares]
    return tuple(share ** (1 - _BENT) * held**_BENT for share, held in zip(table.widths, letters, strict=True))


def _raised(shares: tuple[float, ...], least: list[float], available: float) -> list[float]:
    """Columns below their least width get it; the others share what is left, again and again until none is below."""
    fixed: set[int] = set()
    while True:
        free = available - sum(least[at] for at in fixed)
        total = sum(share for at, share in enumerate(shares) if at not in fixed)
        widths = [least[at] if at in fixed else free * share / total for at, share in enumerate(shares)]
        short = {at for at, width in enumerate(widths) if at not in fixed and width < least[at]}
        if not short:
            return widths
        fixed |= short


def _longest_word(text: str, measure: Measure, *, heading: bool) -> float:
    words = sorted(text[:_CHARACTERS_LOOKED_AT].split(), key=len, reverse=True)[:3]
    return max((width for word in words if (width := measure(word, heading)) <= _LONGEST_KEPT), default=0.0)
