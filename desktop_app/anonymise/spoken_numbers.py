"""Numbers said digit by digit, as a machine or a clerk takes them down: "oh double seven, double oh, nine four one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

_DIGIT = "(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine)"
_SAID = rf"(?:(?:double|treble|triple)[ -])?{_DIGIT}"
_FEWEST = 6  # groups: a code, an account or a telephone number
_NUMBER = re.compile(rf"{_SAID}(?:[, .…-]{{1,3}}{_SAID}){{{_FEWEST - 1},}}\b", re.IGNORECASE)
_STARTS = frozenset(
    [
        "oh",
        "zero",
        "nought",
        "double",
        "treble",
        "triple",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
    ]
) | {"nine"}
_COUNTING = re.compile(r"one[, ]+two[, ]+three[, ]+four|five[, ]+four[, ]+three[, ]+two", re.IGNORECASE)


def find_spoken_numbers(anchors: Anchors) -> Iterator[Span]:
    """Tier 1; a child who counts aloud is none."""
    end = 0
    for match in anchors.tried((_NUMBER,), sorted(anchors.of(_STARTS))):
        if match.start() < end:
            continue
        end = match.end()
        if not _COUNTING.search(match.group()):
            yield Span(*match.span(), "phone", 1, "a number said digit by digit")
