"""Another pseudonym for somebody: texts that were written with the one before follow."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.anonymise import lexicon
from desktop_app.domain.people import Person
from desktop_app.domain.snapshot import Snapshot


def with_pseudonym(snapshot: Snapshot, person: Person, pseudonym: str) -> Person:
    """`person` with another pseudonym. What was printed before is from now on one more form they are written in, so
    that a title or a sentence which an author wrote with it prints the new one.

    Only where it stands for nobody else: a given name ("Rowan") or a label with a number ("Sibling 1") does, "Mother"
    does not.
    """
    chosen, before = " ".join(pseudonym.split()), person.pseudonym.strip()
    aliases = tuple(form for form in person.aliases if form.casefold() != chosen.casefold())
    if (
        before
        and before.casefold() != chosen.casefold()
        and _stands_for_one(before)
        and _free(snapshot, person, before)
    ):
        aliases = tuple(dict.fromkeys((*aliases, before)))
    return replace(person, pseudonym=chosen, aliases=aliases)


def _stands_for_one(name: str) -> bool:
    return name[-1].isdigit() or name.casefold() in lexicon.given_names()


def _free(snapshot: Snapshot, person: Person, name: str) -> bool:
    """Whether nobody else is written or printed so."""
    return all(
        name.casefold() not in (form.casefold() for form in (other.name, other.pseudonym, *other.aliases))
        for other in snapshot.register
        if other.uid not in (person.uid, person.key)
    )
