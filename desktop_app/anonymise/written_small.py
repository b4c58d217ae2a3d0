"""Places and schools without capitals, as in messages: "come wood green", "at nursery (little acorns)"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, base_of

_PLACED = re.compile(
    r"\b(?:in|from|near|come|came|round|over|live|lives|lived|living|born in|moved|out|around)(?: to)? $"
)
# Where only a place follows, be it called Hull or Leek: "lives in leek", "moved up from hull", a cell "Lives in Hull".
_WHERE = re.compile(
    r"\b(?:(?:lives?|lived|living|born|grew up|based|(?:house|flat|family|relatives) (?:is |are )?|staying|stays"
    r"|stayed|settled"
    r"|housed|rehoused|placed|uncle|aunt|cousin|nan|dad|mum) in|(?:moved?|moving|moves|relocated|returned|fled"
    r"|went back|"
    r"travelled)(?: (?:back|up|down|over|away))? (?:to|from)|(?:up|down|over|originally|family|lads?|bloke|man"
    r"|woman) from) $",
    re.IGNORECASE,
)
_NO_TOWN = frozenset(
    [
        *(
            "hope",
            "street",
            "battle",
            "bath",
            "stone",
            "eye",
            "march",
            "beer",
            "ham",
            "ash",
            "fear",
            "bed",
            "tears",
            "tow",
        ),
        *(
            "settle",
            "deal",
            "hook",
            "sandy",
            "well",
            "ware",
            "wells",
            "over",
            "union",
            "church",
            "bank",
            "normal",
            "home",
        ),
    ]
)
_OF_A_SCHOOL = frozenset(["nursery", "school", "playgroup", "preschool", "college", "primary", "childminder", "refuge"])
_IN_BRACKETS = re.compile(r"\w+ \((?P<here>[a-z][a-z'’\-]+(?: [a-z][a-z'’\-]+){0,3})\)")


def find_written_small(anchors: Anchors) -> Iterator[Span]:
    """Tier 3."""
    text, firsts = anchors.text, _places_of_ordinary_words()
    for start in anchors.of(_firsts()):
        if not text[start].islower() or not _PLACED.search(text, max(0, start - 12), start):
            continue
        first = text[start : text.find(" ", start)] if " " in text[start : start + 20] else ""
        for place in firsts.get(first, ()):
            end = start + len(place)
            if text.startswith(place, start) and not text[end : end + 1].isalnum():
                yield Span(start, end, "place", 3, "a place in lower case")
    for start in anchors.of(_towns()):
        if _WHERE.search(text, max(0, start - 28), start):
            word = re.compile(r"[^\W\d_]+").match(text, start)
            end = word.end() if word else start
            if not text[end : end + 2].replace(" ", "").isdigit() and text[end : end + 1] not in ("-", "'", "’"):
                yield Span(start, end, "place", 3, "a town, where only a place follows")
    for match in anchors.tried((_IN_BRACKETS,), anchors.of(_OF_A_SCHOOL)):
        words = [base_of(word) for word in match.group("here").split()]
        if not any(word in FUNCTION_WORDS or word in lexicon.allowed() for word in words):
            yield Span(*match.span("here"), "organisation", 3, "in brackets after a word for a school")


@functools.cache
def _places_of_ordinary_words() -> dict[str, list[str]]:
    """Places of two words that are both in the dictionary, by the first: in small letters nothing else finds them."""
    by_first: dict[str, list[str]] = {}
    for place in lexicon.places():
        words = place.split(" ")
        if len(words) == 2 and all(map(lexicon.is_word, words)) and not set(words) & FUNCTION_WORDS:
            by_first.setdefault(words[0], []).append(place)
    return by_first


@functools.cache
def _towns() -> frozenset[str]:
    """Towns of one word that are neither the field's nor grammar's."""
    ours = lexicon.allowed() | FUNCTION_WORDS | _NO_TOWN
    return frozenset(place for place in lexicon.places() if place.isalpha() and len(place) > 2 and place not in ours)


@functools.cache
def _firsts() -> frozenset[str]:
    return frozenset(_places_of_ordinary_words())
