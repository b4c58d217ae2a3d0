"""Given names made of two, and names that stand with an honorific: written together, apart, or one half of them alone.

Oluwadamilola is Damilola, Gebremedhin is Gebre Medhin, Abd el-Karim is Abdulkarim; Shaheen Bibi is Shaheen Bi.
Source: general knowledge of naming in each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FIRST_HALVES = ("oluwa", "chukwu", "gebre", "haile", "wolde", "tekle")
_SERVANT = re.compile(r"abd(?:u|al|el|ul)?[ -]?(?:al|el|ul|ur|ar|er|us|as|es)?[ -]?(?=[a-z]{4})")
_SERVANTS = ("abdul", "abdel", "abdal", "abd al-", "abd el-", "abd ")
_HONORIFICS = frozenset({"bi", "bibi", "begum", "begam", "khatun", "khatoon", "kaur", "devi"})
_ALIKE = (frozenset({"bi", "bibi"}), frozenset({"begum", "begam", "khatun", "khatoon"}))


def written_apart(word: str) -> set[str]:
    """A folded given name in two, and its second half alone; {} when it is of one piece."""
    for first in _FIRST_HALVES:
        second = word.removeprefix(first)
        if second != word and len(second) >= 4:
            return {second, f"{first} {second}", f"{first}-{second}"}
    return set()


def servant_forms(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(how many of the first words are taken, form) of a name that begins with Abd."""
    for taken in (1, 2):
        head = " ".join(words[:taken])
        match = _SERVANT.match(head)
        if len(words) >= taken and match and (rest := head[match.end() :]) and " " not in rest:
            for servant in _SERVANTS:
                yield taken, f"{servant}{rest}"
                if servant[-1] not in "- ":
                    yield taken, f"{servant} {rest}"
            return


def other_honorifics(words: Sequence[str]) -> Iterator[str]:
    """A given name with another form of the honorific after it."""
    for alike in _ALIKE:
        if len(words) == 2 and words[1] in alike:
            yield from (f"{words[0]} {other}" for other in sorted(alike - {words[1]}))
