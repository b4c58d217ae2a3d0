"""What is printed for a register entry: the register is the one of the reader in question."""

from __future__ import annotations

from desktop_app.anonymise.register import Register
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.variants import Part

FAMILY = "the family"
_OF_SEVERAL = (Part.SURNAME.value + ",", Part.SURNAME.value + " of", Part.SURNAME.value + " in")


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
    if match.word:
        return ()  # most likely nobody: to keep it takes a reason, and whose name it is a person has to say
    found = [printed(register, uid) for uid in match.owners]
    if match.longer:
        return ("a street in the town", "a place in the area", *dict.fromkeys(words for words in found if words))
    if match.how.endswith(("another surname", "another given name", "another initial", "suits nobody of that name")):
        found.insert(0, "somebody else")
    found += [register.entries[uid].descriptor for uid in match.owners]
    if match.family or (len(match.owners) > 1 and match.how.startswith(_OF_SEVERAL)):
        found.insert(0, FAMILY)
    return tuple(dict.fromkeys(words for words in found if words))
