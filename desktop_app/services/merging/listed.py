"""What comparing finds, as plain JSON values: the keys are a public interface (the command line's `list`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.common.clock import today
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.episodes import episode_views, kloe_coverage
from desktop_app.services.merging import contradictions, corroborations, duplicates, irregular_rows, silences
from desktop_app.services.merging.proposal import LinkProposal
from desktop_app.services.who_knew import who_knew

Json = dict[str, object]


def duplicate_lines(snapshot: Snapshot) -> list[Json]:
    return _links(snapshot, duplicates(snapshot))


def contradiction_lines(snapshot: Snapshot) -> list[Json]:
    return _links(snapshot, contradictions(snapshot))


def corroboration_lines(snapshot: Snapshot) -> list[Json]:
    return _links(snapshot, corroborations(snapshot))


def gap_lines(snapshot: Snapshot) -> list[Json]:
    """`agency` is null where nobody was in contact; `active` are agencies that recorded something meanwhile."""
    names = {agency.uid: agency.name for agency in snapshot.agencies}
    return [
        {
            "agency": names.get(silence.agency),
            "from": silence.start.isoformat(),
            "to": silence.end.isoformat(),
            "days": silence.days,
            "explained": silence.explained,
            "state": silence.state,
            "note": silence.note,
            "active": sorted(names.get(uid, "") for uid in silence.active),
        }
        for silence in silences(snapshot)
    ]


def irregular_lines(snapshot: Snapshot) -> list[Json]:
    end = _Ends(snapshot)
    refs = {event.uid: event.ref for event in snapshot.events}
    return [
        {"kind": row.kind, **end.of(row.event), "why": row.why, "other": refs.get(row.other) or None}
        for row in irregular_rows(snapshot)
    ]


def knowledge_lines(snapshot: Snapshot, day: dt.date | None = None) -> list[Json]:
    """What each agency knew at the end of `day` (None: today), one line a piece of knowledge."""
    lines: list[Json] = []
    for knew in who_knew(snapshot, day or today()):
        for known in knew.known:
            lines.append(
                {
                    "agency": knew.agency.name,
                    "uid": known.event.uid,
                    "ref": known.event.ref,
                    "since": known.since.isoformat(),
                    "own": known.own,
                    "how": known.how,
                    "sure": known.sure,
                }
            )
    return lines


def episode_lines(snapshot: Snapshot) -> list[Json]:
    return [
        {
            "uid": view.episode.uid,
            "number": view.episode.number,
            "title": view.episode.title,
            "period": view.period,
            "events": [event.ref or event.uid for event in view.events],
            "why": view.episode.why,
            "appraisal": view.episode.appraisal,
            "factors": list(view.episode.factors),
        }
        for view in episode_views(snapshot)
    ]


def kloe_lines(snapshot: Snapshot) -> list[Json]:
    refs = {event.uid: event.ref for event in snapshot.events}
    return [
        {
            "uid": one.kloe.uid,
            "number": one.kloe.number,
            "question": one.kloe.question,
            "covered": one.covered,
            "events": [refs.get(uid, uid) for uid in one.events],
            "episodes": list(one.episodes),
            "findings": list(one.findings),
        }
        for one in kloe_coverage(snapshot)
    ]


class _Ends:
    """Where an event came from, for a line of JSON."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._agencies = {agency.uid: agency.name for agency in snapshot.agencies}
        self._returns = {received.uid: received.file_name for received in snapshot.returns}

    def of(self, event: ChronologyEvent) -> Json:
        return {
            "agency": self._agencies.get(event.agency, ""),
            "file": self._returns.get(event.chronology_return, ""),
            "row": event.row,
            "uid": event.uid,
            "ref": event.ref,
        }


def _links(snapshot: Snapshot, proposals: Iterable[LinkProposal]) -> list[Json]:
    end = _Ends(snapshot)
    return [
        {
            "a": end.of(p.a),
            "b": end.of(p.b),
            "why": p.why,
            "score": round(p.score, 3),
            "state": p.state,
            "note": p.link.note if p.link else "",
            "resolution": p.link.resolution if p.link else "",
        }
        for p in proposals
    ]
