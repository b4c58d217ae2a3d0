"""Named bodies in a log kept in capitals: "AT THE BASEMENT PROJECT", "FROM HILLCREST LODGE"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, TOKEN, base_of

_HEADS = frozenset(
    [
        *(
            "project",
            "centre",
            "trust",
            "house",
            "lodge",
            "hub",
            "surgery",
            "clinic",
            "club",
            "church",
            "nursery",
            "school",
        ),
        *(
            "academy",
            "college",
            "hotel",
            "arms",
            "inn",
            "hostel",
            "hospital",
            "foundation",
            "primary",
            "infants",
            "juniors",
        ),
        *("mosque", "temple", "refuge", "court", "unit", "cafe", "gym", "grange", "manor", "hall", "cottage", "farm"),
    ]
)
_BEFORE = re.compile(
    r"\b(?:AT|FROM|TO|WITH|IN|BY|OF|OUTSIDE|NEAR|ATTENDS|ATTENDED|RANG|VISITED)[ ](?:THE[ ])?"
    r"(?P<name>(?:[A-Z][A-Z’'.&\-]+[ ]){1,3})$"
)
_WORD = re.compile(r"[A-Z]+\b")


def find_bodies_in_capitals(anchors: Anchors) -> Iterator[Span]:
    """Tier 2. A name of ordinary words of the field alone is a kind of body: "AT THE CHILDREN'S CENTRE"."""
    text = anchors.text
    for start in anchors.of(_HEADS):
        head = _WORD.match(text, start)
        before = _BEFORE.search(text, max(0, start - 70), start) if head else None
        if head is None or before is None:
            continue
        bases = [base_of(word) for word in TOKEN.findall(before["name"])]
        if bases and not all(_is_ordinary(base) for base in bases) and not FUNCTION_WORDS & set(bases):
            yield Span(before.start("name"), head.end(), "organisation", 2, "a body in capitals")


def _is_ordinary(base: str) -> bool:
    return base in lexicon.allowed() or base in lexicon.abbreviations() or base.isdigit()
