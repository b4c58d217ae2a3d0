"""The time axis: the finest unit whose names fit, and above it the year, month or day that those are in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.ui.pages.chronology.timeline.calendar import UNITS, Unit, Words
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch

Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at `x`, with words after it when there is room ("" when there is none)."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """`below` are the units; `above` what they are in, and where that begins. Both from left to right."""

    below: tuple[Tick, ...]
    above: tuple[Tick, ...]


def axis(stretch: Stretch, left: float, width: float, measure: Measure, pad: float) -> Axis:
    """No words reach the next tick, nor the right end. `pad` px stand on both sides of each."""
    unit = _unit(width / stretch.length, measure, pad)
    at = list(unit.begins(stretch))
    spots = [max(stretch.x(minute, left, width), left) for minute in at]
    names = [unit.name(minute) for minute in at]
    below = _written(spots, _alike(names, spots, measure, pad), left + width, measure, pad)
    groups: list[tuple[float, Words]] = []
    for spot, minute in zip(spots, at, strict=True):
        words = unit.within(minute)
        if words and (not groups or groups[-1][1] != words):
            groups.append((spot, words))
    above = _written([x for x, _ in groups], [words for _, words in groups], left + width, measure, pad)
    return Axis(below, above)


def _unit(scale: float, measure: Measure, pad: float) -> Unit:
    fitting = [unit for unit in UNITS if unit.minutes * scale >= measure(unit.sample) + 2 * pad]
    return fitting[-1] if fitting else UNITS[0]


def _alike(names: list[Words], spots: list[float], measure: Measure, pad: float) -> list[Words]:
    """All names as long as each other: the longest form that fits every unit shown whole, and those after it."""
    whole = list(zip(names[1:-1], pairwise(spots[1:]), strict=True)) if len(names) > 2 else []
    form = 0
    for words, (start, end) in whole:
        while form < len(words) - 1 and measure(words[form]) > end - start - 2 * pad:
            form += 1
    return [words[form:] for words in names]


def _written(spots: list[float], words: list[Words], end: float, measure: Measure, pad: float) -> tuple[Tick, ...]:
    found = []
    afters = [*spots[1:], end] if spots else []
    for spot, after, choices in zip(spots, afters, words, strict=True):
        room = after - spot - 2 * pad
        found.append(Tick(spot, next((text for text in choices if measure(text) <= room), "")))
    return tuple(found)
