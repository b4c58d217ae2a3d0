"""The ladders of one person, body or place, with an example on each rung and who stands where."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from desktop_app.anonymise.ages import band, stage_of
from desktop_app.anonymise.coarsen import season
from desktop_app.anonymise.ladders import Ladder, Step, ladder_of_kind, ladders
from desktop_app.anonymise.relative_days import DAY_ZERO
from desktop_app.anonymise.told import words_at
from desktop_app.domain.dates.print import day_in_words
from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import BodyKind, Person, PersonKind, RegisterEntry
from desktop_app.domain.reader_rungs import Fact
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw import ledger
from desktop_app.services.jigsaw.ledger import subject_of
from desktop_app.services.ladders import rung_now

_ANOTHERS = re.compile(r"\b(?:sister|brother|sibling|mother|father|grand\w+|until|former|previous)\b", re.IGNORECASE)
_FACTS_OF_A_PERSON = (Fact.AGE, Fact.DATE, Fact.TIME, Fact.FAMILY, Fact.SEX)


@dataclass(frozen=True, slots=True)
class RungCell:
    """One rung as it would be printed. `done` is rule, asked or both; `readers` stand here."""

    rung: str
    words: str
    note: str
    done: str
    readers: tuple[ProfileName, ...]


@dataclass(frozen=True, slots=True)
class LadderRow:
    """`about` is what a choice is stored under; cells run from everything to nothing."""

    about: str
    name: str
    cells: tuple[RungCell, ...]


@dataclass(frozen=True, slots=True)
class ToldSoFar:
    """What readers of one profile can put together about a person."""

    facts: int
    outputs: int
    too_much: bool


def ladder_rows(snapshot: Snapshot, uid: str) -> tuple[LadderRow, ...]:
    """Of the Person or Body with this uid. What holds for everybody in the review stands with each person."""
    person = next((p for p in snapshot.people if p.uid == uid), None)
    if person is None:
        body = next((b for b in snapshot.bodies if b.uid == uid), None)
        return (_entry_row(snapshot, body.key or body.uid, "Called"),) if body else ()
    own = _entry_row(snapshot, person.key or person.uid, "Called")
    if person.kind is PersonKind.PRACTITIONER:
        return (own,)
    facts = {fact: _fact_row(snapshot, person, fact) for fact in _FACTS_OF_A_PERSON}
    around = _surroundings(snapshot) if person is subject_of(snapshot) else ()
    return (own, facts[Fact.AGE], facts[Fact.DATE], facts[Fact.TIME], *around, facts[Fact.FAMILY], facts[Fact.SEX])


def told_so_far(snapshot: Snapshot, uid: str, reader: ProfileName) -> ToldSoFar:
    """From the jigsaw ledger: what outputs that were written, and public sources, say of a Person indirectly."""
    person = next((p for p in snapshot.people if p.uid == uid), None)
    key = (person.key or person.uid) if person else ""
    found = next((p.jigsaw for p in ledger(snapshot, reader).people if p.jigsaw.person == key), None)
    return ToldSoFar(len(found.pieces), len(found.places), found.too_much) if found else ToldSoFar(0, 0, False)


def _surroundings(snapshot: Snapshot) -> tuple[LadderRow, ...]:
    """The place and the school that outputs say other words for: the subject's own before another's or a former one."""
    found = []
    for kind, name in ((BodyKind.PLACE, "Place"), (BodyKind.SCHOOL, "School")):
        said = [b for b in snapshot.bodies if b.kind is kind and b.pseudonym]
        if said:
            own = min(said, key=lambda b: (bool(_ANOTHERS.search(b.role)), "home" not in b.role.casefold()))
            found.append(_entry_row(snapshot, own.key or own.uid, name))
    return tuple(found)


def _entry_row(snapshot: Snapshot, about: str, name: str) -> LadderRow:
    entry = next(e for e in snapshot.register if e.uid == about)
    ladder = ladder_of_kind(entry.kind)
    return _row(snapshot, about, name, ladder, {step.id: _entry_words(entry, step) for step in ladder.steps})


def _entry_words(entry: RegisterEntry, step: Step) -> str:
    if step.id == "name":
        return entry.name
    given = {"pseudonym": entry.pseudonym, "descriptor": entry.descriptor, "wider": entry.wider}
    if step.id == "left-out":
        return step.name
    return given.get(step.id, "") or (words_at(entry, step.id) if step.words else "")


def _fact_row(snapshot: Snapshot, person: Person, fact: Fact) -> LadderRow:
    ladder = ladders()[fact]
    day = snapshot.review.trigger_event_date
    examples: dict[str, str] = {}
    if fact is Fact.DATE and day is not None:
        told = (day_in_words(day), f"{day:%b %Y}", season(day), str(day.year), DAY_ZERO)
        examples = dict(zip((step.id for step in ladder.steps), told, strict=False))
    if fact is Fact.AGE and day is not None and person.born is not None:
        age = age_on(person.born, day)
        first, last = band(age)
        told_ages = (str(age), f"{first} to {last}", stage_of(age)[0].partition(" ")[2])
        examples = dict(zip((step.id for step in ladder.steps), told_ages, strict=False))
    return _row(snapshot, fact.value, ladder.name, ladder, {s.id: examples.get(s.id, s.name) for s in ladder.steps})


def age_on(born: dt.date, day: dt.date) -> int:
    """Whole years, not below 0."""
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def _row(snapshot: Snapshot, about: str, name: str, ladder: Ladder, words: dict[str, str]) -> LadderRow:
    """Rungs without words of their own are no choice; who stands on one is shown on the next that has some."""
    steps = [step for step in ladder.steps if words[step.id]]
    standing: dict[str, list[ProfileName]] = {step.id: [] for step in steps}
    for reader in ProfileName:
        place = ladder.place(rung_now(snapshot, reader, about))
        at = next((step.id for step in steps if ladder.place(step.id) >= place), steps[-1].id if steps else "")
        if at:
            standing[at].append(reader)
    return LadderRow(
        about,
        name,
        tuple(RungCell(s.id, words[s.id], s.note, s.done, tuple(standing[s.id])) for s in steps),
    )


def listed(snapshot: Snapshot) -> list[dict[str, object]]:
    """For the command line: a line for each reader and each thing that is told, with the rungs there are."""
    rows: list[dict[str, object]] = []
    chosen = {(r.profile, r.about) for r in snapshot.reader_rungs}
    abouts = [(fact.value, ladders()[fact]) for fact in Fact]
    abouts += [(entry.uid, ladder_of_kind(entry.kind)) for entry in snapshot.register]
    for about, ladder in abouts:
        for reader in ProfileName:
            rung = rung_now(snapshot, reader, about)
            rows.append(
                {
                    "about": about,
                    "reader": reader.value,
                    "rung": rung,
                    "rungs": [step.id for step in ladder.steps],
                    "chosen": (reader, about) in chosen,
                    "done": ladder.step(rung).done,
                }
            )
    return rows


__all__ = ["LadderRow", "RungCell", "ToldSoFar", "age_on", "ladder_rows", "listed", "told_so_far"]
