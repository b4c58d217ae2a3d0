"""Taking somebody out of the register, with what was said only of them: how they belong, and what readers are told."""

from __future__ import annotations

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.people import Body, Person, Relation
from desktop_app.domain.reader_rungs import Fact, ReaderRung
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session


def delete_entry(session: Session, uid: str) -> ChangeSet:
    """One undo step for all of it. Raises UserError for a uid that is no entry's."""
    snapshot = session.snapshot
    records: tuple[Person | Body, ...] = (*snapshot.people, *snapshot.bodies)
    entry = next((record for record in records if record.uid == uid), None)
    if entry is None:
        raise UserError(
            "That register entry is not in this review.",
            safe="Nothing was changed.",
            do="Choose one from People & bodies.",
            code="no-entry",
            exit_code=Exit.USAGE,
        )
    gone: list[tuple[type[Record], str]] = [(type(entry), uid)]
    gone += [(Relation, relation.uid) for relation in snapshot.relations if uid in (relation.person, relation.other)]
    gone += [(ReaderRung, rung.uid) for rung in snapshot.reader_rungs if rung.about in (entry.key or uid, uid)]
    return session.replace_all("Delete from the register", (), tuple(gone))


def rungs_of_nobody(snapshot: Snapshot) -> tuple[ReaderRung, ...]:
    """Rungs left behind by an entry that went without them."""
    known = {entry.uid for entry in snapshot.register} | set(Fact)
    return tuple(rung for rung in snapshot.reader_rungs if rung.about not in known)
