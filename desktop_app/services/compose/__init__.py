"""Composers: a snapshot in, a `Document` of identified words out. One module an output kind.

They choose and order what the record says; they never anonymise. That is for the renderer, which sees every word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from desktop_app.common.document import Document
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import (
    action_plan,
    briefing,
    chronology,
    facilitator_notes,
    governance_update,
    hand_over,
    overview,
    reflections_summary,
    seven_minute,
    timeline,
    tracker,
    workshop_pack,
    you_said,
)
from desktop_app.services.compose.arranged import arranged
from desktop_app.services.compose.nothing_yet import said_when_empty
from desktop_app.services.compose.small import SMALL, compose_small
from desktop_app.services.compose.spelt_out import spelt_out

Composer = Callable[[Snapshot, dt.date], Document]

COMPOSERS: dict[OutputKind, Composer] = {
    OutputKind.BRIEFING: briefing.compose,
    OutputKind.SEVEN_MINUTE: seven_minute.compose,
    OutputKind.OVERVIEW: overview.compose,
    OutputKind.CHRONOLOGY: chronology.compose,
    OutputKind.TIMELINE: timeline.compose,
    OutputKind.ACTION_PLAN: action_plan.compose,
    OutputKind.WORKSHOP_PACK: workshop_pack.compose,
    OutputKind.FACILITATOR_NOTES: facilitator_notes.compose,
    OutputKind.REFLECTIONS_SUMMARY: reflections_summary.compose,
    OutputKind.YOU_SAID: you_said.compose,
    OutputKind.GOVERNANCE_UPDATE: governance_update.compose,
    OutputKind.HAND_OVER: hand_over.compose,
    OutputKind.TRACKER: tracker.compose,
    **{kind: partial(compose_small, kind) for kind in SMALL},
}


# Read from the beginning by people who do not know the words of the field.
_SPELT_OUT = frozenset(
    {OutputKind.BRIEFING, OutputKind.SEVEN_MINUTE, OutputKind.OVERVIEW, OutputKind.REFLECTIONS_SUMMARY}
)


def compose(snapshot: Snapshot, kind: OutputKind, as_at: dt.date) -> Document:
    """The output's words, still identified, its sections as the author wants them."""
    document = said_when_empty(snapshot, kind, arranged(snapshot, kind, COMPOSERS[kind](snapshot, as_at)))
    return spelt_out(document, snapshot) if kind in _SPELT_OUT else document
