"""People called by a letter: "the baby, D, was", "children T and R", "Re J-B", "J 94%", and that letter again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span

_L = r"[A-Z]{1,2}"
_PEOPLE = frozenset(
    [
        *(
            "baby",
            "infant",
            "child",
            "son",
            "daughter",
            "sister",
            "brother",
            "mother",
            "father",
            "mum",
            "dad",
            "twin",
            "partner",
        ),
        *(
            "subject",
            "patient",
            "friend",
            "toddler",
            "pupil",
            "resident",
            "client",
            "girl",
            "boy",
            "woman",
            "man",
            "cousin",
        ),
        *(
            "uncle",
            "aunt",
            "grandmother",
            "grandfather",
            "nan",
            "husband",
            "wife",
            "boyfriend",
            "girlfriend",
            "neighbour",
        ),
        *(
            "stepfather",
            "stepmother",
            "carer",
            "tenant",
            "colleague",
            "niece",
            "nephew",
            "teenager",
            "sibling",
            "witness",
        ),
    ]
)
_BESIDE = Shape(rf"\w+(?:, |[ ]\(|[ ][-–][ ])(?P<who>{_L})(?=,|\)|[ ][-–])")
_SEVERAL = frozenset(
    [
        "children",
        "siblings",
        "twins",
        "brothers",
        "sisters",
        "adults",
        "boys",
        "girls",
        "sons",
        "daughters",
        "kids",
        "parents",
        "witnesses",
        "residents",
        "pupils",
        "sibs",
    ]
)
_LIST = Shape(r"\w+,?:?[ ](?P<first>[A-Z])(?P<more>(?:,[ ][A-Z])*(?:,?[ ](?:and|&|or)[ ][A-Z]))\b(?![.'’\-]\w)")
_LETTER = re.compile(r"\b[A-Z]\b")
_MATTER = Shape(r"[Rr][Ee]:?[ ](?P<who>[A-Z](?:-[A-Z])?)(?=[ ]\(|,[ ]a[ ]child\b|[ ]and[ ][A-Z]\b)")
_RATE = re.compile(rf"(?<![\w.£])(?P<who>{_L})[ ]\d{{1,3}}(?:\.\d)?%")
# "P's mum called", "a text from J", "saw M at home": one letter where only somebody's name stands.
_OWNS = re.compile(
    r"(?<![\w.'’&/-])(?P<who>[A-Z])['’]s[ ](?:mum|mam|mother|dad|father|school|partner|brother|sister|nan|gran"
    r"|teacher|house|flat"
    r"|phone|son|daughter|behaviour|attendance|placement|carer|social worker|GP|bedroom|room|ex|friend|family|parents"
    r"|needs|views|birth|care|case|progress|presentation|aunt|uncle|husband|wife|boyfriend|girlfriend|baby|siblings"
    r"|key)\b"
)
_TO_OR_FROM = Shape(
    r"(?i:(?:call|text|e-?mail|letter|message|visit|contact|information|update|report|referral)[ ](?:from|to|with"
    r"|about)|told"
    r"|asked|rang|saw|visited|phoned|texted|met|collected|interviewed|discussed)[ ](?P<who>[B-HJ-Z])"
    r"(?=[ ](?:that|he|she|they|who|was|is|has|had|to|at|about|in|and|this|by|on|if|for|with|again|today|after|when)\b"
    r"|[ ]?[.,;(]|$|\n)(?![.,][ ]?\d)",
    re.MULTILINE,
)
_SAYING = frozenset(
    [
        *(
            "call",
            "text",
            "email",
            "letter",
            "message",
            "visit",
            "contact",
            "information",
            "update",
            "report",
            "referral",
        ),
        *(
            "told",
            "asked",
            "rang",
            "saw",
            "visited",
            "phoned",
            "texted",
            "met",
            "collected",
            "interviewed",
            "discussed",
        ),
    ]
)
_NO_RATE = frozenset(
    ["UK", "GP", "EU", "LA", "FT", "AT", "IN", "NO", "IS", "PP", "PA", "CP", "LAC", "A", "I", "OF", "ON", "TO"]
)
# What somebody called by one letter is told of by.
_AGAIN_BEFORE = re.compile(
    r"(?:\b(?:with|to|told|that|and|of|saw|for|by|when|but) |[.;:,] |\n|^)$",
)
_NO_LETTERS = frozenset("AI")


def find_people_by_letters(anchors: Anchors) -> Iterator[Span]:
    """Tier 2, and tier 3 where a letter stands again."""
    text = anchors.text
    letters: set[str] = set()
    found: list[tuple[int, int]] = []
    for match in anchors.tried((_BESIDE,), anchors.of(_PEOPLE)):
        if match["who"] not in _NO_RATE:
            found.append(match.span("who"))
    for match in anchors.tried((_LIST,), anchors.of(_SEVERAL)):
        if match.group().endswith("A & E"):
            continue
        found.append(match.span("first"))
        found += [(each.start(), each.end()) for each in _LETTER.finditer(text, match.start("more"), match.end("more"))]
    for match in anchors.tried((_MATTER,), anchors.of(frozenset(["re"]))):
        found.append(match.span("who"))
    for match in anchors.tried((_TO_OR_FROM,), anchors.of(_SAYING)):
        found.append(match.span("who"))
    found += [match.span("who") for match in _OWNS.finditer(text)]
    if "%" in text:
        found += [match.span("who") for match in _RATE.finditer(text) if match["who"] not in _NO_RATE]
    for start, end in found:
        yield Span(start, end, "initials", 2, "called by a letter")
        letters.add(text[start:end])
    single = sorted(letter for letter in letters if len(letter) == 1 and letter not in _NO_LETTERS)
    if single:
        again = re.compile(rf"(?<!\w)[{''.join(single)}](?:['’]s)?(?=[ ,.;:)]|$)(?![ ]?\d)", re.MULTILINE)
        for match in again.finditer(text):
            if _AGAIN_BEFORE.search(text, max(0, match.start() - 6), match.start()):
                yield Span(match.start(), match.start() + 1, "initials", 3, "a letter by which somebody is called")
