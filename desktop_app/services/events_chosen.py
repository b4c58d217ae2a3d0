"""Events as somebody narrows them without a window: what is said in words and numbers, and a saved view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.chronology import Significance
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_filter import EventFilter, query_of
from desktop_app.services.chronology_marks import MARKS, marked_of
from desktop_app.services.saved_views import filter_of, view_named
from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A filter as it is said outside the window: codes of agencies, numbers of lines of enquiry and of episodes, marks
    and themes in their own words, people by name or uid; `view` is the name of a saved one that the rest goes on from.
    """

    view: str = ""
    words: str = ""
    agencies: tuple[str, ...] = ()
    kloes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    significance: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    episodes: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    waiting: bool = False
    no_action: bool = False
    outside: bool = False

    @property
    def narrows(self) -> bool:
        return self != Said()


def filter_said(snapshot: Snapshot, said: Said) -> EventFilter:
    """What is said beside a view takes the place of what the view says of it.

    Raises UserError filter-unknown, view-unknown.
    """
    chosen = filter_of(view_named(snapshot, said.view)) if said.view else EventFilter()
    themes = {theme for event in snapshot.events for theme in event.themes} if said.themes else set()
    people = [(name, p.uid) for p in snapshot.people for name in (p.name, p.uid, *p.aliases)]
    return replace(
        chosen,
        words=said.words or chosen.words,
        agencies=_known("agency", said.agencies, [(a.code, a.uid) for a in snapshot.agencies]) or chosen.agencies,
        kloes=_known("line of enquiry", said.kloes, [(str(k.number), k.uid) for k in snapshot.kloes]) or chosen.kloes,
        marks=_known("mark", said.marks, [(mark, mark) for mark in MARKS]) or chosen.marks,
        significance=_known("significance", said.significance, [(s.value, s.value) for s in Significance])
        or chosen.significance,
        themes=_known("theme", said.themes, [(theme, theme) for theme in themes]) or chosen.themes,
        people=_known("person", said.people, people, tell=False) or chosen.people,
        episodes=_known("episode", said.episodes, [(str(e.number), e.uid) for e in snapshot.episodes])
        or chosen.episodes,
        first=said.first or chosen.first,
        last=said.last or chosen.last,
        waiting=said.waiting or chosen.waiting,
        no_action=said.no_action or chosen.no_action,
        outside=said.outside or chosen.outside,
    )


def chosen_uids(session: Session, chosen: EventFilter) -> list[str]:
    """Of the events found, in the chronology's order; each account of a merged event by itself."""
    snapshot = session.snapshot
    query = query_of(chosen, snapshot, marked_of(snapshot, session.events))
    return session.events.uids_of(session.events.ids(query))


def _known(what: str, said: Iterable[str], options: Iterable[tuple[str, str]], *, tell: bool = True) -> frozenset[str]:
    """The values that the words stand for, whatever their case. `tell`: the words may stand in an error."""
    values = {words.casefold(): value for words, value in options if words}
    wanted = [word.casefold() for word in said]
    if any(word not in values for word in wanted):
        raise UserError(
            f"The review has no {what} that is called so.",
            safe="Nothing was changed.",
            do=f"Choose from: {', '.join(sorted(values))}." if values and tell else "Look at what the review holds.",
            code="filter-unknown",
            exit_code=Exit.USAGE,
        )
    return frozenset(values[word] for word in wanted)
