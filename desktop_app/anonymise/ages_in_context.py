"""Ages that only the words around give away: "(then 4)", "three under ten", the answer to "How old are they?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.age_numbers import NUMBER as N
from desktop_app.anonymise.age_numbers import UNIT
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_AGE = rf"{N}(?:[ -]?{UNIT})?"
_SHAPES: tuple[tuple[frozenset[str], Shape], ...] = (
    (
        frozenset(["then", "now", "still", "nearly", "just", "age", "approx", "approximately"]),
        Shape(
            rf"(?<=\()(?:then|now|still|nearly|just|age|approx\.?|approximately)[ ]"
            rf"(?:only[ ]|just[ ]|nearly[ ])?(?P<age>{_AGE})(?=\)|,|;)",
            I,
        ),
    ),
    (
        frozenset(["approx", "approximately", "about", "around"]),
        Shape(rf"(?<=, )(?:approx\.?|approximately|about|around)[ ](?P<age>{N}[ ]years)(?=[,.;]|$)", I),
    ),
    # "three under ten", and not "children under five", for whom a service is
    (
        frozenset(["two", "three", "four", "five", "six", "both", "all"]),
        Shape(rf"\b(?:two|three|four|five|six|both|all)(?:[ ]of[ ]them)?[ ]under[ ](?P<age>{N})(?=[.,;)]|$|\n)", I),
    ),
    (
        frozenset(["how"]),
        Shape(
            rf"how old[^?\n]{{0,30}}\?[ \t]*\n?[ \t]*(?P<age>{_AGE}(?:(?:,|,?[ ]and|[ ]&)[ ]{_AGE}){{0,5}})"
            rf"(?=[.,;)|]|$|\n)",
            I,
        ),
    ),
    # "he'd have been three", "would have been ten on the 4th"
    (
        frozenset(["would", "d"]),
        Shape(
            rf"(?:would|(?<=['’])d)(?:['’]ve|[ ]have|[ ]of)[ ]been[ ](?P<age>{N})"
            rf"(?=[.,;!?)]|$|\n|[ ](?:on|this|in|now|today|next|by|and|when)\b)",
            I,
        ),
    ),
    # "nearly 15", "she looks about twelve", "believed to be 20-25"
    (
        frozenset(["nearly", "almost", "rising", "not", "only"]),
        Shape(rf"(?<=[\"“(])(?:nearly|almost|rising|not yet|only)[ ](?P<age>{N})(?=[\"”),.])", I),
    ),
    (
        frozenset(["looks", "looked", "appears", "appeared", "believed", "thought", "looking", "apparently", "seems"]),
        Shape(
            r"\w+(?:[ ]to[ ]be)?[ ](?:(?:about|around|approx\.?|roughly|only|barely|nearly|no more than)[ ])?"
            r"(?P<age>\d\d(?:[ ]?(?:-|–|to|or)[ ]?\d\d)?|(?:ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six)ty))"
            r"(?=[,.;:)!?]|$|\n|[ ](?:but|and|or|years|yrs|at|in|with)\b)",
            I,
        ),
    ),
    # "male, approx 30 yrs", "F/15", "by nine she was"
    (
        frozenset(["approx", "approximately", "circa"]),
        Shape(r"(?:approx\.?|approximately|circa)[ ](?P<age>\d\d(?:[ ]?-[ ]?\d\d)?[ ]?yrs?)\b", I),
    ),
    (
        frozenset(["man", "woman", "male", "female", "lad", "bloke", "guy", "lady"]),
        Shape(
            r"\w+,?[ ](?:about|around|c\.?|circa|approx\.?)[ ]?"
            r"(?P<age>\d\d(?:[ ]?[-–][ ]?\d\d)?)(?![\w/])",
            I,
        ),
    ),
    (
        frozenset(["age"]),
        Shape(r"Age(?:[ ]at[ ][a-z]+)?[ ]?(?:=|\||[-–]|:|)[ ]?(?P<age>\d{1,2})(?=[ ,.;|)]|$|\n)"),
    ),
    (frozenset(["m", "f"]), Shape(r"(?<![\w/])[MF](?:/[ ]?(?=\d)|[ ](?=\d\d))(?P<age>[1-9]\d?)(?![\w/.-])")),
    (frozenset(["by"]), Shape(rf"By[ ](?P<age>{N}),?(?=[ ](?:she|he|they|I)[ ](?:was|were|had|could|did)\b)")),
    (
        frozenset(
            ["child", "boy", "girl", "lad", "man", "woman", "baby", "son", "daughter", "teenager", "boys", "girls"]
        ),
        Shape(
            rf"(?:child|boys?|girls?|lad|man|woman|baby|son|daughter|teenager)[ ]of[ ]"
            rf"(?P<age>{_AGE})(?=[.,;)]|$|[ ][a-z])",
            I,
        ),
    ),
    (
        frozenset(["at"]),
        Shape(rf"At[ ](?P<age>{N}),?(?=[ ](?:she|he|they|I|his|her|their)\b)"),
    ),
    # "two kids 3 & 1", "sibs: 9, 6 and 2"
    (
        frozenset(["kids", "children", "boys", "girls", "sons", "daughters", "sibs", "siblings", "twins", "lads"]),
        Shape(
            rf"(?:kids|children|boys|girls|sons|daughters|sibs|siblings|twins|lads)[ :,]{{1,2}}"
            rf"(?P<age>{_AGE}(?:(?:,|[ ]?[&+]|[ ]and|,[ ]and)[ ]?{_AGE}){{1,5}})(?=[.,;)]|$|\n|[ ](?:all|both"
            rf"|present|asleep|were|are|at|with)\b)",
            I,
        ),
    ),
    # years;months, as psychologists write
    (
        frozenset(["was", "is", "aged", "age", "at", "ca"]),
        Shape(r"(?:was|is|aged?|at|ca):?[ ](?P<age>\d{1,2};\d{1,2})\b", I),
    ),
    # "Sioned, class teacher, 52."
    (
        frozenset(["teacher", "worker", "nurse", "officer", "manager", "assistant", "mother", "father", "student"]),
        Shape(r"(?:teacher|worker|nurse|officer|manager|assistant|mother|father|student), (?P<age>\d\d)(?=[.,;)])"),
    ),
)


def find_ages_in_context(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    for words, shape in _SHAPES:
        for match in anchors.tried((shape,), anchors.of(words)):
            yield Span(*match.span("age"), "age", 3, "an age")
