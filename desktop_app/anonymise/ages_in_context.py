"""Ages that only the words around give away: "(then 4)", "three under ten", the answer to "How old are they?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.age_shapes import NUMBER as N
from desktop_app.anonymise.age_shapes import UNIT
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_AGE = rf"{N}(?:[ -]?{UNIT})?"
_SHAPES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (
        frozenset(["then", "now", "still", "nearly", "just", "age", "approx", "approximately"]),
        re.compile(
            rf"(?<=\()(?:then|now|still|nearly|just|age|approx\.?|approximately)[ ]"
            rf"(?:only[ ]|just[ ]|nearly[ ])?(?P<age>{_AGE})(?=\)|,|;)",
            I,
        ),
    ),
    (
        frozenset(["approx", "approximately", "about", "around"]),
        re.compile(rf"(?<=, )(?:approx\.?|approximately|about|around)[ ](?P<age>{N}[ ]years)(?=[,.;]|$)", I),
    ),
    # "three under ten", and not "children under five", for whom a service is
    (
        frozenset(["two", "three", "four", "five", "six", "both", "all"]),
        re.compile(
            rf"\b(?:two|three|four|five|six|both|all)(?:[ ]of[ ]them)?[ ]under[ ](?P<age>{N})(?=[.,;)]|$|\n)", I
        ),
    ),
    (
        frozenset(["how"]),
        re.compile(
            rf"how old[^?\n]{{0,30}}\?[ \t]*\n?[ \t]*(?P<age>{_AGE}(?:(?:,|,?[ ]and|[ ]&)[ ]{_AGE}){{0,5}})"
            rf"(?=[.,;)|]|$|\n)",
            I,
        ),
    ),
    # "Sioned, class teacher, 52."
    (
        frozenset(["teacher", "worker", "nurse", "officer", "manager", "assistant", "mother", "father", "student"]),
        re.compile(
            r"(?:teacher|worker|nurse|officer|manager|assistant|mother|father|student), (?P<age>\d\d)(?=[.,;)])"
        ),
    ),
)


def find_ages_in_context(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    for words, shape in _SHAPES:
        for match in anchors.tried((shape,), anchors.of(words)):
            yield Span(*match.span("age"), "age", 3, "an age")
