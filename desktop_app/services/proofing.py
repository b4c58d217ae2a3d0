"""Before an output leaves: quotation marks that do not close, abbreviations nobody expands, promises gone by."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain import proofreading
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.document_text import all_texts
from desktop_app.services.thread import orphans


def warnings(snapshot: Snapshot, kind: OutputKind, as_at: dt.date) -> tuple[str, ...]:
    """Sentences for the author; none of them blocks a draft."""
    texts = [text.words for text in all_texts(compose(snapshot, kind, as_at))]
    known = {a.short: a.long for a in snapshot.abbreviations}
    notes = [
        f"A quotation mark is opened and never closed, or the other way round: {excerpt}"
        for excerpt in proofreading.unbalanced_quotes(texts)
    ]
    notes += [f"{short} is never written out." for short in proofreading.unexpanded(texts, known)]
    notes += [
        f"A date has passed at {as_at.day} {as_at:%B %Y}: {excerpt}"
        for excerpt in proofreading.passed_promises(texts, as_at)
    ]
    if kind in (OutputKind.BRIEFING, OutputKind.OVERVIEW):
        notes += [orphan.what for orphan in orphans(snapshot)]
    return tuple(notes)
