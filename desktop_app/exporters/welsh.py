"""Which stretches of an English text are Welsh, from `resources/language/welsh.toml`: a screen reader must be told."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.common.resources import resource

_WORD = re.compile(r"[\w’']+")
_ALONE = re.compile("[ŵŷŴŶ]")  # letters of no other language that is printed here
_EDGES = ".,;:!?()“”‘’\"'"


@dataclass(frozen=True, slots=True)
class _Known:
    strong: frozenset[str]
    weak: frozenset[str]
    links: frozenset[str]


@functools.cache
def _known() -> _Known:
    held = tomllib.loads(resource("language", "welsh.toml").read_text("utf-8"))
    return _Known(frozenset(held["strong"]), frozenset(held["weak"]), frozenset(held["links"]))


def welsh(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each Welsh run, in order. Most texts have none, and are told so quickly."""
    if not _ALONE.search(text) and _known().strong.isdisjoint(word.strip(_EDGES) for word in text.split()):
        return ()
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    known = _known()
    run: list[tuple[int, int, int]] = []  # start, end, how Welsh a word is by itself
    for match in _WORD.finditer(text):
        weight = _weight(match.group(), known)
        if run and (weight == 0 or text[run[-1][1] : match.start()] not in (" ", "-", "\u00a0")):
            yield from _run(run)
            run = []
        if weight:
            run.append((match.start(), match.end(), weight))
    yield from _run(run)


def _weight(word: str, known: _Known) -> int:
    if word in known.strong or _ALONE.search(word):
        return 3
    return 2 if word in known.weak else int(word in known.links)


def _run(run: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """From the first word to the last that is more than a link, where one of them is Welsh by itself."""
    while run and run[0][2] == 1:
        run = run[1:]
    while run and run[-1][2] == 1:
        run = run[:-1]
    if any(weight == 3 for _, _, weight in run):
        yield run[0][0], run[-1][1]
