"""Ages that somebody reaches, claims or is taken to have: "approaching 18", "claims to be 18", "coming up to two"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.age_numbers import HALF, NUMBER, UNIT, WORD_NUMBER
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_ENDS = (
    r"(?=[,.;:)!?”\"]|$|\n|[ ](?:and|but|or|in|on|at|next|this|when|so|who|he|she|they|by|now|with|to|then"
    r"|maybe|soon|the)\b)"
    r"(?!\.\d)(?![ ]?(?:%|per\b))"
)
_GROWN = (
    r"(?P<age>1\d|[2-9]\d|(?:[a-z]+teen|ten|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?))"
)
_SHAPES: tuple[tuple[frozenset[str], Shape], ...] = (
    (
        frozenset(["turn", "reach", "approaching", "nearing", "pushing", "reached", "reaching", "aet", "aetat"]),
        Shape(rf"\w+\.?[ ](?P<age>{NUMBER}){_ENDS}", I),
    ),
    (
        frozenset(
            ["claims", "claimed", "claiming", "said", "says", "stated", "gave", "given", "recorded", "pretended"]
        ),
        Shape(rf"\w+[ ](?:to[ ]be|(?:(?:her|his|their)[ ]age[ ])?as)[ ](?:only[ ]|just[ ])?{_GROWN}{_ENDS}", I),
    ),
    (
        frozenset(["coming", "getting", "going", "not", "being", "probably", "perhaps", "possibly"]),
        Shape(
            rf"(?:coming[ ]up[ ](?:to|for)|getting[ ]on[ ]for|going[ ]on|not[ ]quite|being(?:[ ](?:only|just))?"
            rf"|probably|perhaps|possibly)[ ](?P<age>1\d|[2-9]\d|{WORD_NUMBER}){_ENDS}",
            I,
        ),
    ),
    (
        frozenset(["using", "drinking", "smoking", "working", "cutting", "caring", "living", "offending", "from"]),
        Shape(rf"(?:\w+ing[ ]since|from)[ ]{_GROWN}(?=[,.;)]|$|\n|[ ](?:he|she|they|I)[ ])", I),
    ),
    (
        frozenset(["is", "was", "s"]),
        Shape(
            rf"(?:(?<=he )|(?<=who )|(?<=child )|(?<=girl )|(?<=boy )|(?<=['’]))"
            rf"(?:is|was|s)[ ](?:still[ ])?(?:under|over)[ ]{_GROWN}{_ENDS}",
            I,
        ),
    ),
    # "When six, he", "when 14 she": at an age, and no hour
    (
        frozenset(["when"]),
        Shape(rf"when[ ](?:only[ ]|just[ ]|about[ ])?(?P<age>{NUMBER}),?(?=[ ](?:he|she|they|I)[ ])", I),
    ),
    # "aged between 6 and 9", "aged 6-9", "age range 6 to 9", "Children's ages: 9, 6, 2"
    (
        frozenset(["aged", "age", "ages"]),
        Shape(
            rf"(?:aged?|ages|age[ ]range)(?:[ ]between)?:?[ ](?P<age>{NUMBER}{HALF}(?:[ ]?{UNIT}\b)?"
            rf"(?:(?:,[ ]?(?:and[ ])?|[ ]?&[ ]?|[ ]and[ ]|[ ]to[ ]|[ ]?[-–][ ]?)"
            rf"{NUMBER}{HALF}(?:[ ]?{UNIT}\b)?)+)(?![\w/])",
            I,
        ),
    ),
    # "no older than 12", "can't be more than 15"; "on her 18th"
    (
        frozenset(["older", "younger", "be"]),
        Shape(rf"(?:(?:older|younger)[ ]than|be[ ](?:any[ ])?(?:more|older|younger)[ ]than)[ ]{_GROWN}{_ENDS}", I),
    ),
    (
        frozenset(["his", "her", "my", "their"]),
        Shape(rf"(?:his|her|my|their)[ ](?P<age>(?:1[3-9]|[2-9]\d)(?:st|nd|rd|th)){_ENDS}", I),
    ),
    (frozenset(["middle"]), Shape(r"(?P<age>middle-aged)", I)),
    (
        frozenset(["fifty", "forty", "thirty", "sixty", "twenty"]),
        Shape(r"(?P<age>\w+(?:-odd|-something|ish))\b", I),
    ),
)
_FROM_A_NUMBER = re.compile(
    r"\d{1,3}/[MF]\b|\d\d[ ][MF](?=[,.;:)]|$|\n|[ ](?:with|c/o|seen|pt)\b)|[2-9]\d(?:st|nd|rd|th)[ ]year\b(?=[,.]|$)"
    r"|[2-9]0(?:-something|-odd|ish)\b|\d\d?;\d\d\b|\d\d?\.\d[ ]years\b|\d\d?[ ]yrs?[ ]\d\d?/12\b"
)
_IN_FORTIES = re.compile(
    r"(?:[1-9]0['’]?s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties)(?!\w)", I
)
_SOMEBODY_IN = re.compile(r"\b(?:(?:their|our|your|his|her|my)|(?:male|female|man|woman|lad|IC\d),?) $", I)


def find_ages_reached(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    text = anchors.text
    for words, shape in _SHAPES:
        for match in anchors.tried((shape,), anchors.of(words)):
            yield Span(*match.span("age"), "age", 3, "an age")
    for match in anchors.tried((_FROM_A_NUMBER,), anchors.numbers):
        yield Span(*match.span(), "age", 3, "an age")
    for match in anchors.tried((_IN_FORTIES,), anchors.numbers):
        if _SOMEBODY_IN.search(text, max(0, match.start() - 8), match.start()):
            yield Span(*match.span(), "age", 3, "an age")
