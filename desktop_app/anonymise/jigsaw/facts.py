"""The indirect facts that a finished text gives about the people in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.jigsaw.kinds import NUMBER, NUMBER_WORDS, signs
from desktop_app.anonymise.jigsaw.people import Cast, Named
from desktop_app.anonymise.result import Span

_AGE_OF = re.compile(rf"\b(?:boy|girl|man|woman|child|lad|person|student|pupil) of (?:{NUMBER})\b", re.IGNORECASE)
_BARE_AGE = re.compile(
    rf"(?<=, )(?:{NUMBER})(?=,)|\b(?:was|is) (?:{NUMBER_WORDS}|\d{{1,2}})(?= (?:at|when|years|and|but)\b|[.,;])"
)
_SEVERAL = re.compile(r"\bto\b|[-–]\d|\bor\b|\bearly\b|\blate\b|\bmid\b|\bteens\b|\bties\b")
# A month, or a day: finer than a season.
_FINE_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[./-]\d{1,2}[./-]\d|\d(?:st|nd|rd|th)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:christmas|boxing|new year)",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|as|around|outside|within|across)\s+(?:the\s+)?"
    r"(?:(?:small\s+)?(?:town|village|city|district|borough|parish|area|suburb|estate|hamlet|county)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:case|panel|meeting|procedure|policy|report|board|version) (?:of|in|at|from) $", re.IGNORECASE
)
_BEYOND = re.compile(
    r"\b(?:born|came|comes|come|moved|fled|arrived|is|was|are|were)\s+(?:\w+\s+)?(?:in|from|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# A population, or a service: what is said of it is said of nobody.
_POPULATION = re.compile(
    r"\b(?:one in (?:two|three|four|five|six|ten|\d+)|per cent|percent|%|national(?:ly)?|on average"
    r"|children (?:aged|who|in)|pupils (?:aged|who|in)|every child|all children|girls aged|boys of|girls of"
    r"|boys aged|staff|cases)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """`person` is a register uid. A coarse fact (a season, an age band) does not count, but may be undone elsewhere."""

    person: str
    kind: str
    value: str  # as printed
    rare: bool
    coarse: bool
    start: int  # Python string indices of the text it was found in
    end: int
    source: str = ""  # uid of the record that text came from, where it is known


def facts_in(
    text: str,
    cast: Cast,
    known_areas: Collection[str] = (),
    *,
    about: str = "",
    found: Sequence[Span] | None = None,
) -> Iterator[Fact]:
    """In order of place. `known_areas`: places that the cover names anyway, which say nothing new.

    `about` is the uid of the person a sentence is about that speaks of nobody; without it such a sentence says nothing.
    `found`: what the recognisers found in the text, where that is known already.
    """
    spans = detect(text) if found is None else found
    areas = {area.casefold() for area in known_areas}
    for start, sentence, named in cast.sentences(text):
        if not named and about:
            named = [(0, (about,))]
        if not named or _POPULATION.search(sentence):
            continue
        inside = [s for s in spans if start <= s.start < start + len(sentence)]
        seen: set[tuple[str, str]] = set()
        for kind, at, end, rare, coarse in sorted(_found(text, sentence, start, inside, areas), key=lambda f: f[1]):
            if any(a < end - start and at - start < b for a, b in cast.labels_in(sentence)):
                continue
            words = " ".join(text[at:end].split())
            if (kind, words.casefold()) in seen:
                continue
            seen.add((kind, words.casefold()))
            for person in _whose(named, at - start):
                yield Fact(person, kind, words, rare, coarse, at, end)


_Found = tuple[str, int, int, bool, bool]


def _found(text: str, sentence: str, start: int, spans: list[Span], areas: Collection[str]) -> Iterator[_Found]:
    for sign in signs():
        for match in sign.pattern.finditer(sentence):
            if sign.after and not sign.after.search(sentence, 0, match.start()):
                continue
            yield sign.kind, start + match.start(), start + match.end(), sign.rare, False
    told: set[int] = set()  # where an age is told already, in fuller words than a recogniser takes
    for pattern in (_AGE_OF, _BARE_AGE):
        for match in pattern.finditer(sentence):
            told.update(range(start + match.start(), start + match.end()))
            yield "age", start + match.start(), start + match.end(), False, False
    for span in spans:
        words = text[span.start : span.end]
        if span.kind == "age" and not words.startswith(("were ", "are ")):
            if span.start in told and span.end - 1 in told:
                continue
            yield "age", span.start, span.end, False, bool(_SEVERAL.search(words))
        elif span.kind == "date":
            yield "date", span.start, span.end, False, not _FINE_DATE.search(words)
        elif span.kind == "attribute" or (span.kind == "country" and _BEYOND.search(text[start : span.start])):
            yield "origin", span.start, span.end, False, False
        elif (
            span.kind in ("name", "place", "address") and _is_place(text, start, span) and words.casefold() not in areas
        ):
            yield "place", span.start, span.end, False, False


def _is_place(text: str, start: int, span: Span) -> bool:
    before = text[start : span.start]
    return span.kind == "address" or (bool(_BEFORE_PLACE.search(before)) and not _NO_PLACE.search(before))


def _whose(named: list[Named], at: int) -> tuple[str, ...]:
    """Those named nearest before the fact, else the first of the sentence."""
    before = [people for place, people in named if place <= at]
    return before[-1] if before else named[0][1]
