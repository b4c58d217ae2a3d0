"""What is printed for a register entry under a profile."""

from __future__ import annotations

from desktop_app.anonymise.profiles import Profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.variants import PEOPLE

FAMILY = "the family"


def printed(register: Register, uid: str, profile: Profile) -> str:
    """The pseudonym, or the descriptor where the profile prefers it; "" when nothing was chosen for a person."""
    entry = register.entries[uid]
    if entry.kind not in PEOPLE and entry.pseudonym and entry.descriptor and profile.describes_places:
        return entry.descriptor
    return entry.pseudonym or entry.descriptor


def stand_in(register: Register, match: Match, profile: Profile) -> str:
    """The words for a sure match, "" when a person must be asked."""
    if match.family and len(match.owners) > 1:
        return FAMILY
    words = printed(register, match.uid, profile)
    if match.family and words:
        return FAMILY
    return words


def suggestions(register: Register, match: Match, profile: Profile) -> tuple[str, ...]:
    """What the author may want to print for a match that waits, most likely first."""
    found = [printed(register, uid, profile) for uid in match.owners]
    if match.longer:
        return ("a street in the town", "a place in the area", *dict.fromkeys(words for words in found if words))
    if match.how.endswith(("another surname", "another given name")):
        found.insert(0, "somebody else")
    found += [register.entries[uid].descriptor for uid in match.owners]
    if len(match.owners) > 1 or match.family:
        found.insert(0, FAMILY)
    return tuple(dict.fromkeys(words for words in found if words))
