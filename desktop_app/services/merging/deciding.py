"""Accept, refuse, later, with a reason: every answer is one undoable step, and is remembered."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent, EventLink, Gap
from desktop_app.domain.record import Record
from desktop_app.services.merging.gaps import Silence
from desktop_app.services.merging.memory import Memory, print_of
from desktop_app.services.merging.proposal import CONTRADICTS, DUPLICATE, LinkProposal
from desktop_app.services.session import Session

STATES = ("proposed", "accepted", "refused", "later")
_LABELS = {
    (DUPLICATE, "accepted"): "Same event, both sources kept",
    (DUPLICATE, "refused"): "Two events",
    (CONTRADICTS, "accepted"): "They contradict",
    (CONTRADICTS, "refused"): "No contradiction",
}


def decide(session: Session, proposal: LinkProposal, state: str, note: str = "") -> ChangeSet:
    """Answer a proposal. Neither event is changed: an accepted duplicate is a link, and can be taken apart again."""
    label = _LABELS.get((proposal.kind, state), "Answer a proposal")
    return session.put(label, answered(session, proposal, state, note))


def answered(session: Session, proposal: LinkProposal, state: str, note: str = "") -> EventLink:
    """The link as it is to be stored; the one there was, changed, when there was one."""
    if state not in STATES:
        raise ValueError(state)
    before = Memory(session.snapshot).link(proposal.kind, proposal.pair)
    return replace(
        before or EventLink(kind=proposal.kind),
        a=proposal.a.uid,
        b=proposal.b.uid,
        why=proposal.why,
        score=round(proposal.score, 3),
        state=state,
        note=note.strip(),
        a_print=print_of(proposal.a),
        b_print=print_of(proposal.b),
    )


def decide_instead(session: Session, proposal: LinkProposal, kind: str, note: str = "") -> ChangeSet:
    """Refuse what was proposed and accept another kind of link between the same two events, as one step."""
    other = replace(proposal, kind=kind)
    records: list[Record] = [answered(session, proposal, "refused", note), answered(session, other, "accepted", note)]
    return session.put(_LABELS.get((kind, "accepted"), "Link two events"), *records)


def link_events(session: Session, a: ChronologyEvent, b: ChronologyEvent, kind: str, note: str = "") -> ChangeSet:
    """Link two events that nobody proposed. Raises UserError same-event for an event and itself."""
    if a.uid == b.uid:
        raise UserError(
            "An event cannot be linked to itself.",
            safe="Nothing was changed.",
            do="Choose another event.",
            code="same-event",
            exit_code=Exit.USAGE,
        )
    said = LinkProposal(a, b, note.strip() or "Linked by hand", 1.0, "proposed", kind)
    return decide(session, said, "accepted", note)


def resolve(session: Session, link: EventLink, resolution: str) -> ChangeSet:
    """Say what was found out about a contradiction; an empty text opens it again."""
    label = "Resolve a contradiction" if resolution.strip() else "Open a contradiction again"
    return session.put(label, replace(link, resolution=resolution.strip()))


def decide_silence(session: Session, silence: Silence, state: str, note: str = "") -> ChangeSet:
    """`accepted`: a gap indeed, `note` explains it when somebody knows why; `refused`: no gap; `later`."""
    explained = note.strip() if state == "accepted" else ""
    own = silence.gap is not None and silence.gap.agency == silence.agency
    before = silence.gap if own and silence.gap is not None else Gap()
    gap = replace(
        before,
        agency=silence.agency,
        start=silence.start,
        end=silence.end,
        explained=explained,
        state=state,
        note="" if state == "accepted" else note.strip(),
    )
    label = {"accepted": "Explain a gap" if explained else "Record a gap", "refused": "No gap"}.get(state, "Gap, later")
    return session.put(label, gap)
