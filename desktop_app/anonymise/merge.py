"""One finding a place: overlapping spans become one, the strictest tier and the most telling kind winning."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.anonymise.result import Span

_TELLING = (
    "email", "url", "postcode", "national-insurance", "nhs-number", "upn", "vehicle", "date", "phone", "age", "address",
    "case-number", "reference", "sort-code", "card", "ip-address", "handle", "time", "organisation", "street", "person",
    "file-name", "name", "code", "number", "initials", "nickname", "place", "duration", "amount",
)  # fmt: skip
_WHOLE = frozenset(["number", "reference", "code", "card", "case-number"])  # a year inside a long number is no date
_RANK = {kind: rank for rank, kind in enumerate(_TELLING)}


def merge(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans that do not overlap and cover exactly what `spans` cover."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if merged and span.start < merged[-1].end:
            merged[-1] = _union(merged[-1], span)
        elif span.end > span.start:
            merged.append(span)
    return merged


def _union(a: Span, b: Span) -> Span:
    if a.kind in _WHOLE and a.tier <= b.tier and b.end <= a.end and b.end - b.start + 2 <= a.end - a.start:
        return a
    best = min((a, b), key=lambda s: (s.tier, _RANK.get(s.kind, len(_RANK)), s.start - s.end))
    return Span(min(a.start, b.start), max(a.end, b.end), best.kind, min(a.tier, b.tier), best.why)
