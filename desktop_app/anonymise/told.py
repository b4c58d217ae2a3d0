"""The register as one reader is told it: what is printed for each entry, by the rung the reader stands on.

A rung chooses words. Where they were never given, the next coarser rung that has some is printed, never a finer one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from desktop_app.anonymise.ladders import Ladder, ladder_of_kind, ladders
from desktop_app.anonymise.profiles import FamilyRung, Profile
from desktop_app.anonymise.variants import PEOPLE
from desktop_app.domain.people import RegisterEntry
from desktop_app.domain.reader_rungs import Fact, ReaderRung

_SIBLING = re.compile(r"\b(?:half-?|step)?(?:sibling|brother|sister)\b", re.IGNORECASE)
_OTHER_SIBLING = re.compile(r"['’]s? (?:\w+ )?(?:sibling|brother|sister)\b|\bfor\b", re.IGNORECASE)


def default_rung(entry: RegisterEntry, profile: Profile) -> str:
    """Where a reader stands when nobody has chosen: a body without other words is named as it is."""
    if entry.kind in PEOPLE:
        return "pseudonym" if entry.pseudonym or not entry.descriptor else "descriptor"
    if not entry.pseudonym:
        return "name"
    return "descriptor" if profile.describes_places and entry.descriptor else "pseudonym"


def rung_of(entry: RegisterEntry, profile: Profile, rungs: Iterable[ReaderRung]) -> str:
    """The rung chosen for this reader, the strictest when there are several, else the default."""
    ladder = ladder_of_kind(entry.kind)
    wanted = [r.rung for r in rungs if r.about == entry.uid and r.profile is profile.name and ladder.has(r.rung)]
    return ladder.strictest(wanted) if wanted else default_rung(entry, profile)


def words_at(entry: RegisterEntry, rung: str) -> str:
    """What is printed for an entry at a rung; "" at the rung of its own name, or when a person was given no words."""
    ladder = ladder_of_kind(entry.kind)
    if rung == "name":
        return ""
    for step in ladder.steps[ladder.place(rung) :]:
        words = _words(entry, step.id) or step.words
        if words:
            return words
    return ""


def told_entries(
    entries: Iterable[RegisterEntry],
    profile: Profile,
    rungs: Collection[ReaderRung] = (),
    siblings: Collection[str] = (),
) -> tuple[RegisterEntry, ...]:
    """The register with, for each entry, what this reader is told. `siblings`: uids known as brothers and sisters."""
    return tuple(_told(entry, profile, rungs, entry.uid in siblings or is_sibling(entry)) for entry in entries)


def is_sibling(entry: RegisterEntry) -> bool:
    """Does the role say a brother or a sister of the one under review?"""
    return entry.kind == "person" and bool(_SIBLING.search(entry.role)) and not _OTHER_SIBLING.search(entry.role)


def _told(entry: RegisterEntry, profile: Profile, rungs: Collection[ReaderRung], sibling: bool) -> RegisterEntry:
    rung = rung_of(entry, profile, rungs)
    if sibling and profile.family is not FamilyRung.AS_IT_IS and (entry.pseudonym or entry.descriptor):
        words = ladders()[Fact.FAMILY].step(profile.family).words
        if rung != "kind" or profile.family is FamilyRung.LEFT_OUT:  # of two rules the one that tells less
            return replace(entry, pseudonym=words, descriptor=words)
    if rung == "name":
        return replace(entry, pseudonym="")
    if rung == default_rung(entry, profile) and rung == "pseudonym":
        return entry
    words = words_at(entry, rung)
    return replace(entry, pseudonym=words, descriptor=words if _coarser(ladder_of_kind(entry.kind), rung) else "")


def _coarser(ladder: Ladder, rung: str) -> bool:
    """Is a description offered for doubtful words finer than this rung?"""
    return ladder.place(rung) >= ladder.place("descriptor")


def _words(entry: RegisterEntry, rung: str) -> str:
    given = {"pseudonym": entry.pseudonym, "descriptor": entry.descriptor, "wider": entry.wider}
    return given.get(rung, "")
