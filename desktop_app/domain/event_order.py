"""The one documented order of the combined chronology, as a text that sorts so.

By the earliest possible day, the narrower interval first; within a day as set by hand, then by time of day (those
without a time last); the ref settles the rest, its numbers as numbers. A "before" has no earliest day and sorts by its
end; what has no date comes last. `storage.event_index` makes the same text in SQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.domain.chronology import ChronologyEvent

FAR = "9999-12-31"
SEQUENCE_FROM = 5_000_000_000  # added to a sequence, so that the negative ones sort before
BREAK = "\x01"  # below every letter: what is shorter comes first
AFTER_LETTERS = "\x7f"  # before a ref that begins with a number
DIGITS = "0123456789"
PLAIN = "".join(character for character in map(chr, range(1, 128)) if character not in DIGITS)
_REF = re.compile(rf"([{re.escape(PLAIN)}]*)([0-9]*)(.*?)([0-9]*)", re.DOTALL)


def in_order(events: Iterable[ChronologyEvent]) -> list[ChronologyEvent]:
    return sorted(events, key=sort_text)


def sort_text(event: ChronologyEvent) -> str:
    """The place of an event. Those with one text stay as first stored."""
    date = event.date
    start, end = date.start or date.end, date.end or date.start
    first = start.isoformat() if start else FAR
    last = end.isoformat() if end else FAR
    time = "1" if date.time is None else f"0{date.time:%H:%M}"
    return "".join((first, last, f"{event.sequence + SEQUENCE_FROM:011}", time, BREAK, ref_text(event.ref)))


def ref_text(ref: str) -> str:
    """Under which "CSC-9" sorts before "CSC-10", and "CSC-9a" between them.

    Leading letters (those of ASCII, which is what SQL can strip), number, whatever follows, last number.
    """
    found = _REF.fullmatch(ref)
    assert found is not None, "the pattern takes any text"
    lead, number, tail, last = found.groups()
    if not lead and ref:
        lead = AFTER_LETTERS
    return f"{lead}{BREAK}{_number_text(number)}{tail}{BREAK}{_number_text(last)}{BREAK}"


def _number_text(digits: str) -> str:
    """Its length before it: a longer number is a larger one."""
    plain = digits.lstrip("0")
    return f"{len(plain):02}{plain}"
