"""What stands in a text and has to be settled: findings and doubtful register matches, joined where they overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.result import Span


@dataclass(frozen=True, slots=True)
class Item:
    """A slice that needs an answer. `match` is the doubtful register match in it, if any."""

    span: Span
    match: Match | None = None


def items(findings: Iterable[Span], doubtful: Iterable[Match]) -> list[Item]:
    """Findings, and doubtful matches widened to the finding around them, sorted by start.

    A doubtful match takes in the findings it touches, so that a full name is asked about as one.
    """
    spans = list(findings)
    found: list[Item] = []
    for match in doubtful:
        around = [s for s in spans if s.start < match.end and match.start < s.end]
        spans = [s for s in spans if s not in around]
        start = min([match.start, *(s.start for s in around)])
        end = max([match.end, *(s.end for s in around)])
        kind = min((s.kind for s in around if s.kind in _WIDENS), default=_kind(match))
        tier = 2 if match.how.endswith("also a word") or "nickname" in match.how else 1
        found.append(Item(Span(start, end, kind, tier, f"register: {match.how}"), match))
    found += [Item(span) for span in spans]
    return sorted(found, key=lambda item: item.span.start)


def _kind(match: Match) -> str:
    return "place" if match.longer else match.kind


_WIDENS = frozenset({"address", "email", "url", "handle", "file-name", "street", "organisation", "postcode"})
WHOLE = frozenset(
    {
        "address",
        "email",
        "url",
        "handle",
        "file-name",
        "postcode",
        "nhs-number",
        "national-insurance",
        "upn",
        "phone",
        "vehicle",
        "case-number",
        "reference",
        "code",
        "card",
        "sort-code",
        "ip-address",
        "date",
        "time",
        "age",
        "sex",
        "family",
    }
)
"""Kinds that are decided as a whole: a kept street does not let the house number before it through."""
