"""Who is who: the forms a person is written in, and gentle advice on a pseudonym."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.anonymise.register import Register
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.people import Body, Person, PersonKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session
from desktop_app.services.texts import stored_texts

_BIRTH_ORDER = re.compile(
    r"\b(?:older|elder|eldest|oldest|younger|youngest|big|little|first|second|third|middle)\b"
    r"|\b(?:child|sibling|brother|sister|son|daughter|twin)\s*\d",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:aged?\s+)?\d{1,2}\s*(?:years?|yrs?|months?|y\b|yo\b)|,\s*\d{1,2}\b|\baged?\s+\w+", re.IGNORECASE
)
_FROM_CONTEXT = ("surname", "initial and surname", "title and surname", "family")


class Settled(StrEnum):
    """What becomes of a form of a name in an output."""

    REPLACED = "replaced"
    BY_CONTEXT = "by context"  # replaced where the words around it say whose it is
    ASKED = "asked about"


@dataclass(frozen=True, slots=True)
class WrittenForm:
    form: str
    how: str  # name, alias, part, initials ...
    count: int
    decided: bool  # replaced by itself; otherwise it is asked about

    @property
    def settled(self) -> Settled:
        if not self.decided:
            return Settled.ASKED
        return Settled.BY_CONTEXT if any(part in self.how for part in _FROM_CONTEXT) else Settled.REPLACED

    @property
    def proposed(self) -> bool:
        """May it be another name of the same person, that nobody has confirmed?"""
        return not self.decided and self.how.startswith(("nickname", "resembles"))


@dataclass(frozen=True, slots=True)
class WrittenGroup:
    """Forms of one kind that are treated alike, the most frequent first."""

    forms: tuple[str, ...]
    how: str
    count: int
    settled: Settled


def grouped(forms: list[WrittenForm]) -> list[WrittenGroup]:
    """One line a kind of form and treatment, the most frequent first; capitals make no other form."""
    held: dict[tuple[str, Settled], list[WrittenForm]] = {}
    for form in forms:
        held.setdefault((_kind_of_form(form.how), form.settled), []).append(form)
    groups = []
    for (how, settled), alike in held.items():
        names = {form.form.casefold(): form.form for form in reversed(alike)}
        listed = tuple(names[key] for key in dict.fromkeys(form.form.casefold() for form in alike))
        groups.append(WrittenGroup(listed, how, sum(form.count for form in alike), settled))
    return sorted(groups, key=lambda group: -group.count)


def _kind_of_form(how: str) -> str:
    if how.startswith("resembles"):
        return "misspelling"
    if "family" in how or how.startswith(("surname", "title and surname")):
        return "family name"
    known = {
        "given name": "name",
        "initial and surname": "name",
        "given name and initial": "name",
        "alias": "other name",
        "name of an organisation or a place": "name",
    }
    first = how.split(",")[0].split(" in lower case")[0]
    return known.get(first, first)


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


def accept_form(session: Session, uid: str, form: str) -> ChangeSet:
    """From now on `form` is another name of this person or body, and is replaced like the rest. Raises UserError."""
    records: tuple[Person | Body, ...] = (*session.snapshot.people, *session.snapshot.bodies)
    record = next((r for r in records if r.uid == uid), None)
    if record is None or not form.strip():
        raise UserError(
            "There is nothing to add the name to.",
            safe="Nothing was changed.",
            do="Choose somebody from the register and a name that stands in the texts.",
            code="no-such-entry",
            exit_code=Exit.USAGE,
        )
    aliases = tuple(dict.fromkeys((*record.aliases, form.strip())))
    return session.put("Add another name", replace(record, aliases=aliases))


def agreement_advice(person: Person) -> str:
    """That nobody has noted who chose a pseudonym, or when it was agreed; "" when somebody has."""
    if person.kind is not PersonKind.PERSON or not person.pseudonym.strip():
        return ""
    if not person.pseudonym_chosen_by.strip():
        return "Nobody has noted who chose it. Where they can, people choose their own."
    return "" if person.pseudonym_agreed else "Nobody has noted when it was agreed."


def pseudonym_advice(snapshot: Snapshot, person: Person) -> tuple[str, ...]:
    """Why a pseudonym may give its owner away (field reference, rules on pseudonyms). Never blocks."""
    chosen = person.pseudonym.strip()
    if not chosen and person.name and person.descriptor.strip():
        return (f"No pseudonym yet: outputs print “{person.descriptor.strip()}”, for this one as for others like it.",)
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
    if _BIRTH_ORDER.search(chosen):
        notes.append("It tells the order of birth, or how many children there are.")
    if _AGE.search(chosen):
        notes.append("It tells an age.")
    return tuple(notes)
