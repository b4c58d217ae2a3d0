"""Where the review stands, at a glance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.event_query import AgencyFigures
from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.clocks import ClockView, clock_views
from desktop_app.services.jigsaw.waiting import say_waiting, warnings_waiting
from desktop_app.services.recommendations import recommendation_views
from desktop_app.services.retention_rules import withdrawal_of
from desktop_app.services.thread import Orphan, orphans
from desktop_app.services.workshop_waiting import waiting_for_the_author


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    state: str  # done | now | ahead
    note: str


@dataclass(frozen=True, slots=True)
class NextStep:
    what: str
    detail: str
    page: str  # name of the page that does it
    button: str
    place: str = ""  # on that page, where it has several


@dataclass(frozen=True, slots=True)
class ReturnRow:
    agency: str
    code: str
    order: int
    events: int
    note: str
    good: bool


@dataclass(frozen=True, slots=True)
class OverviewView:
    stages: tuple[Stage, ...]
    next_steps: tuple[NextStep, ...]
    returns: tuple[ReturnRow, ...]
    by_status: tuple[tuple[ActionStatus, tuple[int, ...]], ...]  # numbers of recommendations
    loose_ends: tuple[Orphan, ...]
    clocks: tuple[ClockView, ...]


def overview(snapshot: Snapshot, today: dt.date) -> OverviewView:
    views = recommendation_views(snapshot)
    by_status = tuple((s, tuple(v.number for v in views if v.status is s)) for s in ActionStatus)
    return OverviewView(
        stages=_stages(snapshot),
        next_steps=(*_to_take_down(snapshot, today), *_next_steps(snapshot)),
        returns=_returns(snapshot),
        by_status=tuple((s, numbers) for s, numbers in by_status if numbers),
        loose_ends=tuple(orphans(snapshot)),
        clocks=tuple(clock_views(snapshot, today)),
    )


def _stages(snapshot: Snapshot) -> tuple[Stage, ...]:
    """Each stage is done when the file holds what it makes; the first that is not is where the review is."""
    counts = (
        ("Decision", len([d for d in snapshot.decisions if d.outcome])),
        ("People & bodies", len(snapshot.people) + len(snapshot.bodies)),
        ("Chronology", snapshot.event_count),
        ("Workshops", len(snapshot.reflections)),
        ("Findings", len(snapshot.findings)),
        ("Recommendations", len(snapshot.recommendations)),
        ("Actions", len(snapshot.actions)),
        ("Outputs", len(snapshot.outputs)),
    )
    stages = []
    here = False
    for name, count in counts:
        if count:
            stages.append(Stage(name, "done", str(count)))
        else:
            stages.append(Stage(name, "ahead" if here else "now", "" if here else "Here now"))
            here = True
    return tuple(stages)


def _to_take_down(snapshot: Snapshot, today: dt.date) -> list[NextStep]:
    """Outputs whose day to come down is past."""
    due = [held for output in snapshot.outputs if (held := withdrawal_of(snapshot, output)).state(today) == "due"]
    return [
        NextStep(
            f"Take down {held.output.kind.value.replace('-', ' ')}, version {held.output.version}",
            f"It was to come down by {held.due.day} {held.due:%B %Y}" if held.due else "",
            "outputs",
            "Look",
        )
        for held in due
    ]


def _next_steps(snapshot: Snapshot) -> tuple[NextStep, ...]:
    steps = []
    if not snapshot.people and not snapshot.bodies:
        steps.append(NextStep("Say who is who", "Outputs are anonymised by this register", "people", "Add people"))
    if not snapshot.event_count:
        steps.append(
            NextStep(
                "Bring in the first chronology", "Word, Excel or CSV, as agencies send them", "chronology", "Import"
            )
        )
    waiting = [i for i in snapshot.issues if i.kind == "decide" and not i.resolved]
    if waiting:
        steps.append(
            NextStep(
                f"Look at {counted(len(waiting), 'imported row')} to decide on",
                "A date that cannot be read, or no source of information",
                "chronology",
                "Look",
            )
        )
    unnamed = [p for p in snapshot.people if not p.pseudonym]
    if unnamed:
        steps.append(
            NextStep(
                f"Choose a pseudonym for {counted(len(unnamed), 'person', 'people')}",
                "Until then outputs ask at every mention",
                "people",
                "Choose",
            )
        )
    without_reason = [a for a in snapshot.actions if a.revised_due and not a.revised_reason]
    if without_reason:
        numbers = ", ".join(str(a.number) for a in without_reason)
        steps.append(
            NextStep(
                "Give a reason for a delay",
                f"Action {numbers} was given a new date",
                "recommendations",
                "Add reason",
                without_reason[0].uid,
            )
        )
    warnings = warnings_waiting(snapshot)
    if warnings:
        what, why = say_waiting(warnings), "Make some of them coarser, or say why they stay"
        steps.append(NextStep(what, why, "outputs", "Weigh", "jigsaw"))
    steps += [NextStep(what, why, "workshops", "Look") for what, why in waiting_for_the_author(snapshot)]
    if snapshot.recommendations and not snapshot.outputs:
        steps.append(
            NextStep("Make the first briefing draft", "It is read back before it leaves", "outputs", "Make it")
        )
    return tuple(steps)


def _returns(snapshot: Snapshot) -> tuple[ReturnRow, ...]:
    rows = []
    none = AgencyFigures(0, 0, 0)
    for agency in sorted(snapshot.agencies, key=lambda a: a.order):
        held = snapshot.event_figures.by_agency.get(agency.uid, none)
        events, no_source, unclear = held.events, held.no_source, held.unclear_dates
        versions = [r for r in snapshot.returns if r.agency == agency.uid]
        if not events:
            note, good = "Nothing received", False
        elif no_source or unclear:
            parts = [
                f"{no_source} with no source" if no_source else "",
                f"{counted(unclear, 'date')} to look at" if unclear else "",
            ]
            note, good = ", ".join(filter(None, parts)), False
        else:
            signed = any(r.signed_off_by for r in versions)
            note, good = f"{'Signed off' if signed else 'Received'}, {events}", True
        rows.append(ReturnRow(agency.name, agency.code, agency.order, events, note, good))
    return tuple(rows)


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 date", "2 dates"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
