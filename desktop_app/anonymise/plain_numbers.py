"""Numbers that look like dates, cases or codes and tell nobody anything: of paragraphs, and of a spell in shorthand."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.outline_numbers import outline_numbers
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.shorthand_times import find_shorthand_times

_LOOKS_LIKE = frozenset({"date", "time", "number", "case-number", "reference", "code", "age", "duration", "ip-address"})


def plain_numbers(anchors: Anchors) -> list[Span]:
    """Each a "duration": printed as it stands for every reader."""
    spells = [span for span in find_shorthand_times(anchors) if span.kind == "duration"]
    outline = [Span(*place, "duration", 3, "the number of a paragraph") for place in outline_numbers(anchors.text)]
    return sorted((*spells, *outline), key=lambda span: span.start)


def read_as_meant(spans: Iterable[Span], anchors: Anchors) -> list[Span]:
    """The findings without those that are no more than such a number; ages in shorthand as ages."""
    ages = [span for span in find_shorthand_times(anchors) if span.kind == "age"]
    ends = {place: s.end for s in (*plain_numbers(anchors), *ages) for place in range(s.start, s.end)}
    return [s for s in spans if s.kind not in _LOOKS_LIKE or ends.get(s.start, -1) < s.end] + ages
