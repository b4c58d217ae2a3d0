"""The output being prepared, weighed with all the others before it is written."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Document
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.document_text import all_texts
from desktop_app.services.jigsaw.ledger import Draft, facts_of


def draft_of(snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date, preview: Document) -> Draft:
    """The facts that `preview`, the output as it would print today, gives; for a worker, since texts are read anew."""
    facts = facts_of(snapshot, preview, profile)
    written = "\n".join(text.words for text in all_texts(compose(snapshot, kind, as_at))).casefold()
    standing = frozenset(fact.value for fact in facts if fact.value.casefold() in written)
    return Draft(kind, profile, facts, standing)
