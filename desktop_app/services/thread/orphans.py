"""What rests on nothing, and what nothing rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.family import Approach
from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.findings import counts
from desktop_app.services.register_leaving import rungs_of_nobody
from desktop_app.services.thread.coverage import events_used


@dataclass(frozen=True, slots=True)
class Orphan:
    code: str
    uid: str
    what: str  # a sentence that names numbers and refs, never people


def orphans(snapshot: Snapshot) -> list[Orphan]:
    """Every loose end of the thread, from evidence to action. Of the events only the figures are read."""
    return [
        *_findings(snapshot),
        *_enquiry(snapshot),
        *_family(snapshot),
        *_actions(snapshot),
        *_key_events(snapshot),
        *_rungs(snapshot),
    ]


def _findings(snapshot: Snapshot) -> Iterator[Orphan]:
    for finding in snapshot.findings:
        if not any(count for _, count in counts(finding)):
            yield Orphan("finding-without-evidence", finding.uid, f"Finding {finding.number} rests on no evidence.")
    known = {finding.uid for finding in snapshot.findings}
    for rec in snapshot.recommendations if known else ():
        if not known.intersection(rec.findings):
            what = f"Recommendation {rec.number} rests on no finding."
            yield Orphan("recommendation-without-finding", rec.uid, what)


def _rungs(snapshot: Snapshot) -> Iterator[Orphan]:
    for rung in rungs_of_nobody(snapshot):
        what = f"What the {rung.profile.value} copy tells of somebody is chosen, and nobody in the register is meant."
        yield Orphan("rung-of-nobody", rung.uid, what)


def _enquiry(snapshot: Snapshot) -> Iterator[Orphan]:
    answered = {kloe for finding in snapshot.findings for kloe in finding.kloes}
    touched = snapshot.event_figures.kloes
    for kloe in snapshot.kloes:
        if kloe.uid in answered or kloe.status == "not-answerable":
            continue
        if kloe.uid not in touched:
            what = f"Key line of enquiry {kloe.number} has nothing linked to it."
        elif snapshot.findings:
            what = f"Key line of enquiry {kloe.number} is touched by events, and no finding answers it."
        else:
            continue
        yield Orphan("kloe-unanswered", kloe.uid, what)


def _family(snapshot: Snapshot) -> Iterator[Orphan]:
    used = {uid for finding in snapshot.findings for uid in finding.family_points}
    for number, point in enumerate(snapshot.family_points, 1):
        if point.uid not in used and not point.set_aside:
            what = f"Family point {number} was never taken up by a finding, and nobody has said why."
            yield Orphan("family-point-unused", point.uid, what)
    for entry in snapshot.involvements:
        if entry.approach in (Approach.DECLINED, Approach.NOT_APPROACHED) and not entry.reason.strip():
            did = "declined" if entry.approach is Approach.DECLINED else "not approached"
            what = f"Entry {entry.number} under family and those affected: {did}, and no reason is given."
            yield Orphan("family-reason-missing", entry.uid, what)


def _actions(snapshot: Snapshot) -> Iterator[Orphan]:
    for action in snapshot.actions:
        if not (action.recommendations or action.parts):
            what = f"Action {action.number} answers no recommendation."
            yield Orphan("action-without-recommendation", action.uid, what)
        if action.status is ActionStatus.EMBEDDED and action.recheck_on is None:
            what = f"Action {action.number} is called embedded, and no day is set to look at its impact again."
            yield Orphan("embedded-without-recheck", action.uid, what)


def _key_events(snapshot: Snapshot) -> Iterator[Orphan]:
    if not snapshot.findings:
        return
    used = events_used(snapshot)
    for uid, ref in snapshot.event_figures.key:
        if uid not in used:
            yield Orphan("key-event-unused", uid, f"{ref} is marked key, and no finding uses it.")
