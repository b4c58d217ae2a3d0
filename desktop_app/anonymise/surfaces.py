"""The surfaces that a finished file may hold: what render approved, as laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.anonymise.allowance import Surfaces
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.squashed import SquashedNames

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_FEWEST_WORDS = 4  # a shorter piece of text is no proof that it stands where it was approved


def sentences(text: str) -> list[str]:
    """A text's sentences and lines, as what may stand is approved by them."""
    return _SENTENCE.split(text)


def own_words(register: Register) -> frozenset[str]:
    """What the register itself puts into print: pseudonyms, descriptors, bodies named as they are; no real name."""
    own: set[str] = set()
    for uid, entry in register.entries.items():
        own |= {entry.pseudonym, entry.descriptor}
        if register.is_named(uid):
            own |= {entry.name, *entry.aliases}
    return frozenset(form for words in own if (form := fold_surface(words)) and not register.is_form(form))


def approved(
    register: Register,
    kept: frozenset[str],
    abbreviations: frozenset[str],
    texts: Iterable[tuple[str, list[str]]],
) -> frozenset[str]:
    """Folded surfaces: kept by decision or by rule, printed instead, abbreviations, and whole approved sentences.

    A form of a registered name is among them only when a person decided to keep it; nor does a name whose letters
    are set apart become approved by standing in an approved sentence.
    """
    found: set[str] = set(map(fold_surface, abbreviations))
    squashed, decided = SquashedNames(register), Surfaces({*kept, *found, *own_words(register)})
    for final, surfaces in texts:
        found.update(map(fold_surface, surfaces))
        for sentence in (final, *sentences(final)):
            if len(sentence.split()) >= _FEWEST_WORDS:
                found.add(fold_surface(sentence))
    free = {form for form in found if not register.is_form(form) and not _holds(form, squashed, decided)}
    return frozenset((free | kept) - {""})


def _holds(words: str, squashed: SquashedNames, decided: Surfaces) -> bool:
    """Is there a registered name in the letters of the words that nobody decided to keep?"""
    covered = decided.cover(words)
    return any(
        not all(covered[i] for i in range(start, end) if words[i].isalnum()) for start, end, _ in squashed.find(words)
    )
