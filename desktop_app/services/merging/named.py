"""Events, pairs and silences as somebody names them at the command line."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent, EventLink
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.deciding import decide, decide_silence, resolve
from desktop_app.services.merging.gaps import Silence, silences
from desktop_app.services.merging.memory import Memory
from desktop_app.services.merging.proposal import CONTRADICTS, LinkProposal
from desktop_app.services.session import Session


def event_named(snapshot: Snapshot, name: str) -> ChronologyEvent:
    """By uid, or by a ref that one event has. Raises UserError event-unknown."""
    found = [event for event in snapshot.events if name in (event.uid, event.ref)]
    if len(found) != 1:
        raise UserError(
            "No event has that ref or uid." if not found else "Several events have that ref.",
            safe="Nothing was changed.",
            do="“candour list FILE events” lists them, each with its uid.",
            code="event-unknown",
            exit_code=Exit.USAGE,
        )
    return found[0]


def answer_pair(session: Session, names: tuple[str, str], kind: str, state: str, reason: str) -> ChangeSet:
    """Accept, refuse, put off or take back a link between two events, proposed or not."""
    snapshot = session.snapshot
    a, b = (event_named(snapshot, name) for name in names)
    if a.uid == b.uid:
        raise UserError(
            "Those are one event, not two.",
            safe="Nothing was changed.",
            do="Name two events.",
            code="same-event",
            exit_code=Exit.USAGE,
        )
    link = Memory(snapshot).link(kind, frozenset((a.uid, b.uid)))
    why = link.why if link else "Linked by hand"
    said = LinkProposal(a, b, why, link.score if link else 1.0, "proposed", kind)
    return decide(session, said, state, reason)


def resolve_pair(session: Session, names: tuple[str, str], resolution: str) -> ChangeSet:
    """Say what was found out about a contradiction; accepts it where nobody had. Raises UserError."""
    answer_pair(session, names, CONTRADICTS, "accepted", "")
    snapshot = session.snapshot
    pair = frozenset(event_named(snapshot, name).uid for name in names)
    link = Memory(snapshot).link(CONTRADICTS, pair) or EventLink(kind=CONTRADICTS)
    return resolve(session, link, resolution)


def silence_named(snapshot: Snapshot, agency: str, day: dt.date) -> Silence:
    """The silence of an agency (code or name; "" for nobody) that `day` lies in. Raises UserError gap-unknown."""
    wanted = agency.casefold()
    uids = {a.uid for a in snapshot.agencies if wanted in (a.code.casefold(), a.name.casefold())} if agency else {""}
    found = [s for s in silences(snapshot) if s.agency in uids and s.start <= day <= s.end]
    if not found:
        raise UserError(
            "No gap of that agency holds that day.",
            safe="Nothing was changed.",
            do="“candour list FILE gaps” lists them.",
            code="gap-unknown",
            exit_code=Exit.USAGE,
        )
    return found[0]


def answer_silence(session: Session, agency: str, day: dt.date, state: str, note: str) -> Silence:
    """Explain a gap, record it, or say that it is none; the gap as it is now comes back."""
    found = silence_named(session.snapshot, agency, day)
    decide_silence(session, found, state, note)
    return silence_named(session.snapshot, agency, day)
