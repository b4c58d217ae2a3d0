"""What is computed of one event and never typed: ages, the distance to the event of the review, who knew of it when."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import in_words
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.intervals import ages_at, interval, interval_words
from desktop_app.services.landmarks import CountedFrom, distances
from desktop_app.services.who_knew import entries_of


def facts_of(snapshot: Snapshot, event: ChronologyEvent, landmarks: Sequence[CountedFrom] = ()) -> list[str]:
    """A sentence each; none of what cannot be computed. `landmarks` are the events that others are counted from."""
    ages = ", ".join(f"{person.name} {age.words}" for person, age in ages_at(snapshot, event))
    facts = [f"Age then: {ages}"] if ages else []
    day = snapshot.review.trigger_event_date
    between = interval(PartialDate(day, day, Precision.DAY), event.date) if day else None
    if between is not None:
        said = interval_words(between, "the event that led to the review")
        facts.append(said[:1].upper() + said[1:])
    facts += distances(landmarks, event)
    names = {agency.uid: agency.name for agency in snapshot.agencies}
    for entry in entries_of(snapshot, event.uid):
        how = f" ({entry.how})" if entry.how else ""
        facts.append(f"{names.get(entry.agency, '')} knew: {in_words(entry.when) or entry.when.wording}{how}")
    return facts
