"""The three-column table of a briefing: No, Recommendation, Action as at a date."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Cell, Dates, Table, Text
from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import day, governance, split
from desktop_app.services.compose.status_words import status_words
from desktop_app.services.compose.wording import fixed
from desktop_app.services.recommendations import ActionView, RecommendationView, recommendation_views


def recommendation_table(snapshot: Snapshot, as_at: dt.date) -> Table:
    return Table(
        header=(
            fixed("briefing", "no"),
            fixed("briefing", "recommendation"),
            fixed("briefing", "action", date=day(as_at)),
        ),
        rows=tuple(
            (
                Cell((Text(str(view.number), Dates.FIXED),)),
                recommendation_cell(view),
                Cell(_action_paragraphs(snapshot, view)),
            )
            for view in recommendation_views(snapshot, as_at)
        ),
        widths=(0.6, 4.4, 5.0),
    )


def recommendation_cell(view: RecommendationView) -> Cell:
    """The recommendation's paragraphs, then its parts by letter."""
    paragraphs = split(view.text, Dates.GOVERNANCE, view.uid)
    parts = tuple(governance(f"{part.letter}) {part.text}", part.uid) for part in view.parts)
    return Cell(paragraphs + parts)


def action_words(snapshot: Snapshot, action: ActionView) -> tuple[Text, ...]:
    """What an action comes to at the date: its status and its newest update, else what was planned."""
    led = _led(status_words(snapshot, action.status), action.update or action.text)
    return split(led, Dates.GOVERNANCE, action.uid)


def _led(status: str, said: str) -> str:
    """`said` after its status, once: an update may already begin with it. Without a status it stands as written."""
    if not status:
        return said
    ended = said if not said.strip() or said.rstrip()[-1] in '.!?”"' else f"{said.rstrip()}."
    return ended if said.casefold().startswith(status.casefold()) else f"{status}. {ended}"


def _action_paragraphs(snapshot: Snapshot, view: RecommendationView) -> tuple[Text, ...]:
    if view.accepted == "not-accepted":
        return (governance(_led(status_words(snapshot, ActionStatus.NOT_ACCEPTED), view.accepted_reason), view.uid),)
    paragraphs = tuple(text for action in view.actions for text in action_words(snapshot, action))
    return paragraphs or (fixed("briefing", "no_action"),)
