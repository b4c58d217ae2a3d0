"""A bare number after a name, which only the name makes an age: "Harry 9mo", "Adil 9, Sana 2½", "DAISY 8 ASLEEP"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.anonymise.date_shapes import MONTHS
from desktop_app.anonymise.result import Span

_BESIDE = re.compile(
    r"(?: (?:is |was |now |aged? )?\(?|\.?, | [-–] |: | \(\w+\) (?:[-–] )?"
    r"|(?P<cell>\t| {2,8}| ?\| ?)(?:[MFmf](?:\t| {2,8}| ?\| ?))?)"
    r"(?P<age>\d{1,2}(?:[¼½¾]| ?1/2)?(?:"
    r" ?(?:yo|years|yrs?|y|months|mo|mths?|m|weeks|wks?|w|days|d)(?![a-z])"
    r"(?: ?\d{1,2} ?(?:mths?|m|mo))?|/(?:12|52|7))?)"
    r"(?![\w/:.-]*\d)(?P<after>[ ]?[^ \n]*)"
)
# What a number after a name may count instead.
_COUNTED = re.compile(
    r"[ ]?(?:times?|mg|ml|%|per|of|hours?|hrs?|mins?|minutes|days?|weeks|visits?|calls?|contacts?|x|am|pm|[ap]\.m"
    r"|o['’]clock|th|st|nd|rd"
    rf"|{MONTHS}|[A-Z][a-z]+)\b"
)
_CELL_ENDS = re.compile(r"\t| {2,}| ?\||[ ]?$", re.MULTILINE)
_PEOPLE = frozenset(["name", "person", "nickname", "initials"])
_AFTER_A_BIRTHDAY = re.compile(
    r"(?:,? \(|,? [-–] |, )(?:now |age:? |aged )?(?P<age>\d{1,2}(?: ?(?:yrs?|years|months|mths|y/?o))?)(?=[),.;|]|$)",
    re.M,
)
_BORN = re.compile(r"(?:\bd\.?o\.?b\.?|\bborn(?: on)?|\bb\.|date of birth)[: ]{0,3}$", re.IGNORECASE)
_CLOSES = (",", ".", ";", ")", "(", "")  # "Ida K., 15 (in care)" too
_OLDEST = 19  # bare; with a unit any


def ages_beside_names(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Tier 3."""
    for span in spans:
        born = span.kind == "date" and _BORN.search(text, max(0, span.start - 18), span.start)
        if born and (after := _AFTER_A_BIRTHDAY.match(text, span.end)):
            yield Span(*after.span("age"), "age", 3, "an age")
        if span.kind not in _PEOPLE:
            continue
        match = _BESIDE.match(text, span.end)
        if match is None or _COUNTED.match(match.group("after")):
            continue
        age = match.group("age")
        comma = (
            text.startswith((",", ".,"), span.end)
            and age.isdigit()
            and match.group("after").lstrip()[:1] not in _CLOSES
        )
        ends = match.group("after")[:1] in (",", ".", ";", ")", "") and text[span.end] in " ("
        if comma or (age.isdigit() and not 0 < int(age) <= (99 if ends else _OLDEST)):
            continue
        if match["cell"] and not _CELL_ENDS.match(text, match.end("age")):
            continue
        yield Span(*match.span("age"), "age", 3, "an age")
