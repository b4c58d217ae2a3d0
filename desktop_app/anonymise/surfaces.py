"""The surfaces that a finished file may hold: what render approved, as laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.anonymise.allowance import Surfaces
from desktop_app.anonymise.as_written import is_bound
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
    found: dict[str, bool] = dict.fromkeys(map(fold_surface, abbreviations), False)
    squashed, decided = SquashedNames(register), Surfaces({*kept, *found, *own_words(register)})

    def find(words: str) -> None:
        form = fold_surface(words)
        found[form] = found.get(form, False) or _holds(words, squashed, decided)

    for final, surfaces in texts:
        for surface in surfaces:
            find(surface)
        for sentence in (final, *sentences(final)):
            if len(sentence.split()) >= _FEWEST_WORDS:
                find(sentence)
    bound = {fold_surface(surface) for surface in kept if is_bound(surface)}
    free = {form for form, holds in found.items() if not holds and not register.is_form(form)}
    return frozenset((free - bound | kept) - {""})


def _holds(words: str, squashed: SquashedNames, decided: Surfaces) -> bool:
    """Is there a registered name in the letters of the words that nobody decided to keep?"""
    covered = decided.cover(words)
    return any(
        not all(covered[i] for i in range(start, end) if words[i].isalnum()) for start, end, _ in squashed.find(words)
    )
