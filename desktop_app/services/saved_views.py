"""Ways of looking at the chronology that are kept with the review."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.saved_view import SavedView
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_filter import EventFilter, from_json, to_json
from desktop_app.services.session import Session


def views(snapshot: Snapshot) -> tuple[SavedView, ...]:
    """By name."""
    return tuple(sorted(snapshot.saved_views, key=lambda view: view.name.casefold()))


def save_view(session: Session, name: str, chosen: EventFilter, columns: tuple[str, ...] = ()) -> ChangeSet:
    """Under a name; the view that had it is replaced. Raises UserError view-without-name."""
    plain = " ".join(name.split())
    if not plain:
        raise UserError(
            "The view has no name.",
            safe="Nothing was saved; what is shown stays as it is.",
            do="Say in a word or two what it shows, e.g. “Not seen, 2024”.",
            code="view-without-name",
            exit_code=Exit.USAGE,
        )
    same = (view for view in session.snapshot.saved_views if view.name.casefold() == plain.casefold())
    view = next(same, None) or SavedView()
    return session.put("Save a view", replace(view, name=plain, filters=to_json(chosen), columns=columns))


def view_named(snapshot: Snapshot, name: str) -> SavedView:
    """Whatever the case of its letters. Raises UserError view-unknown."""
    held = next((view for view in views(snapshot) if view.name.casefold() == name.strip().casefold()), None)
    if held is None:
        raise UserError(
            "No saved view has that name.",
            safe="Nothing was changed.",
            do="“candour list FILE views” gives their names.",
            code="view-unknown",
            exit_code=Exit.USAGE,
        )
    return held


def delete_view(session: Session, view: SavedView) -> ChangeSet:
    return session.delete("Delete a view", SavedView, view.uid)


def filter_of(view: SavedView) -> EventFilter:
    return from_json(view.filters)
