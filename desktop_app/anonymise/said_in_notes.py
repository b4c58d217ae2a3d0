"""What hasty notes leave of an age, an hour, a child or a title: "Ben; ten;", "till half 4", "D (5), A (18 months)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.age_numbers import NUMBER, UNIT
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span

_AGED_LETTER = rf"[A-Z] \({NUMBER}(?: ?{UNIT})?\)"
_CHILDREN = re.compile(rf"(?<![\w.]){_AGED_LETTER}(?:(?:,| and|, and| &) {_AGED_LETTER})+")
_LETTER = re.compile(r"\b[A-Z](?= \()")
_HALF = Shape(
    r"(?i:(?:(?<=till )|(?<=at )|(?<=about )|(?<=by )|(?<=around )|(?<=before )|(?<=after )|(?<=gone )|(?<=from )))"
    r"(?i:half) (?:1[0-2]|[1-9])\b(?![ -]?(?:%|x|of|g|kg|ml|mg|an?|pints?|days?|hours?|terms?|price)\b)(?![.,/:]\d)"
)
_ALONE = re.compile(rf"(?<=[.;] )(?P<age>{NUMBER} (?:years|months|weeks|yrs|mths|wks))(?=[.;](?: |\n|$))", re.I)
_BETWEEN_SEMICOLONS = re.compile(rf"\b[A-Z][a-z’'-]+; (?P<age>{NUMBER})(?=;)")
_WHEN = Shape(
    rf"(?i:about|around|nearly|only|almost) (?P<age>{NUMBER})(?= when (?:he|she|I|they|we|his|her|my|their|mum|dad)\b)"
)
_YEARS_AND_MONTHS = re.compile(rf"\b(?P<age>{NUMBER} ?(?:yrs?|years?|y) (?:[1-9]|1[01])/12)(?![\d/])", re.I)
_TITLE = Shape(r"(?:Mrs|Mr|Ms|Miss|Dr)\.? (?P<name>[a-z]{3,})\b")


def find_in_notes(anchors: Anchors) -> Iterator[Span]:
    """Tier 2, ages tier 3."""
    text = anchors.text
    for children in _CHILDREN.finditer(text):
        for letter in _LETTER.finditer(text, *children.span()):
            yield Span(*letter.span(), "initials", 2, "a letter and an age, beside others")
    for match in anchors.tried((_HALF,), anchors.of(frozenset(["half"]))):
        yield Span(*match.span(), "time", 2, "a time of day")
    for shape in (_ALONE, _BETWEEN_SEMICOLONS, _YEARS_AND_MONTHS):
        for match in shape.finditer(text):
            yield Span(*match.span("age"), "age", 3, "an age")
    rough = frozenset(["about", "around", "nearly", "only", "almost"])
    for match in anchors.tried((_WHEN,), anchors.of(rough)):
        yield Span(*match.span("age"), "age", 3, "an age")
    for match in anchors.tried((_TITLE,), anchors.of(frozenset(["mrs", "mr", "ms", "miss", "dr"]))):
        name = match["name"]
        if name in lexicon.surnames() and not lexicon.is_word(name):
            yield Span(match.start(), match.end(), "person", 1, "a title and a name")
