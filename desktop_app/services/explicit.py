"""Accounts with explicit details: read in full by the panel alone, abridged for everybody else."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session


def account_named(snapshot: Snapshot, name: str) -> ChronologyEvent | Narrative:
    """The event with this ref or uid, or the passage with this key or uid. Raises UserError."""
    wanted = name.strip().casefold()
    for event in snapshot.events:
        if wanted in (event.uid.casefold(), event.ref.casefold()):
            return event
    for narrative in snapshot.narratives:
        if wanted in (narrative.uid.casefold(), narrative.key.casefold()):
            return narrative
    raise UserError(
        "There is no such event, and no such passage.",
        safe="Nothing was changed.",
        do="Give the ref of an event, or the key of a passage.",
        code="no-such-account",
        exit_code=Exit.USAGE,
    )


def mark_explicit(
    session: Session, account: ChronologyEvent | Narrative, explicit: bool, abridged: str | None = None
) -> ChangeSet:
    """`abridged` are the author's words for other readers; None leaves them as they are."""
    words = account.abridged if abridged is None else abridged.strip()
    return session.put("Mark what is explicit", replace(account, explicit=explicit, abridged=words))
