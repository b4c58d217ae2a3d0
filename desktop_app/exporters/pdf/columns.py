"""How wide a table's columns are: the shares asked for, but no column narrower than its longest short word."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop_app.exporters.pdf.design import CELL, CELL_ACROSS, CELL_HEAD
from desktop_app.exporters.pdf.glyphs import drawable

_LONGEST_KEPT = 96.0  # points: a longer word may be broken rather than widen its column
_ROWS_LOOKED_AT = 400


def column_widths(
    shares: tuple[float, ...], header: list[str], rows: Iterable[list[str]], available: float
) -> list[float]:
    """Widths in points that add up to `available`."""
    least = [_longest_word(head, CELL_HEAD.fontName, CELL_HEAD.fontSize) for head in header]
    for number, row in enumerate(rows):
        if number == _ROWS_LOOKED_AT:
            break
        for at, cell in enumerate(row):
            least[at] = max(least[at], _longest_word(cell, CELL.fontName, CELL.fontSize))
    least = [width + 2 * CELL_ACROSS + 0.5 for width in least]
    if sum(least) >= available:
        return [available * share / sum(shares) for share in shares]
    return _raised(shares, least, available)


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


def _longest_word(text: str, font: str, size: float) -> float:
    words = sorted(drawable(text[:2000]).split(), key=len, reverse=True)[:3]
    fitting = [width for word in words if (width := stringWidth(word, font, size)) <= _LONGEST_KEPT]
    return float(max(fitting, default=0.0))
