"""Words that hold a registered name, bound to the capitals they were written with.

A family called Kettle owns a kettle. What is decided on the word says nothing about the name, nor the other way round,
so such words are known by their folded form and by how each of them was written: small, capitalised or in capitals.
"""

from __future__ import annotations

import re

from desktop_app.anonymise.fold import LINE_END_HYPHEN, fold_surface
from desktop_app.anonymise.lexicon import is_word
from desktop_app.anonymise.register import Register

_POSSESSIVE = re.compile(r"(?<=\w)['’]s$", re.IGNORECASE)
_MARK = "“{}”"  # folds to the words inside, so that whoever minds no capitals reads such a surface like any other


def as_written(surface: str) -> str:
    """The folded words with the capitals of `surface`, in quotation marks: “kettle”, “Mr Kettle”, “KETTLE”."""
    words = LINE_END_HYPHEN.sub("", surface).split()
    cases = [_case(_POSSESSIVE.sub("", word)) for word in words if any(map(str.isalpha, word))]
    folded = fold_surface(surface).split()
    written = iter(cases)
    return _MARK.format(" ".join(_in_case(w, next(written, "")) if any(map(str.isalpha, w)) else w for w in folded))


def is_bound(surface: str) -> bool:
    """Is it a surface that `as_written` made?"""
    return surface[:1] == _MARK[0] and surface[-1:] == _MARK[-1]


def surface_key(surface: str, register: Register) -> str:
    """What a decision on the words is known by: as written where a registered name is in them, else folded."""
    form = fold_surface(surface)
    return as_written(surface) if form and register.holds_a_name(form) else form


def may_stand_for(key: str, other: str) -> bool:
    """May words that are printed instead of `other` be printed instead of `key`, the same words in other capitals?

    Losing a name in one more spelling harms nobody, but an ordinary word in small letters is no spelling of it.
    """
    form = fold_surface(key)
    return " " in form or not is_word(form) or key.islower() == other.islower()


def _case(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    if not any(c.isupper() for c in letters):
        return "small"
    return "capitals" if len(letters) > 1 and all(c.isupper() for c in letters) else "capital"


def _in_case(word: str, case: str) -> str:
    if case == "capitals":
        return word.upper()
    return word[:1].upper() + word[1:] if case == "capital" else word
