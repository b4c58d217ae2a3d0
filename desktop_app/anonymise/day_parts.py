"""Clock times as the part of the day they fall in: "14:05" is "in the afternoon"."""

from __future__ import annotations

import re

_FIGURES = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>[0-5]\d))?(?:[:.]\d\d)?\s?(?P<half>[ap])?\.?m?\.?(?P<hours>hrs|hours|h)?",
    re.IGNORECASE,
)
_WORDS = {"noon": 12, "midday": 12, "midnight": 0}
# First hour of each part, what it is called alone, and after "at": Candour's own, as people speak.
_PARTS = (
    (0, "night", "at night"),
    (6, "morning", "in the morning"),
    (12, "afternoon", "in the afternoon"),
    (18, "evening", "in the evening"),
    (22, "night", "at night"),
)


def part_of_day(words: str) -> tuple[str, str] | None:
    """("afternoon", "in the afternoon"), or None where the words leave open which half of the day is meant."""
    hour = _hour(words.strip())
    if hour is None:
        return None
    _, alone, phrase = next(part for part in reversed(_PARTS) if part[0] <= hour)
    return alone, phrase


def _hour(words: str) -> int | None:
    named = next((hour for word, hour in _WORDS.items() if word in words.lower()), None)
    if named is not None:
        return named
    match = _FIGURES.fullmatch(words)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        return hour % 12 + (12 if match["half"].lower() == "p" else 0) if hour <= 12 else None
    told = match["hours"] or match["hour"].startswith("0") or hour > 12
    return hour if match["minute"] and told and hour < 24 else None
