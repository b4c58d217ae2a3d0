"""Ages told in passing: "an infant of six weeks", "prob 14", "he is 16 in three weeks", "8 going on 9"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.age_numbers import LONG_UNIT, NUMBER
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.date_shapes import DAYS, MONTHS
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_STOP = r"(?=[,.;:)!?”\"]|$|\n|[ ]?\|)(?!\.\d)"
_GROWN = r"(?:1\d|[2-9]\d|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_SHAPES: tuple[tuple[frozenset[str], Shape], ...] = (
    (
        frozenset(
            ["infant", "newborn", "toddler", "pupil", "student", "female", "male", "gentleman", "lady", "patient"]
        ),
        Shape(rf"\w+[ ]of[ ](?P<age>{NUMBER}[ ]?{LONG_UNIT})\b", I),
    ),
    (
        frozenset(["prob", "probably", "maybe", "perhaps", "possibly", "poss", "guess", "roughly"]),
        Shape(rf"\w+[ ](?:only[ ]|about[ ])?(?P<age>{_GROWN}(?:[ ]?(?:or|to|-|–)[ ]?{_GROWN})?){_STOP}", I),
    ),
    (frozenset(["just"]), Shape(rf"just[ ]gone[ ](?P<age>{_GROWN}){_STOP}", I)),
    (frozenset(["now"]), Shape(rf"now[ ](?P<age>{_GROWN}),[ ](?:he|she|they|I)\b", I)),
    (frozenset(["between"]), Shape(rf"between[ ](?P<age>{NUMBER}[ ]and[ ]{NUMBER}),?[ ](?:he|she|they|I)\b", I)),
    # "child 2Y asleep"
    (
        frozenset(["child", "baby", "pt", "patient", "male", "female", "boy", "girl", "infant", "toddler"]),
        Shape(r"\w+[ ,]{1,2}(?P<age>\d{1,3}[ ]?(?:Y|M|W|yo|YO|y/o)(?:[ ]?\d{1,2}[ ]?[MmWw])?)(?=[ ,.;:)]|$|\n)"),
    ),
    # "Irena is 88 herself"; "the mother, whom I have met, is twenty."
    (
        frozenset(["is", "was"]),
        Shape(rf"\w+[ ](?:only[ ]|just[ ]|about[ ]|nearly[ ])?(?P<age>{NUMBER})(?=[ ](?:himself|herself)\b)", I),
    ),
    (
        frozenset(["is", "was"]),
        Shape(
            rf"(?:(?<=\b[Ss]he )|(?<=\b[Hh]e )|(?<=[a-z], )|(?<=ther )|(?<=who ))\w+[ ](?P<age>{_GROWN}|twenty"
            rf"|thirty|forty|fifty"
            rf"|sixty|seventy|eighty|ninety|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+){_STOP}"
        ),
    ),
    # "and at thirty-one walked into"
    (
        frozenset(["at"]),
        Shape(
            r"at[ ](?P<age>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)-(?:one|two|three|four|five|six|seven"
            r"|eight|nine)"
            r"|(?:thir|four|fif|six|seven|eigh|nine)teen)(?=,|[ ](?:he|she|I|they|[a-z]+ed|had|was|went|left|began"
            r"|ran|met)\b)"
        ),
    ),
    # "Baby, then ten weeks, weighed"
    (
        frozenset(["then", "now", "only", "still"]),
        Shape(rf"(?<=, )\w+[ ](?P<age>{NUMBER}[ ]{LONG_UNIT})(?=[,;)])(?![,;)][ ]later)"),
    ),
    # "Found deceased, 36": how somebody was found, and how old
    (
        frozenset(["deceased", "dead", "died", "missing", "survivor", "widow", "widower", "bereaved", "suspect"]),
        Shape(rf"\w+,?[ ]\(?(?:aged?[ ])?(?P<age>[1-9]\d){_STOP}"),
    ),
    # "I asked how old. “Three, four”"
    (
        frozenset(["old"]),
        Shape(
            rf"(?<=how )old\b[^\w\n]{{1,4}}(?P<age>{NUMBER}(?:(?:,|[ ]or|,[ ]maybe|[ ]maybe)[ ]{NUMBER})?){_STOP}", I
        ),
    ),
    # "She met him at Tanya's thirtieth."
    (
        frozenset(["at", "for", "before", "after", "since", "on"]),
        Shape(
            r"\w+[ ](?:(?:my|his|her|our|their)[ ][a-z]+|[A-Z][\w-]+)['’]s[ ](?P<age>(?:1[368]|[2-9][01])(?:th|st)"
            r"|(?:thirteen|sixteen|eighteen|twenty-fir|thirtie|fortie|fiftie|sixtie|seventie|eightie|ninetie)(?:th|st))"
            rf"(?:[ ](?:birthday|party|do|bash))?{_STOP}"
        ),
    ),
    # "he's 16 in 3 weeks", "she is eighteen on Saturday", "I'll be 70 next month"
    (
        frozenset(["s", "is", "be", "turns", "re", "m", "am", "was"]),
        Shape(
            rf"(?:(?<=\b[Hh]e['’])s|(?<=\b[Ss]he['’])s|is|be|turns|am|was|(?<=they['’])re|(?<=I['’])m)[ ](?:only[ ]"
            rf"|just[ ])?(?P<age>{NUMBER}[ ]"
            rf"(?:in[ ](?:a[ ]|{NUMBER}[ ])?(?:days?|weeks?|months?|{MONTHS})|on[ ](?:the[ ]\d|{DAYS}|{MONTHS}|\d)"
            rf"|next[ ]"
            rf"(?:week|month|year|{DAYS}|{MONTHS}|birthday)|this[ ](?:week|month|year|term|spring|summer|autumn"
            rf"|winter|Christmas|{DAYS}|{MONTHS})|tomorrow"
            rf"|today)\b)",
            I,
        ),
    ),
    (
        frozenset(["going"]),
        Shape(rf"(?:(?<=\d )|(?<=[a-z] ))going[ ]on[ ](?P<age>{NUMBER})(?=[,.;:)!?]|$|\n|[ ](?:and|but|when)\b)", I),
    ),
    # "in the paper it said four", and said what is counted would follow
    (
        frozenset(["children", "sibs", "siblings", "kids", "boys", "girls", "grandchildren"]),
        Shape(rf"\w+[ ]\((?P<age>{NUMBER}(?:(?:,|[ ]?&|[ ]and|,[ ]and)[ ]?{NUMBER})*)\)", I),
    ),
)
_FROM_A_NUMBER = re.compile(
    r"\d{1,3}/(?:7|12|52)[ ]old\b|\d{1,2}(?:st|nd|rd|th)[ ]b['’]?day\b|(?<=\([mf],[ ])\d{1,2}(?=\))", I
)
_BEFORE_GOING = re.compile(rf"\b(?P<age>{NUMBER})[ ]$", I)
_CELL_START = re.compile(r"(?P<lead>[|\t][ ]?)(?P<age>\d{1,3})(?=[ ]?(?:,|;|yo\b|y\b|M\b|F\b)[ ]?)(?![,;]\d)")
_NAMED_CELL = re.compile(
    r"(?:^|\n|[|\t])[ ]?(?:[A-Z][\w’'\-]+,[ ]?[A-Z]\.?|(?:[A-Z]\.){2,3}|[A-Z]{2,3}"
    r"|[A-Z][a-z’'\-]+(?:[ ][A-Z][\w’'\-]+){0,2})[ ]?$"
)
_OLDEST = 110


def find_ages_in_passing(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    text = anchors.text
    for words, shape in _SHAPES:
        for match in anchors.tried((shape,), anchors.of(words)):
            start, end = match.span("age")
            if words == frozenset(["going"]):
                before = _BEFORE_GOING.search(text, max(0, match.start() - 14), match.start())
                start = before.start("age") if before else start
            yield Span(start, end, "age", 3, "an age")
    for match in anchors.tried((_FROM_A_NUMBER,), anchors.numbers):
        yield Span(*match.span(), "age", 3, "an age")
    for match in _CELL_START.finditer(text):
        if 0 < int(match["age"]) <= _OLDEST and _NAMED_CELL.search(text, max(0, match.start() - 40), match.start()):
            yield Span(*match.span("age"), "age", 3, "an age")
