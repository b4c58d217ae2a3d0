"""What is printed for a register entry: the register is the one of the reader in question."""

from __future__ import annotations

from desktop_app.anonymise.register import Register
from desktop_app.anonymise.resolve import Match

FAMILY = "the family"


def printed(register: Register, uid: str) -> str:
    """What this reader is told (`anonymise.told`); "" when nothing was chosen for a person."""
    entry = register.entries[uid]
    return entry.pseudonym or entry.descriptor


def stand_in(register: Register, match: Match) -> str:
    """The words for a sure match, "" when a person must be asked."""
    if match.family and len(match.owners) > 1:
        return FAMILY
    words = printed(register, match.uid)
    if match.family and words:
        return FAMILY
    return words


def suggestions(register: Register, match: Match) -> tuple[str, ...]:
    """What the author may want to print for a match that waits, most likely first."""
    found = [printed(register, uid) for uid in match.owners]
    if match.longer:
        return ("a street in the town", "a place in the area", *dict.fromkeys(words for words in found if words))
    if match.how.endswith(("another surname", "another given name")):
        found.insert(0, "somebody else")
    found += [register.entries[uid].descriptor for uid in match.owners]
    if len(match.owners) > 1 or match.family:
        found.insert(0, FAMILY)
    return tuple(dict.fromkeys(words for words in found if words))
