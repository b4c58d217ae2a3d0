"""Contrast between two colours, as WCAG 2 counts it, and the pairs of roles that meet on the screen."""

from __future__ import annotations

TEXT_MINIMUM = 4.5
GRAPHIC_MINIMUM = 3.0

_GROUNDS = ("surface", "window", "rail", "sunken", "hover", "soft")
_STATUS_GROUNDS = ("surface", "window", "sunken", "soft")

# (words, what they stand on)
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((words, ground) for words in ("text", "text2", "text3", "accent") for ground in _GROUNDS),
    *((words, ground) for words in ("good", "warn", "bad") for ground in (f"{words}bg", *_STATUS_GROUNDS)),
    ("onaccent", "accent"),
    ("text", "goodbg"),
    ("text", "warnbg"),
    ("text", "badbg"),
    ("text", "mark"),
    ("text2", "warnbg"),
    ("accent", "warnbg"),
    ("accent", "mark"),
)

# (line or shape that carries meaning, what it stands on)
GRAPHIC_PAIRS: tuple[tuple[str, str], ...] = (
    *(("edge", ground) for ground in ("surface", "window", "sunken", "soft")),
    *(("accent", ground) for ground in ("surface", "window", "soft")),
    ("markline", "mark"),
    ("good", "surface"),
    ("warn", "surface"),
    ("bad", "surface"),
)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of "#RRGGBB"."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(a: str, b: str) -> float:
    """1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
