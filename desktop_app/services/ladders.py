"""How much each reader of a review is told: the profile and the register as chosen for it, and the choosing."""

from __future__ import annotations

from desktop_app.anonymise.ladders import Ladder, ladder_of_kind, ladders
from desktop_app.anonymise.profiles import Profile, load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.told import default_rung, rung_of, told_entries
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import RegisterEntry, RelationKind
from desktop_app.domain.reader_rungs import Fact, ReaderRung
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session


def reader_profile(snapshot: Snapshot, reader: ProfileName) -> Profile:
    """The profile with what was chosen for this review, counting relative dates from its trigger event."""
    return load_profile(reader.value).chosen(snapshot.reader_rungs, snapshot.review.trigger_event_date)


def reader_register(snapshot: Snapshot, reader: ProfileName) -> Register:
    """The register as this reader is told it. Building it takes a while for hundreds of people: once an output."""
    return Register(reader_entries(snapshot, reader))


def reader_entries(snapshot: Snapshot, reader: ProfileName) -> tuple[RegisterEntry, ...]:
    """Its entries, each with what is printed for this reader as its pseudonym."""
    profile = reader_profile(snapshot, reader)
    return told_entries(snapshot.register, profile, snapshot.reader_rungs, siblings(snapshot))


def siblings(snapshot: Snapshot) -> frozenset[str]:
    """Register uids of everybody said to be a brother or a sister of the one under review.

    Two children of one family are siblings of each other; the subject is nobody's "a sibling".
    """
    keys = {p.uid: p.key or p.uid for p in snapshot.people}
    roles = {p.uid: p.role.casefold() for p in snapshot.people}
    pairs = [(r.person, r.other) for r in snapshot.relations if r.kind is RelationKind.SIBLING]
    both = {uid for pair in pairs for uid in pair}
    return frozenset(keys[uid] for uid in both if uid in keys and not roles[uid].startswith("subject"))


def ladder_of(snapshot: Snapshot, about: str) -> Ladder:
    """The ladder of a kind of fact, or of a register entry by its uid. Raises UserError when there is neither."""
    if about in set(Fact):
        return ladders()[about]
    entry = next((e for e in snapshot.register if e.uid == about), None)
    if entry is None:
        raise _unusable(
            "There is no such kind of fact, and nobody with that uid in the register.",
            f"Give one of {', '.join(Fact)}, or a uid of the register.",
            "no-such-ladder",
        )
    return ladder_of_kind(entry.kind)


def rung_now(snapshot: Snapshot, reader: ProfileName, about: str) -> str:
    """Where a reader stands."""
    if about in set(Fact):
        return reader_profile(snapshot, reader).rung(Fact(about))
    entry = next(e for e in snapshot.register if e.uid == about)
    return rung_of(entry, load_profile(reader.value), snapshot.reader_rungs)


def rung_of_profile(snapshot: Snapshot, reader: ProfileName, about: str) -> str:
    """Where the reader stands while nothing is chosen for the review."""
    if about in set(Fact):
        return load_profile(reader.value).rung(Fact(about))
    entry = next(e for e in snapshot.register if e.uid == about)
    return default_rung(entry, load_profile(reader.value))


def choose_rung(session: Session, reader: ProfileName, about: str, rung: str) -> ChangeSet:
    """Tell a reader this much; the profile's own rung takes the choice back. Raises UserError."""
    snapshot = session.snapshot
    ladder = ladder_of(snapshot, about)
    if not ladder.has(rung):
        raise _unusable(
            f"{ladder.name} has no such rung.",
            f"Choose one of: {', '.join(step.id for step in ladder.steps)}.",
            "no-such-rung",
        )
    if rung == "relative" and snapshot.review.trigger_event_date is None:
        raise _unusable(
            "Nobody has said yet on what day the event under review was, and days are counted from it.",
            "Give the day of the trigger event on the Governance page, then choose this again.",
            "no-day-zero",
        )
    held = [r for r in snapshot.reader_rungs if (r.profile, r.about) == (reader, about)]
    label = "Change what a reader is told"
    gone = tuple((ReaderRung, r.uid) for r in held)
    if rung == rung_of_profile(snapshot, reader, about):
        return session.replace_all(label, (), gone)
    kept = held[0].uid if held else ReaderRung().uid
    return session.replace_all(label, (ReaderRung(uid=kept, profile=reader, about=about, rung=rung),), gone[1:])


def _unusable(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
