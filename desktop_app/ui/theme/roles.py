"""Colour roles: what a colour is for, in three schemes. Code asks for a role and never for a hex.

The figures behind them are in `theme.contrast`, and the tests hold every pair to them.
"""

from __future__ import annotations

from enum import StrEnum


class Scheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_COLUMNS = (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST)

# role -> light, dark, high contrast
_TABLE: dict[str, tuple[str, str, str]] = {
    "window": ("#F2F4F1", "#141818", "#000000"),  # the desk behind panels
    "rail": ("#E8EBE7", "#101414", "#000000"),  # left rail, brand corner
    "surface": ("#FFFFFF", "#1B2021", "#000000"),  # panels, fields, bars, thread
    "sunken": ("#F7F8F6", "#171B1C", "#000000"),  # alternate lanes, margin notes, table heads
    "hover": ("#EDF1EE", "#252C2D", "#1F1F1F"),  # row or button under the pointer
    "soft": ("#DDEBF0", "#17363F", "#00343F"),  # selected row, current page, accent badge
    "softline": ("#A9C9D5", "#33616F", "#5FE3FF"),  # border of tokens and accent badges, thread line
    "line": ("#D8DDD8", "#323A3A", "#FFFFFF"),  # hairlines between things (decoration only)
    "edge": ("#7A847F", "#75827D", "#FFFFFF"),  # borders of fields and buttons, empty nodes
    "text": ("#1C2422", "#E7ECE9", "#FFFFFF"),  # body and headings
    "text2": ("#46514D", "#BAC4BF", "#FFFFFF"),  # labels, second lines, rail words
    "text3": ("#58635F", "#9BA7A2", "#E2E2E2"),  # placeholders, counts, disabled words
    "accent": ("#17576F", "#7CC4DB", "#5FE3FF"),  # primary button, links, focus, current
    "onaccent": ("#FFFFFF", "#0B2630", "#000000"),  # words on accent
    "good": ("#1C6443", "#86CFA4", "#7CF5A8"),  # done, met, saved
    "goodbg": ("#E2F0E7", "#17301F", "#000000"),
    "warn": ("#744D00", "#E6BE6A", "#FFD54A"),  # late, needs a look
    "warnbg": ("#FAEED2", "#332709", "#000000"),
    "bad": ("#98292B", "#F2A19A", "#FFA49C"),  # contradiction, direct identifier, failed
    "badbg": ("#FAE6E4", "#3A1B1A", "#000000"),
    "mark": ("#FBE9B4", "#4A3A10", "#4A3A00"),  # differing or doubtful words
    "markline": ("#8A5D00", "#E6BE6A", "#FFD54A"),  # 2 px underline of mark
    "hatch": ("#A7B0AB", "#55605D", "#B8B8B8"),  # gap hatching, scope bars
}

ROLES: dict[Scheme, dict[str, str]] = {
    scheme: {role: row[column] for role, row in _TABLE.items()} for column, scheme in enumerate(_COLUMNS)
}


class Pattern(StrEnum):
    SOLID = "solid"
    DIAGONAL = "diagonal"
    DOTS = "dots"
    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"
    BACK_DIAGONAL = "back-diagonal"
    CROSS = "cross"
    CHECK = "check"


PATTERNS: tuple[Pattern, ...] = tuple(Pattern)

# Eight agencies told apart with every common kind of sight (OKLab distance at least 8 of 100 after simulation).
AGENCIES: dict[Scheme, tuple[str, ...]] = {
    Scheme.LIGHT: ("#0061B7", "#00321D", "#815914", "#C36086", "#8D841B", "#540970", "#3788DD", "#4A4F54"),
    Scheme.DARK: ("#7CB3FD", "#BDF2D7", "#E1A671", "#B37EA4", "#F3CE76", "#9480E2", "#60DEFE", "#ACB1B8"),
    Scheme.CONTRAST: ("#6C94F1", "#41D0A7", "#B48C98", "#F29F50", "#FBDF6E", "#CAA8F9", "#A8D6E3", "#E7EFF5"),
}


def agency_look(order: int) -> tuple[int, Pattern]:
    """(index of the colour, pattern) of the agency with this order, from 1.

    After eight agencies the colours come again, each with the next pattern, so that no two look alike until 64.
    """
    index = max(order, 1) - 1
    colour = index % len(PATTERNS)
    return colour, PATTERNS[(colour + index // len(PATTERNS)) % len(PATTERNS)]
