"""Key practice episodes: events taken together, why they mattered, and what is to be thought of the practice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent, KeyPracticeEpisode
from desktop_app.domain.dates import in_words
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.review import Kloe
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.factors import heading_named
from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True)
class EpisodeView:
    """`events` in the chronology's order; `agencies` uids; `period` in words, "" while no event has a date."""

    episode: KeyPracticeEpisode
    events: tuple[ChronologyEvent, ...]
    agencies: tuple[str, ...]
    period: str

    @property
    def badge(self) -> str:
        return f"KPE {self.episode.number}"


def episode_views(snapshot: Snapshot) -> tuple[EpisodeView, ...]:
    wanted = {uid for episode in snapshot.episodes for uid in episode.events}
    events = [event for event in snapshot.events if event.uid in wanted] if wanted else []
    return tuple(_view(episode, events) for episode in snapshot.episodes)


def _view(episode: KeyPracticeEpisode, events: Sequence[ChronologyEvent]) -> EpisodeView:
    held = tuple(event for event in events if event.uid in episode.events)
    starts = [event.date.start for event in held if event.date.start]
    ends = [event.date.end for event in held if event.date.end]
    period = ""
    if starts and ends:
        first, last = min(starts), max(ends)
        precision = Precision.DAY if first == last else Precision.RANGE
        period = in_words(PartialDate(first, last, precision))
    return EpisodeView(episode, held, tuple(dict.fromkeys(event.agency for event in held)), period)


def badges(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """uid of an event -> "KPE 2" of each episode it is part of."""
    found: dict[str, list[str]] = {}
    for episode in snapshot.episodes:
        for uid in episode.events:
            found.setdefault(uid, []).append(f"KPE {episode.number}")
    return {uid: tuple(words) for uid, words in found.items()}


def make_episode(session: Session, title: str, events: Sequence[str]) -> tuple[KeyPracticeEpisode, ChangeSet]:
    """A new episode of these events (uids), with the next number. Raises UserError episode-without-title."""
    check_title(title)
    number = _next_number(session.snapshot)
    episode = KeyPracticeEpisode(number=number, title=title.strip(), events=tuple(dict.fromkeys(events)))
    return episode, session.put("Make a key practice episode", episode)


def add_events(session: Session, episode: KeyPracticeEpisode, events: Sequence[str]) -> ChangeSet:
    """One step, however many; an event that is part of it already stays once."""
    together = tuple(dict.fromkeys((*episode.events, *events)))
    return session.put(f"Add to episode {episode.number}", replace(episode, events=together))


def remove_events(session: Session, episode: KeyPracticeEpisode, events: Sequence[str]) -> ChangeSet:
    left = tuple(uid for uid in episode.events if uid not in set(events))
    return session.put(f"Take out of episode {episode.number}", replace(episode, events=left))


def edit_episode(
    session: Session,
    events: Sequence[str],
    *,
    title: str | None = None,
    number: int | None = None,
    why: str | None = None,
    appraisal: str | None = None,
    factors: Sequence[str] = (),
) -> KeyPracticeEpisode:
    """A new episode (`title`), or more of the one with `number`, as one step. Texts that are None stay as they are.

    Raises UserError episode-without-title, episode-unknown, factor-unknown.
    """
    if number is None:
        check_title(title or "")
        episode = KeyPracticeEpisode(number=_next_number(session.snapshot), title=(title or "").strip())
    else:
        episode = _episode_numbered(session.snapshot, number)
    named = (heading_named(session.snapshot, factor) for factor in factors)
    episode = replace(
        episode,
        events=tuple(dict.fromkeys((*episode.events, *events))),
        why=episode.why if why is None else why.strip(),
        appraisal=episode.appraisal if appraisal is None else appraisal.strip(),
        factors=tuple(dict.fromkeys((*episode.factors, *named))),
    )
    session.put(f"Change episode {episode.number}" if number else "Make a key practice episode", episode)
    return episode


def _next_number(snapshot: Snapshot) -> int:
    return 1 + max((episode.number for episode in snapshot.episodes), default=0)


def _episode_numbered(snapshot: Snapshot, number: int) -> KeyPracticeEpisode:
    for episode in snapshot.episodes:
        if episode.number == number:
            return episode
    raise UserError(
        "No episode has that number.",
        safe="Nothing was changed.",
        do="“candour list FILE episodes” lists them; --title makes a new one.",
        code="episode-unknown",
        exit_code=Exit.USAGE,
    )


def events_named(snapshot: Snapshot, refs: str) -> tuple[str, ...]:
    """Uids of the events whose refs are written, with commas or spaces between. Raises UserError event-unknown."""
    wanted = [ref.casefold() for ref in re.split(r"[\s,;]+", refs) if ref]
    by_ref = {event.ref.casefold(): event.uid for event in snapshot.events if event.ref}
    unknown = [ref.upper() for ref in wanted if ref not in by_ref]
    if unknown or not wanted:
        raise UserError(
            f"No event has the ref {', '.join(unknown)}." if unknown else "No ref was given.",
            safe="Nothing was changed; what you typed is still here.",
            do="Write refs as the chronology shows them, e.g. “POL-006, CSC-016”.",
            code="event-unknown",
            exit_code=Exit.USAGE,
        )
    return tuple(by_ref[ref] for ref in wanted)


def check_title(title: str) -> None:
    if not title.strip():
        raise UserError(
            "The episode has no title.",
            safe="Nothing was changed.",
            do="Say in a few words what it is about, e.g. “Missing episodes, spring 2024”.",
            code="episode-without-title",
            exit_code=Exit.USAGE,
        )


@dataclass(frozen=True, slots=True)
class KloeCoverage:
    """What a line of enquiry rests on so far, as counts; `events` are uids, through the episodes' events too."""

    kloe: Kloe
    events: tuple[str, ...]
    episodes: tuple[int, ...]
    findings: tuple[int, ...]

    @property
    def evidence(self) -> int:
        return len(self.events)

    @property
    def covered(self) -> bool:
        return bool(self.events or self.findings)


def kloe_coverage(snapshot: Snapshot) -> tuple[KloeCoverage, ...]:
    """Every line of enquiry, with nothing behind it or much."""
    by_kloe: dict[str, list[str]] = {kloe.uid: [] for kloe in snapshot.kloes}
    for event in snapshot.events:
        for uid in event.kloes:
            if uid in by_kloe:
                by_kloe[uid].append(event.uid)
    return tuple(
        KloeCoverage(
            kloe,
            tuple(by_kloe[kloe.uid]),
            tuple(e.number for e in snapshot.episodes if set(e.events) & set(by_kloe[kloe.uid])),
            tuple(f.number for f in snapshot.findings if kloe.uid in f.kloes),
        )
        for kloe in snapshot.kloes
    )
