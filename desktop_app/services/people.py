"""Who is who: the forms a person is written in, and gentle advice on a pseudonym."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.anonymise.register import Register
from desktop_app.domain.people import Person
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.texts import stored_texts


@dataclass(frozen=True, slots=True)
class WrittenForm:
    form: str
    how: str  # name, alias, part, initials ...
    count: int
    decided: bool  # replaced by itself; otherwise it is asked about


def written_as(snapshot: Snapshot, key: str) -> list[WrittenForm]:
    """Every form in which the register entry `key` stands in the review's texts, most frequent first."""
    register = Register(snapshot.register)
    counts: dict[tuple[str, str, bool], int] = {}
    for text in stored_texts(snapshot):
        for match in register.find(text):
            if key == match.uid or key in match.owners:
                form = (" ".join(text[match.start : match.end].split()), match.how, match.auto)
                counts[form] = counts.get(form, 0) + 1
    forms = [WrittenForm(form, how, count, auto) for (form, how, auto), count in counts.items()]
    return sorted(forms, key=lambda f: (-f.count, f.form))


def pseudonym_advice(snapshot: Snapshot, person: Person) -> tuple[str, ...]:
    """Why a pseudonym may give its owner away (field reference, rules on pseudonyms). Never blocks."""
    chosen = person.pseudonym.strip()
    if not chosen:
        return ("No pseudonym yet: outputs will ask about every mention.",) if person.name else ()
    notes = []
    initials = {part[0].casefold() for part in person.name.split() if part}
    if len(chosen.split()) == 1 and chosen[0].casefold() in initials:
        notes.append("It starts with one of the real initials.")
    others = [p for p in snapshot.people if p.uid != person.uid]
    names = {part.casefold() for p in others for part in (p.name, *p.name.split(), *p.aliases)}
    if chosen.casefold() in names:
        notes.append("Somebody in this file really has that name.")
    if any(p.pseudonym.strip().casefold() == chosen.casefold() for p in others):
        notes.append("Another person already has it.")
    return tuple(notes)
