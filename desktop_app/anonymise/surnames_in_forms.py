"""Surnames as forms and logs write them: "PC 2286 D. REES", "WORKER: M BISHOP", "the Pickles children"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of, plain

_CAPITALS = r"[A-Z][A-Z’'\-]{2,}"
_RANKS = frozenset(
    ["pc", "wpc", "pcso", "dc", "ds", "di", "dci", "ps", "sgt", "insp", "cpl", "const", "constable", "sergeant"]
)
_COLLAR = Shape(rf"\w+\.?[ ](?:\d{{2,6}}[ ])?(?P<who>(?:[A-Z]\.?[ ]){{1,2}}(?:{_CAPITALS}|[A-Z][a-z’'\-]{{2,}}))\b")
_POSTS = frozenset(
    [
        *(
            "worker",
            "visitor",
            "nurse",
            "midwife",
            "officer",
            "teacher",
            "manager",
            "carer",
            "doctor",
            "paramedic",
            "sw",
            "hv",
        ),
        *(
            "gp",
            "dsl",
            "iro",
            "author",
            "informant",
            "caller",
            "witness",
            "by",
            "with",
            "mother",
            "father",
            "victim",
            "suspect",
        ),
    ]
)
_AFTER_A_POST = Shape(rf"\w+:?[ ](?P<who>[A-Z]\.?[ ]{_CAPITALS})\b")
_LABELS = frozenset(
    [
        *(
            "child",
            "adult",
            "subject",
            "mother",
            "father",
            "parent",
            "carer",
            "name",
            "worker",
            "sw",
            "officer",
            "author",
            "pupil",
        ),
        *(
            "patient",
            "client",
            "victim",
            "witness",
            "informant",
            "caller",
            "resident",
            "tenant",
            "sibling",
            "partner",
            "suspect",
        ),
        *(
            "baby",
            "daughter",
            "son",
            "brother",
            "sister",
            "guardian",
            "referrer",
            "allocated",
            "reporter",
            "complainant",
        ),
    ]
)
_LABELLED = Shape(
    r"\w+(?:[ ]?\d| name| to)?[ ]?:[ ]{1,3}(?P<who>[A-Z][A-Z’'\-]*\.?(?:[ ][A-Z][A-Z’'\-]+\.?){0,3})"
    r"(?=[ ]{2}|[ ]?\n|[ ]?$|[ ]?[,;|\t(]|[ ](?:DOB|D\.O\.B|AGE|BORN|\d))",
    re.I,
)
_KINDRED = frozenset(
    ["children", "siblings", "twins", "family", "household", "brothers", "sisters", "kids", "boys", "girls"]
)
_BEFORE_KINDRED = re.compile(r"(?:(?<=[a-z,;(] )|(?<=: )|(?<=[-–] ))(?P<who>[A-Z][a-z’'\-]{2,})[ ]$")
_CREW = re.compile(r"(?<![.!?] )(?P<who>[A-Z][a-z]{2,})['’]s[ ](?:lot|crew|gang|mob|lads|firm|crowd)\b")


def find_surnames_in_forms(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for words, shape in ((_RANKS, _COLLAR), (_POSTS, _AFTER_A_POST)):
        for match in anchors.tried((shape,), anchors.of(words)):
            surname = TOKEN.findall(match["who"])[-1]
            if _may_name(surname):
                yield _person(match, strength)
    for match in anchors.tried((_LABELLED,), anchors.of(_LABELS)):
        if _is_a_name(match["who"]):
            yield _person(match, strength)
    for start in anchors.of(_KINDRED):
        before = _BEFORE_KINDRED.search(text, max(0, start - 24), start)
        if before and _is_known(before["who"]) and _may_name(before["who"]):
            yield Span(*before.span("who"), "name", 2, "a family's name")
    if "s " in text:
        for match in _CREW.finditer(text):
            if _may_name(match["who"]) and base_of(match["who"]) not in lexicon.word_set("people_words"):
                yield Span(*match.span("who"), "name", 2, "whose lot they are")


def _is_a_name(who: str) -> bool:
    """Capitals, more than one word or with an initial, none of them ordinary."""
    words = [word for word in TOKEN.findall(who) if len(word) > 1]
    whole = len(words) > 1 or (len(words) == 1 and len(who) > len(words[0]))
    return who.isupper() and whole and all(map(_may_name, words)) and any(map(_is_known, words))


def _may_name(word: str) -> bool:
    base = base_of(word)
    return (
        base not in lexicon.allowed()
        and base not in FUNCTION_WORDS | NEVER_NAMES
        and base not in lexicon.abbreviations()
    )


def _is_known(word: str) -> bool:
    base = plain(base_of(word))
    return base in lexicon.surnames() or base in lexicon.given_names() or not lexicon.is_word(base)


def _person(match: re.Match[str], strength: Strength) -> Span:
    remember(match["who"], strength)
    return Span(*match.span("who"), "person", 2, "a name as forms write it")
