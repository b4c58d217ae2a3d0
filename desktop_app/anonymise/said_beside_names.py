"""Names given away by who they are said to be: "Mark, the caretaker, let her in", "our kev", "Bed 7 Grange, Molly"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.date_shapes import MONTHS
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of, plain

_NAME = r"[A-Z][a-z’'\-]+"
# At the start of a sentence, where a capital says nothing.
_APPOSITION = re.compile(
    rf"(?:^|(?<=[.!?][ ])|(?<=[.!?]\n)|(?<=\n))(?P<who>{_NAME}), (?:my|our|his|her|their|the|an?|who|whose|aged)[ ]"
    rf"[a-z][\w’'\- ]{{2,44}}(?:,|[.;]|[ ][-–])"
)
_OUR = re.compile(r"(?:our|r)[ ](?P<who>[a-z]{3,}?)(?P<s>['’]?s)?\b")
_BED = re.compile(
    rf"(?:[Bb]ed|[Bb]ay|[Cc]ubicle|[Ss]ide [Rr]oom|SR)[ ]?\d{{1,2}}[:.]?[ ][-–]?[ ]?(?P<who>{_NAME}(?:,[ ]{_NAME})?)"
    r"(?=[ ]\d|[,;(]|[ ][-–(]|\n|$)"
)
_MONTH_NAMES = frozenset(MONTHS.lower().split("|"))
_NO_CAPITALS = frozenset(["our", "r"])


def find_said_beside(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in _APPOSITION.finditer(text):
        base = base_of(match["who"])
        if plain(base) in lexicon.given_names() and _may_name(base) and base not in _MONTH_NAMES:
            yield _person(match, strength)
    for match in anchors.tried((_OUR,), anchors.of(_NO_CAPITALS)):
        for who in (match["who"] + (match["s"] or ""), match["who"]):
            if plain(who) in lexicon.given_names() and _may_name(who) and not lexicon.is_word(who):
                yield Span(match.start("who"), match.start("who") + len(who), "person", 2, "one of ours")
                break
    for match in anchors.tried((_BED,), anchors.of(frozenset(["bed", "bay", "cubicle", "side", "sr"]))):
        if all(_may_name(base_of(word)) for word in TOKEN.findall(match["who"])):
            yield _person(match, strength)


def _may_name(base: str) -> bool:
    return base not in lexicon.allowed() and base not in FUNCTION_WORDS | NEVER_NAMES


def _person(match: re.Match[str], strength: Strength) -> Span:
    remember(match["who"], strength)
    return Span(*match.span("who"), "person", 2, "a name, and who that is")
