"""Findings that are nothing but a phrase of the field: "Detective Inspector", "Clare's Law"."""

from __future__ import annotations

from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import TOKEN, Token

_BY_LOOKS = frozenset(["name", "person", "organisation", "initials", "title"])


def without_field_phrases(text: str, spans: list[Span], tokens: list[Token]) -> list[Span]:
    """`spans` without those whose every word stands in a phrase of the field, whichever rule found them."""
    phrased = {token.start for token in tokens if token.phrase}
    if not phrased:
        return spans
    return [
        span
        for span in spans
        if span.start not in phrased
        or span.kind not in _BY_LOOKS
        or not all(word.start() in phrased for word in TOKEN.finditer(text, span.start, span.end))
    ]
