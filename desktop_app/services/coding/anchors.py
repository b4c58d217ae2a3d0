"""Where a marked stretch stands now: where it stood, or wherever its words went when the text was edited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.coding import Coding

ALIKE = 80.0  # of 100, rapidfuzz: words that were changed a little are still the same stretch
_LEAST = 12  # letters: what is shorter is found as it was or not at all
_LONGEST = 100_000  # letters of a text that is searched for something alike


@dataclass(frozen=True, slots=True)
class Anchor:
    """[start, end) in the text as it is. `how`: whole (the record itself), there, moved, reworded, or gone (0, 0)."""

    start: int
    end: int
    how: str


WHOLE, GONE = Anchor(0, 0, "whole"), Anchor(0, 0, "gone")


def anchor_of(text: str, coding: Coding) -> Anchor:
    """By its quotation: where it was marked, else the nearest place with the same words, else words much like them."""
    if not coding.field:
        return WHOLE
    quote = coding.quote
    if quote and text[coding.start : coding.end] == quote:
        return Anchor(coding.start, coding.end, "there")
    if not quote.strip():
        return GONE
    # Spaces and capitals are the commonest edits, and change nothing that was said.
    loose = r"\s+".join(re.escape(word) for word in quote.split())
    found = [match.span() for match in re.finditer(loose, text, re.IGNORECASE)]
    if found:
        start, end = min(found, key=lambda span: abs(span[0] - coding.start))
        return Anchor(start, end, "moved")
    return _alike(text, quote)


def _alike(text: str, quote: str) -> Anchor:
    if len(quote) < _LEAST or not _LEAST <= len(text) <= _LONGEST:
        return GONE
    from rapidfuzz import fuzz  # only where words were changed: not a cost of opening a review

    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=ALIKE)
    if found is None:
        return GONE
    start, end = found.dest_start, found.dest_end
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1 : end].isalnum():
        end += 1
    # What is alike is as long as the quotation, so it may begin or end in the sentence beside.
    while start < end and quote[0].isalnum() and not text[start].isalnum():
        start += 1
    while start < end and quote[-1].isalnum() and not text[end - 1].isalnum():
        end -= 1
    return Anchor(start, end, "reworded") if start < end else GONE
