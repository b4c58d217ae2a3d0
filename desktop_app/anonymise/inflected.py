"""Forms that a name takes by its place in a sentence or by whose it is, in the languages of the families reviewed.

Kowalski, Kowalska and Kowalskiego; Jankauskas, Jankauskienė and Jankauskaitė; Seán, a Sheáin; Ó Súilleabháin, Uí
Shúilleabháin, Ní Shúilleabháin; Catrin, i Gatrin, a Chatrin. Whose form it is can't be told from it: a person decides.
Source: general knowledge of each language's grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ENDINGS: tuple[tuple[str, ...], ...] = (
    *(
        tuple(stem + end for end in ("i", "a", "iego", "iemu", "im", "iej", "ich", "imi", "y", "ie"))
        for stem in ("sk", "ck", "zk")
    ),
    ("ov", "ova", "ovi", "ovy", "ovu", "ovym", "ovoi", "ovoy"),
    ("ev", "eva", "evi", "evy", "evu", "evym", "evoi", "evoy"),
    ("auskas", "auskiene", "auskaite", "auskai"),
    ("as", "iene", "aite", "o", "ui"),
    ("is", "iene", "yte", "io", "iui"),
    ("ys", "iene", "yte", "io", "iui"),
    ("us", "iene", "ute", "aus", "ui"),
    ("ins", "ina"),
    ("ek", "ka", "kowi", "kiem", "ku"),
)
_SHORTEST_STEM = 3
_IRISH_SON, _IRISH_DESCENDANT = ("mac", "mc", "nic", "mhic", "mag"), ("o", "ni", "ui")
_LENITED = "bcdfgmpst"
_FINAL = re.compile(r"([aou])([bcdfglmnprst]+)$")
_WELSH_SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r"}
_WELSH_NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
_WELSH_ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}


def other_endings(word: str) -> set[str]:
    """Forms of a folded surname, or of a given name in -ek, with another ending; never the word itself."""
    found: set[str] = set()
    for endings in _ENDINGS:
        for end in endings[:4] if len(endings[0]) < 3 else endings:
            stem = word.removesuffix(end)
            if stem != word and len(stem) >= _SHORTEST_STEM and _suits(stem, end):
                found |= {stem + other for other in endings}
                break
    return found - {word}


def _suits(stem: str, end: str) -> bool:
    """ "-o" and "-us" end names of many languages: the bare Lithuanian genitive says nothing."""
    return end not in ("o", "io", "ui", "iui", "aus", "ku", "ka", "a", "i")


def irish_forms(words: Iterable[str]) -> Iterator[str]:
    """Surnames of a folded name in Mac or Ó as a daughter, a wife and a genitive have them."""
    listed = list(words)
    for i, word in enumerate(listed[:-1]):
        rest = " ".join(listed[i + 1 :])
        for family in (_IRISH_SON, _IRISH_DESCENDANT):
            if i and word in family:
                for form in {rest, lenited(rest), rest.replace("h", "", 1) if rest[1:2] == "h" else rest}:
                    yield from (f"{other} {form}" for other in family if f"{other} {form}" != f"{word} {rest}")


def lenited(word: str) -> str:
    """With the "h" of a soft beginning, when it can have one: Caoimhe, a Chaoimhe."""
    return f"{word[0]}h{word[1:]}" if word[:1] in _LENITED and word[1:2] not in ("h", "") else word


def irish_genitive(word: str) -> str:
    """Seán, Sheáin; the soft beginning alone where the ending stays."""
    return _FINAL.sub(r"\1i\2", lenited(word))


def welsh_mutations(word: str) -> set[str]:
    """A folded name after the words that change its first letter: Tregarnedd, i Dregarnedd, yn Nhregarnedd."""
    found = set()
    for changes in (_WELSH_SOFT, _WELSH_NASAL, _WELSH_ASPIRATE):
        for first, other in changes.items():
            if word.startswith(first) and not (len(first) == 1 and word[:2] in ("ll", "rh", "ch", "ph", "th", "dd")):
                found.add(other + word[len(first) :])
    return found - {word}
