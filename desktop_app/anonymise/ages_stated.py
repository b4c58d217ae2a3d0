"""Ages that somebody states, or at which something happened: "gives her age as 15", "they say 17", "left at ten"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.age_numbers import LONG_UNIT, NUMBER, WORD_NUMBER
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_STOP = r"(?=[,.;:)!?”\"]|$|\n)"
_ENDS = rf"(?:{_STOP}|(?=[ ](?:and|but|or|at|on|in|when|though|by|with)\b))(?!\.\d)"
_YOUNG = (
    r"(?P<age>1\d|2[0-5]|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:[- ](?:one|two|three))?)"
)
_SHAPES: tuple[tuple[frozenset[str], Shape], ...] = (
    # "gave her own age as twenty-one", "Age: says 17", "age given as 15", "age unknown, thought 14"
    (
        frozenset(["age"]),
        Shape(
            rf"age(?:[ ](?:is|was|being|given|recorded|stated|listed|put|shown|noted))*[ ](?:as|at|to[ ]be)[ ]"
            rf"(?P<age>{NUMBER}){_ENDS}",
            I,
        ),
    ),
    (
        frozenset(["age"]),
        Shape(
            rf"age:[ ](?:[a-z]+,?[ ]){{1,3}}(?P<age>{NUMBER}){_STOP}",
            I,
        ),
    ),
    (
        frozenset(["says", "say", "said", "reckons", "reckon", "states", "insists", "maintains"]),
        Shape(rf"\w+[ ]{_YOUNG}{_STOP}(?![ ]?(?:%|per\b))", I),
    ),
    # "u dont look 13 lol"
    (
        frozenset(["look", "looks", "looked"]),
        Shape(rf"\w+[ ](?:about[ ]|like[ ]|only[ ])?{_YOUNG}(?:{_STOP}|(?=[ ](?:lol|tbh|to|or|at|and|x+)\b))", I),
    ),
    # "Nearly 18." as a sentence of its own
    (
        frozenset(["nearly", "almost", "just", "only", "rising", "now", "already"]),
        Shape(
            rf"(?:(?<=[.!?]\s)|(?<=[–-]\s)|(?<=\n))(?:nearly|almost|just|only|rising|now|already)[ ]{_YOUNG}(?=[.;])"
            rf"(?!\.\d)",
            I,
        ),
    ),
    # "female child approx 18 months", "infant, about three weeks"
    (
        frozenset(["child", "infant", "baby", "toddler", "boy", "girl", "male", "female"]),
        Shape(
            rf"\w+,?[ ](?:of[ ]|aged[ ])?(?:about|around|roughly|approx\.?|approximately|est\.?|nearly)[ ]"
            rf"(?P<age>{NUMBER}[ ]?{LONG_UNIT})\b",
            I,
        ),
    ),
    # "broken arm at 11m,"
    (
        frozenset(["at"]),
        Shape(r"at[ ](?P<age>\d{1,2}(?:mths?|mo|m|wks?|w|yrs?|y))(?=[,.;)]|$|\n)", I),
    ),
    # "she was in fact 17 and 5 months"
    (
        frozenset(["was", "is", "be", "now"]),
        Shape(
            rf"\w+[ ](?:(?:in[ ]fact|actually|really|only|just|now|still|by[ ]then)[ ])?"
            rf"(?P<age>{NUMBER}(?:,?[ ]and[ ](?:\d\d?|{WORD_NUMBER})[ ]months)|(?<=fact )1\d){_ENDS}",
            I,
        ),
    ),
)
# What happens to somebody at an age, and to nobody at an hour.
_HAPPENED = re.compile(
    r"\b(?:learn(?:ed|t)|discovered|diagnosed|orphaned|widowed|bereaved|adopted|fostered|excluded|expelled|emigrated"
    r"|left|leaving|came to|went to live|moved in|taken in|taken into care|removed|placed|began|started|stopped|walked"
    r"|gave birth|pregnant|married|first drank|homeless|where (?:I|he|she|they|we) (?:was"
    r"|were))\b[^.;:!?\n\d]{0,24}\bat $",
    I,
)
_AT_YEARS = re.compile(
    rf"at[ ](?:(?P<months>{NUMBER}[ ](?:months|weeks|days))\b"
    rf"|(?P<years>1[3-9]|nine|ten|eleven|twelve|[a-z]+teen)"
    r"(?=[.,;)]|$|\n|[ ](?:from|by|without|with|and|having|because|when|to|after|under|in|for)\b)(?!\.\d))",
    I,
)


def find_ages_stated(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    for words, shape in _SHAPES:
        for match in anchors.tried((shape,), anchors.of(words)):
            yield Span(*match.span("age"), "age", 3, "an age")
    text = anchors.text
    for match in anchors.tried((_AT_YEARS,), anchors.of(frozenset(["at"]))):
        if _HAPPENED.search(text, max(0, match.start() - 44), match.start() + 3):
            yield Span(*match.span(match.lastgroup or 0), "age", 3, "an age")
