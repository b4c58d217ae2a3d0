"""The check on finished bytes: what the register and the recognisers still find in the parts of a file.

A part passes word by word: every finding must be made of surfaces that were approved, as laid out. A kept "Marsh Lane"
says nothing about a bare "Marsh".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.anonymise.allowance import Surfaces, folded_phrases, unaccounted
from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gather import Queue
from desktop_app.anonymise.policy import NEVER_ASKED
from desktop_app.anonymise.profiles import Profile, Rung
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart, Undecided
from desktop_app.anonymise.squashed import HOW, SquashedNames
from desktop_app.anonymise.surfaces import own_words

_BETWEEN_PARTS = "\n"
_FINE_KINDS = frozenset({"date", "time", "age"})


def check_parts(
    parts: Iterable[FilePart], register: Register, allowed: frozenset[str], profile: Profile
) -> tuple[Undecided, ...]:
    """What stands in the parts without having been approved; () when the file may leave."""
    queue = Queue()
    listed = [part for part in parts if part.text]
    check_register(listed, register, allowed, queue)
    surfaces = _surfaces(register, allowed)
    for part in listed:
        covered = surfaces.cover(part.text)
        for span in detect(part.text):
            fine = span.kind in _FINE_KINDS and profile.case_dates is not Rung.DAY and span.kind == "date"
            if span.kind in NEVER_ASKED or (span.tier > profile.asks_at and not fine):
                continue
            if _accounted(part.text, span.start, span.end, covered, span.kind):
                continue
            if part.text[span.start : span.end] not in queue:
                queue.add(
                    part.text, span.start, span.end, kind=span.kind, tier=span.tier, why=span.why, where=part.where
                )
    return queue.undecided()


def register_leaks(parts: Iterable[FilePart], register: Register, allowed: frozenset[str]) -> tuple[Undecided, ...]:
    """Registered names that stand in the parts, whatever the recognisers may think of the rest."""
    queue = Queue()
    check_register([part for part in parts if part.text], register, allowed, queue)
    return queue.undecided()


def check_register(parts: Sequence[FilePart], register: Register, allowed: frozenset[str], queue: Queue) -> None:
    """Put registered names that still stand into the queue: as matched, across parts, and squashed."""
    surfaces = _surfaces(register, allowed)
    for part in parts:
        _matched(part.text, part.where, register, allowed, surfaces, queue)
    squashed = SquashedNames(register)
    for part in parts:
        covered = surfaces.cover(part.text)
        for start, end, uid in squashed.find(part.text):
            if fold_surface(part.text[start:end]) in allowed:
                continue
            if not all(covered[i] for i in range(start, end) if part.text[i].isalnum()):
                _add(part.text, start, end, (uid,), register, HOW, part.where, queue)
    joined = _BETWEEN_PARTS.join(part.text for part in parts)
    if len(parts) > 1:
        before = len(queue.undecided())
        _matched(joined, "across parts of the file", register, allowed, surfaces, queue if not before else Queue())


def _surfaces(register: Register, allowed: frozenset[str]) -> Surfaces:
    """What may stand: approved surfaces, pseudonyms and descriptors, bodies named as they are, the field's phrases."""
    return Surfaces({*allowed, *folded_phrases(), *own_words(register)})


def _matched(
    text: str, where: str, register: Register, allowed: frozenset[str], surfaces: Surfaces, queue: Queue
) -> None:
    covered = surfaces.cover(text)
    for match in register.find(text):
        if all(register.is_named(uid) for uid in match.owners):
            continue
        if fold_surface(text[match.start : match.end]) in allowed:
            continue
        if not match.auto and all(covered[i] for i in range(match.start, match.end) if text[i].isalnum()):
            continue
        _add(text, match.start, match.end, match.owners, register, f"register: {match.how}", where, queue)


def _add(
    text: str, start: int, end: int, owners: tuple[str, ...], register: Register, why: str, where: str, queue: Queue
) -> None:
    kind = register.entries[owners[0]].kind
    queue.add(text, start, end, kind=kind, tier=1, why=why, where=where, owners=owners)


def _accounted(text: str, start: int, end: int, covered: bytearray, kind: str) -> bool:
    if kind in _FINE_KINDS and "\n" in text[start:end]:
        return all(
            line.strip().isdigit() or all(covered[i] for i in range(at, at + len(line)) if text[i].isalnum())
            for at, line in _lines(text, start, end)
        )
    if kind in _FINE_KINDS or re.search(r"\d", text[start:end]):
        return all(covered[i] for i in range(start, end) if text[i].isalnum())
    return not unaccounted(text, start, end, covered)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """(start, words) of each line of a slice: cells of a table that a shape went across stand on lines of their own."""
    for line in text[start:end].split("\n"):
        yield start, line
        start += len(line) + 1
