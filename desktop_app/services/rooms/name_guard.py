"""What in a line typed in the room may name somebody, found without a register: the room holds none.

Not even fingerprints of the names are in the pack. Whoever holds a pack and its passphrase could test names against
fingerprints (salted, slow or cut short) and learn whether somebody is in the review. With none nothing can be tested.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.anonymise.detect import detect

# Faint findings (tier 3) are left to the desk: outputs ask about them, and a projector that asks too often is not read.
_FAINTEST = 2
_OWNERS = re.compile(r"[’']s$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words `start` to `end` (string indices) that may tell who somebody is. `why` names no word of them."""

    start: int
    end: int
    kind: str
    why: str


def marks_in(text: str, people: Iterable[str], shown: Iterable[str] = ()) -> list[Mark]:
    """In order. `people`: pseudonyms, which are no names; `shown`: other words that the room itself shows."""
    known = [*_places_of(text, people), *_places_of(text, shown)]
    return [
        Mark(span.start, span.end, span.kind, span.why)
        for span in detect(text)
        if span.tier <= _FAINTEST
        and not any(start <= span.start and _bare_end(text, span.end) <= end for start, end in known)
    ]


def exchanged(text: str, mark: Mark, words: str) -> str:
    """The line with the marked words exchanged; whose something is stays said."""
    owner = _OWNERS.search(text[mark.start : mark.end])
    return text[: mark.start] + words + (owner[0] if owner else "") + text[mark.end :]


def warm_up() -> None:
    """Load the word lists before the first line is typed."""
    detect("Nobody rang back.")


def _bare_end(text: str, end: int) -> int:
    owner = _OWNERS.search(text[:end])
    return owner.start() if owner else end


def _places_of(text: str, phrases: Iterable[str]) -> Sequence[tuple[int, int]]:
    found = []
    for phrase in phrases:
        if phrase:
            pattern = rf"(?<!\w){re.escape(phrase)}(?!\w)"
            found += [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    return found
