"""How the review is, a line each: setting up, thread, actions, promises, jigsaw; and what left it last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.learning import OVER
from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at
from desktop_app.services.jigsaw.waiting import warnings_waiting
from desktop_app.services.promises import promises
from desktop_app.services.setup_state import missing

LATEST = 4  # outputs that are named


@dataclass(frozen=True, slots=True)
class Glance:
    """`good` is whether nothing is to be done. `page` and `place` are where it is looked at."""

    code: str
    what: str
    good: bool
    page: str
    place: str = ""


def at_a_glance(snapshot: Snapshot, today: dt.date) -> list[Glance]:
    """Only what there is anything to say of, in the order of the work."""
    return [
        *_setup(snapshot, today),
        *_thread(snapshot),
        *_actions(snapshot, today),
        *_promises(snapshot, today),
        *_jigsaw(snapshot),
    ]


def latest_outputs(snapshot: Snapshot) -> list[Output]:
    """The newest first."""
    written = [output for output in snapshot.outputs if output.written is not None]
    return sorted(written, key=lambda output: output.written.timestamp() if output.written else 0, reverse=True)[
        :LATEST
    ]


def _setup(snapshot: Snapshot, today: dt.date) -> Iterator[Glance]:
    left = len(missing(snapshot, today))
    what = f"Setting up: {left} still missing" if left else "Setting up: nothing is missing"
    yield Glance("setup", what, not left, "setup", "missing")


def _thread(snapshot: Snapshot) -> Iterator[Glance]:
    """Counted without reading the events: a page at opening needs none of them."""
    if snapshot.findings:
        held = sum(bool(f.events or f.reflections or f.family_points) for f in snapshot.findings)
        yield _share("evidence", held, len(snapshot.findings), "findings rest on evidence")
    if snapshot.recommendations:
        known = {finding.uid for finding in snapshot.findings}
        held = sum(bool(known.intersection(rec.findings)) for rec in snapshot.recommendations)
        yield _share("findings", held, len(snapshot.recommendations), "recommendations rest on a finding")
    if snapshot.kloes:
        answered = {kloe for finding in snapshot.findings for kloe in finding.kloes}
        held = sum(kloe.uid in answered or kloe.status == "not-answerable" for kloe in snapshot.kloes)
        yield _share("enquiry", held, len(snapshot.kloes), "lines of enquiry are answered by a finding")


def _share(code: str, held: int, total: int, what: str) -> Glance:
    return Glance(code, f"{held} of {total} {what}", held == total, "thread")


def _actions(snapshot: Snapshot, today: dt.date) -> Iterator[Glance]:
    if not snapshot.actions:
        return
    late = 0
    for action in actions_at(snapshot, today):
        due = action.revised_due or action.due
        late += due is not None and due < today and action.status not in OVER
    what = f"{late} of {len(snapshot.actions)} actions are past their date" if late else "No action is past its date"
    yield Glance("late", what, not late, "governance")


def _promises(snapshot: Snapshot, today: dt.date) -> Iterator[Glance]:
    if snapshot.actions or snapshot.recommendations:
        passed = len(promises(snapshot, today))
        many = f"{passed} promises whose date has passed" if passed != 1 else "1 promise whose date has passed"
        yield Glance("promises", many if passed else "No promise has gone by", not passed, "governance")


def _jigsaw(snapshot: Snapshot) -> Iterator[Glance]:
    if snapshot.outputs or snapshot.public_facts:
        waiting = warnings_waiting(snapshot)
        many = f"{waiting} jigsaw warnings wait" if waiting != 1 else "1 jigsaw warning waits"
        yield Glance("jigsaw", many if waiting else "No jigsaw warning waits", not waiting, "outputs", "jigsaw")
