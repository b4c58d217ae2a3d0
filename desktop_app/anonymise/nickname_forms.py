"""Short and familiar forms of a given name, of the nicknames package and of Candour's own list."""

from __future__ import annotations

import functools

from nicknames import NickNamer

from desktop_app.anonymise.fold import fold
from desktop_app.anonymise.lexicon import word_set


@functools.cache
def _nicknamer() -> NickNamer:
    return NickNamer()


def nicknames_of(first: str) -> set[str]:
    """Short and long forms of a given name, two steps away, C and K exchanged; never the name itself."""
    namer = _nicknamer()
    found = set(namer.nicknames_of(first)) | set(namer.canonicals_of(first))
    for full in (*namer.canonicals_of(first), first):
        found |= set(namer.nicknames_of(full))
    if first[:1] in ("c", "k"):
        other = ("k" if first[0] == "c" else "c") + first[1:]
        found |= set(namer.nicknames_of(other))
        if namer.nicknames_of(other):
            found.add(other)
    found |= _diminutives().get(first, set())
    return {fold(name) for name in found if len(name) > 1} - {first}


@functools.cache
def _diminutives() -> dict[str, set[str]]:
    """Given name -> its familiar forms, and each of these -> the name; from resources/lexicon/diminutives.txt."""
    found: dict[str, set[str]] = {}
    for line in word_set("diminutives"):
        names = [fold(name) for name in line.split()]
        for name in names:
            found.setdefault(name, set()).update(other for other in names if other != name)
    return found
