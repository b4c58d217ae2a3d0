"""Before an output leaves: quotation marks that do not close, abbreviations nobody expands, promises gone by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.common.document import Document
from desktop_app.domain import proofreading
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import cannot_be
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.arrangements import holding_publication
from desktop_app.services.compose import compose
from desktop_app.services.compose.nothing_yet import is_empty
from desktop_app.services.compose.unfinished import loose_ends
from desktop_app.services.document_text import all_texts

__all__ = ["Note", "notes", "overflow", "warnings"]

_PUBLISHED = frozenset({OutputKind.BRIEFING, OutputKind.OVERVIEW, OutputKind.SEVEN_MINUTE, OutputKind.TIMELINE})
_NAMED = 5  # entries whose dates a note names


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the author, and the uid of the record it is about ("" for our own wording)."""

    what: str
    source: str = ""


def notes(snapshot: Snapshot, kind: OutputKind, as_at: dt.date) -> tuple[Note, ...]:
    """What a careful reader would ask. None of it blocks a draft."""
    document = compose(snapshot, kind, as_at)
    texts = list(all_texts(document))
    words = [text.words for text in texts]
    found = [Note(empty)] if (empty := is_empty(kind, document)) else []
    for text in texts:
        found += [
            Note(f"A quotation mark is opened and never closed, or the other way round: {excerpt}", text.source)
            for excerpt in proofreading.unbalanced_quotes([text.words])
        ]
    for short in proofreading.unexpanded(words, {a.short: a.long for a in snapshot.abbreviations}):
        first = next((text.source for text in texts if short in text.words), "")
        found.append(Note(f"{short} is never written out.", first))
    for text in texts:
        found += [
            Note(f"A date has passed at {as_at.day} {as_at:%B %Y}: {excerpt}", text.source)
            for excerpt in proofreading.passed_promises([text.words], as_at)
        ]
    if kind in _PUBLISHED:
        found += [
            Note(f"A parallel process holds publication back: {held.what}", held.process.uid)
            for held in holding_publication(snapshot, as_at)
        ]
    found += [Note(what, uid) for what, uid in loose_ends(snapshot, kind)]
    if kind in (OutputKind.CHRONOLOGY, OutputKind.TIMELINE):
        printed = {text.source for text in texts}
        found += _without_a_day([event for event in snapshot.events if event.uid in printed])
    return tuple(found)


def _without_a_day(events: Sequence[ChronologyEvent]) -> list[Note]:
    """One note on all dates that cannot be: a long return may hold hundreds."""
    wrong = [event for event in events if cannot_be(event.date)]
    named = [f"{event.ref} (“{event.date.wording}”: {event.date.problem})" for event in wrong[:_NAMED]]
    if not named:
        return []
    more = f", and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
    return [Note(f"Printed as “Date not known”, for no such day can be: {'; '.join(named)}{more}.", wrong[0].uid)]


def overflow(document: Document) -> tuple[Note, ...]:
    """Which panels of a page that must be one are too long, and by how much: of the words as they will print."""
    from desktop_app.exporters.pdf.panel_fit import too_long

    return tuple(
        Note(
            f"“{one.heading}” is {one.lines} {'line' if one.lines == 1 else 'lines'} too long for its panel: "
            "the briefing is more than one page."
        )
        for one in too_long(document)
    )


def warnings(snapshot: Snapshot, kind: OutputKind, as_at: dt.date) -> tuple[str, ...]:
    """The sentences alone."""
    return tuple(note.what for note in notes(snapshot, kind, as_at))
