"""Marking a theme on a record or on some of its words, taking a mark away, and moving marks to another theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.board import BoardCard
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.coding import Coding
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.coding.anchors import anchor_of
from desktop_app.services.coding.sources import CODABLE, marked_sources, record_of, refuse
from desktop_app.services.session import Session


def mark(
    session: Session, theme: str, family: str, uid: str, field: str = "", start: int = 0, end: int = 0, memo: str = ""
) -> tuple[Coding, ChangeSet | None]:
    """`field` "" marks the record; else the words [start, end) of that text, without the spaces around them.

    What is marked with the theme already is given back as it is. Raises UserError theme-unknown, not-codable,
    no-such-record, no-words.
    """
    snapshot = session.snapshot
    if not any(held.uid == theme for held in snapshot.themes):
        raise refuse("There is no such theme.", "Make it first, or choose another.", "theme-unknown")
    if family not in CODABLE or (field and field not in CODABLE[family]):
        raise refuse("That cannot be marked with a theme.", f"Texts of {', '.join(CODABLE)} can.", "not-codable")
    record = record_of(session, family, uid)
    if record is None:
        raise refuse("The record is not there any more.", "Choose another.", "no-such-record")
    quote = ""
    if field:
        start, end, quote = _words(str(getattr(record, field)), start, end)
    made = Coding(theme=theme, family=family, of=uid, field=field, start=start, end=end, quote=quote, memo=memo)
    same = next((held for held in snapshot.codings if held.of == uid and _place(held) == _place(made)), None)
    if same is not None:
        return same, None
    return made, session.put("Mark with a theme", made)


def _words(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The stretch without the spaces around it."""
    start, end = max(start, 0), min(end, len(text))
    held = text[start:end]
    if not held.strip():
        raise refuse("No words are chosen.", "Choose the words that the theme is about.", "no-words")
    start += len(held) - len(held.lstrip())
    quote = held.strip()
    return start, start + len(quote), quote


def _place(coding: Coding) -> tuple[object, ...]:
    return coding.theme, coding.of, coding.field, coding.start, coding.end, coding.quote


def unmark(session: Session, *codings: str) -> ChangeSet:
    """Take marks away, and from the findings and boards that they lie on: one step."""
    gone = frozenset(codings)
    snapshot = session.snapshot
    puts, deletes = without(snapshot, gone)
    return session.replace_all("Take a mark away", puts, (*((Coding, uid) for uid in sorted(gone)), *deletes))


def without(
    snapshot: Snapshot, gone: frozenset[str]
) -> tuple[tuple[Record, ...], tuple[tuple[type[Record], str], ...]]:
    """What has to change, and what has to go with it, when these codings do."""
    findings = tuple(
        replace(finding, codings=tuple(uid for uid in finding.codings if uid not in gone))
        for finding in snapshot.findings
        if gone.intersection(finding.codings)
    )
    return findings, tuple((BoardCard, card.uid) for card in snapshot.board_cards if card.of in gone)


def move(session: Session, codings: Sequence[str], theme: str) -> ChangeSet:
    """The same words under another theme: one step. Raises UserError theme-unknown."""
    if not any(held.uid == theme for held in session.snapshot.themes):
        raise refuse("There is no such theme.", "Choose another.", "theme-unknown")
    wanted = frozenset(codings)
    moved = [replace(held, theme=theme) for held in session.snapshot.codings if held.uid in wanted]
    return session.put("Move to another theme", *moved)


def settle(session: Session) -> tuple[int, ChangeSet | None]:
    """Marks whose words moved or were changed a little stand where they are now; how many comes back. One step.

    What is gone altogether stays as it was, with its quotation: that is for a person.
    """
    sources = marked_sources(session)
    settled = []
    for held in session.snapshot.codings:
        if held.field and held.of in sources:
            text = sources[held.of].text(held.field)
            now = anchor_of(text, held)
            if now.how in ("moved", "reworded"):
                settled.append(replace(held, start=now.start, end=now.end, quote=text[now.start : now.end]))
    return len(settled), session.put("Follow the edited words", *settled) if settled else None
