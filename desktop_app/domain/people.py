"""Who and what may be named in the file: people, practitioners, bodies, agencies, places, abbreviations.

Together they are the register that the anonymiser works from.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class PersonKind(StrEnum):
    PERSON = "person"  # child, adult, family, friend
    PRACTITIONER = "practitioner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """`name` is the full real name; `aliases` are nicknames and known misspellings; `pseudonym` is printed instead."""

    key: str = ""  # uid given by an imported register, e.g. "p-callum"; unique when not empty
    kind: PersonKind = PersonKind.PERSON
    name: str = ""
    aliases: tuple[str, ...] = ()
    pseudonym: str = ""
    pseudonym_chosen_by: str = ""
    pseudonym_agreed: dt.date | None = None
    descriptor: str = ""  # what a public output may say instead, e.g. "a social worker"
    role: str = ""
    agency: str = ""  # code or name of the practitioner's agency
    born: dt.date | None = None
    harm_note: str = ""


class BodyKind(StrEnum):
    BODY = "body"
    ORGANISATION = "organisation"
    SCHOOL = "school"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Record):
    """A body, organisation, school or place. An empty `pseudonym` means: named as it is, in every output."""

    key: str = ""
    kind: BodyKind = BodyKind.BODY
    name: str = ""
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    pseudonym: str = ""
    descriptor: str = ""
    wider: str = ""  # the wider area of a place, e.g. "the county"
    role: str = ""
    follows: str = ""  # uid of the body that it took over from
    since: dt.date | None = None  # when it did


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesApart(Record):
    """Somebody looked at names that are alike and found that they are different bodies: not proposed again."""

    names: tuple[str, ...] = ()


class RelationKind(StrEnum):
    """What `Relation.person` is to `Relation.other`."""

    PARENT = "parent"
    STEP_PARENT = "step-parent"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    PARTNER = "partner"
    RELATIVE = "relative"
    CARER = "carer"
    FRIEND = "friend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """How two people of the register belong together: `person` is the `kind` of `other`. Uids of Person."""

    person: str = ""
    kind: RelationKind = RelationKind.RELATIVE
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Record):
    """A body that sends a chronology. `code` starts the refs of its events; `order` (from 1) picks its colour."""

    code: str = ""
    name: str = ""
    body: str = ""  # uid of a Body
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(Record):
    """`long` is empty while nobody has said what it stands for.

    `expand`: written out where an output first uses it. Not when it came with a text that says so itself: what was sent
    is printed as it was sent.
    """

    short: str = ""
    long: str = ""
    body: str = ""
    expand: bool = True


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One line of the register as the anonymiser sees it; `kind` is a word of the people CSV.

    `uid` is the imported key where there is one, else the record's uid.
    """

    uid: str
    kind: str  # person | practitioner | body | organisation | school | place
    name: str
    aliases: tuple[str, ...] = ()
    pseudonym: str = ""
    descriptor: str = ""
    role: str = ""
    born: str = ""
    wider: str = ""


def register_of(people: tuple[Person, ...], bodies: tuple[Body, ...]) -> tuple[RegisterEntry, ...]:
    """The register of a review, people first."""
    entries = [
        RegisterEntry(
            p.key or p.uid,
            p.kind.value,
            p.name,
            p.aliases,
            p.pseudonym,
            p.descriptor,
            p.role,
            p.born.isoformat() if p.born else "",
        )
        for p in people
    ]
    for b in bodies:
        aliases = (*b.aliases, *((b.abbreviation,) if b.abbreviation else ()))
        entries.append(
            RegisterEntry(
                b.key or b.uid, b.kind.value, b.name, aliases, b.pseudonym, b.descriptor, b.role, wider=b.wider
            )
        )
    return tuple(entries)
