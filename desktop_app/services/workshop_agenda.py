"""The agenda of a workshop, its times worked out from its minutes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import AgendaItem, Prompt, Workshop
from desktop_app.services.session import Session
from desktop_app.services.workshop_library import AgendaTemplate, PromptLibrary

DEFAULT_START = dt.time(9, 30)


@dataclass(frozen=True, slots=True)
class Timed:
    item: AgendaItem
    starts: dt.time
    ends: dt.time


def timed(snapshot: Snapshot, workshop: Workshop) -> list[Timed]:
    """Items in order with their times of day; after midnight they go on at 00:00."""
    at = dt.datetime.combine(dt.date(2000, 1, 1), workshop.starts or DEFAULT_START)
    found = []
    for item in items_of(snapshot, workshop.uid):
        end = at + dt.timedelta(minutes=item.minutes)
        found.append(Timed(item, at.time(), end.time()))
        at = end
    return found


def items_of(snapshot: Snapshot, workshop: str) -> list[AgendaItem]:
    return sorted((i for i in snapshot.agenda_items if i.workshop == workshop), key=lambda item: item.order)


def total(items: list[AgendaItem]) -> int:
    """Minutes."""
    return sum(item.minutes for item in items)


def hours(minutes: int) -> str:
    """ "3 h 30", "45 min"."""
    full, rest = divmod(minutes, 60)
    return f"{full} h {rest:02d}" if full and rest else f"{full} h" if full else f"{rest} min"


def use_template(session: Session, workshop: str, template: AgendaTemplate) -> ChangeSet:
    """The template's items in place of those that are there, as one step."""
    gone = tuple((AgendaItem, item.uid) for item in items_of(session.snapshot, workshop))
    made = tuple(
        AgendaItem(workshop=workshop, order=number, title=part.title, minutes=part.minutes, about=part.about)
        for number, part in enumerate(template.items, 1)
    )
    return session.replace_all("Use an agenda", made, gone)


def add_item(session: Session, workshop: str) -> tuple[ChangeSet, str]:
    items = items_of(session.snapshot, workshop)
    made = AgendaItem(workshop=workshop, order=(items[-1].order if items else 0) + 1, minutes=15)
    return session.put("Add to the agenda", made), made.uid


def move_item(session: Session, uid: str, by: int) -> ChangeSet | None:
    """Up (-1) or down (1) among the items of its workshop; None at either end."""
    held = next(item for item in session.snapshot.agenda_items if item.uid == uid)
    items = items_of(session.snapshot, held.workshop)
    at = [item.uid for item in items].index(uid)
    to = at + by
    if not 0 <= to < len(items):
        return None
    items.insert(to, items.pop(at))
    moved = tuple(replace(i, order=n) for n, i in enumerate(items, 1) if i.order != n)
    return session.put("Move in the agenda", *moved)


def use_library(session: Session, workshop: Workshop, library: PromptLibrary) -> ChangeSet:
    """Ask these prompts from now on; those that are missing are added. What was said keeps the prompt it answered."""
    held = {prompt.text for prompt in session.snapshot.prompts if prompt.library == library.id}
    made = tuple(
        Prompt(library=library.id, order=number, text=text, origin=library.source)
        for number, text in enumerate(library.prompts, 1)
        if text not in held
    )
    return session.put("Use a set of prompts", *made, replace(workshop, library=library.id))


def ask_library(session: Session, workshop: Workshop, library: str) -> ChangeSet:
    """Ask the prompts of this review that belong to `library` from now on; "" asks all there are."""
    return session.put("Use a set of prompts", replace(workshop, library=library))


def prompts_of(snapshot: Snapshot, workshop: Workshop) -> list[Prompt]:
    """Those that are asked at a workshop, in order; of no library in particular, all there are."""
    asked = [p for p in snapshot.prompts if p.library == workshop.library] if workshop.library else []
    return sorted(asked or snapshot.prompts, key=lambda p: (p.library, p.order, p.text))


def minutes_of(snapshot: Snapshot, workshop: str) -> dict[str, int]:
    """Prompt -> minutes that the agenda gives it, for the room's clock."""
    found: dict[str, int] = {}
    for item in items_of(snapshot, workshop):
        if item.prompt:
            found[item.prompt] = found.get(item.prompt, 0) + item.minutes
    return found
