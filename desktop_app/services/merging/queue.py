"""All that waits for somebody's eyes, as one queue: what is likeliest and weighs most comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.common.progress import Progress
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.compare import compare
from desktop_app.services.merging.gaps import Silence, silences
from desktop_app.services.merging.irregular import double_entries
from desktop_app.services.merging.memory import Memory
from desktop_app.services.merging.proposal import LinkProposal

SAME, DOUBLE, CONTRADICTION, BACKED, SILENCE = "same", "double", "contradiction", "backed", "silence"
KINDS = (SAME, DOUBLE, CONTRADICTION, BACKED, SILENCE)
LOOKED_AT = ("accepted", "refused", "later")
_LONG_SILENCE = 180.0  # days from which a silence is worth as much as it can be


@dataclass(frozen=True, slots=True)
class QueueItem:
    """Either `proposal` or `silence`. `agencies` are uids; `uid` stays the same when it is proposed again."""

    uid: str
    kind: str
    state: str
    worth: float
    agencies: tuple[str, ...]
    proposal: LinkProposal | None = None
    silence: Silence | None = None

    @property
    def looked_at(self) -> bool:
        return self.state in LOOKED_AT


def build_queue(snapshot: Snapshot, progress: Progress | None = None) -> tuple[QueueItem, ...]:
    """Raises CancelledError. A pair that may be one event and contradict is asked about once, as one event."""
    found = compare(snapshot, progress)
    same = [_of(SAME, proposal, proposal.score) for proposal in found.duplicates]
    across = {proposal.pair for proposal in found.duplicates}
    doubles = [_of(DOUBLE, p, 0.95 * p.score) for p in double_entries(snapshot) if p.pair not in across]
    apart = {item.proposal.pair for item in same if item.proposal and item.state == "refused"}
    contradictions = [
        _of(CONTRADICTION, p, 0.96 * p.score)
        for p in found.contradictions
        if p.pair not in across or p.pair in apart or p.state != "proposed"
    ]
    backed = [_of(BACKED, proposal, 0.5 * proposal.score) for proposal in found.corroborations]
    quiet = [_of_silence(silence) for silence in silences(snapshot)]
    return tuple(sorted([*same, *doubles, *contradictions, *backed, *quiet], key=lambda item: (-item.worth, item.uid)))


def _of(kind: str, proposal: LinkProposal, worth: float) -> QueueItem:
    uid = f"{kind}:{'-'.join(sorted(proposal.pair))}"
    agencies = tuple(dict.fromkeys((proposal.a.agency, proposal.b.agency)))
    return QueueItem(uid, kind, proposal.state, round(worth, 4), agencies, proposal=proposal)


def _of_silence(silence: Silence) -> QueueItem:
    uid = f"{SILENCE}:{silence.agency}:{silence.start.isoformat()}"
    worth = 0.8 * min(silence.days / _LONG_SILENCE, 1.0) * (1.0 if not silence.agency or silence.active else 0.6)
    agencies = (silence.agency,) if silence.agency else ()
    return QueueItem(uid, SILENCE, silence.state, round(worth, 4), agencies, silence=silence)


def restated(items: Sequence[QueueItem], snapshot: Snapshot) -> tuple[QueueItem, ...]:
    """The same queue with the answers as they are now: after an answer nothing needs to be compared again."""
    memory = Memory(snapshot)
    quiet = {(s.agency, s.start): s for s in silences(snapshot)} if any(item.silence for item in items) else {}
    told = []
    for item in items:
        if item.proposal is not None:
            link = memory.link(item.proposal.kind, item.proposal.pair)
            state = link.state if link else "proposed"
            told.append(replace(item, state=state, proposal=replace(item.proposal, state=state, link=link)))
        elif item.silence is not None:
            now = quiet.get((item.silence.agency, item.silence.start), item.silence)
            told.append(replace(item, state=now.state, silence=now))
    return tuple(told)


def around(snapshot: Snapshot, events: Sequence[ChronologyEvent], days: int = 7) -> tuple[ChronologyEvent, ...]:
    """Events that begin within `days` of these, in the chronology's order: what was going on either side of it."""
    starts = [event.date.start for event in events if event.date.start]
    ends = [event.date.end for event in events if event.date.end]
    if not starts or not ends:
        return ()
    first, last = min(starts).toordinal() - days, max(ends).toordinal() + days
    return tuple(e for e in snapshot.events if e.date.start and first <= e.date.start.toordinal() <= last)
