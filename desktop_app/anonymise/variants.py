"""Every way in which a registered name is written: the forms the matcher looks for, folded."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from nicknames import NickNamer

from desktop_app.anonymise.fold import fold
from desktop_app.anonymise.lexicon import is_name, is_word, word_set
from desktop_app.domain.people import RegisterEntry

PEOPLE = frozenset({"person", "practitioner"})
TITLES = word_set("titles")
PARTICLES = word_set("particles")


class Part(StrEnum):
    """Which part of a name a form is; it decides what context is asked for."""

    FULL = "name"
    GIVEN = "given name"
    SURNAME = "surname"
    MIDDLE = "middle name"
    ALIAS = "alias"
    INITIAL_SURNAME = "initial and surname"
    GIVEN_INITIAL = "given name and initial"
    INITIALS = "initials"
    NICKNAME = "nickname"
    ORGANISATION = "name of an organisation or a place"
    SHORT = "short name"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of one entry. `sure` forms are replaced when the context agrees; others always wait for a person."""

    uid: str
    part: Part
    sure: bool = True
    capitals: bool = False  # only when written in capitals


@functools.cache
def _nicknamer() -> NickNamer:
    return NickNamer()


def core_words(name: str) -> list[str]:
    """Folded words of a person's name in the order given name, surname; titles and the register's comma removed."""
    last, comma, first = fold(name).partition(",")
    ordered = f"{first.strip()} {last}" if comma and first.strip() else last
    words = ordered.split()
    while len(words) > 1 and words[0].strip(".") in TITLES:
        words.pop(0)
    return words


def variants(entry: RegisterEntry) -> Iterator[tuple[str, Variant]]:
    """(folded form, variant) pairs of an entry, the strongest first; a form may come more than once."""
    as_it_is = entry.kind not in PEOPLE and not entry.pseudonym
    for i, name in enumerate((entry.name, *entry.aliases)):
        if not fold(name):
            continue
        if entry.kind in PEOPLE:
            yield from _person(entry.uid, name, alias=i > 0)
        else:
            yield from _organisation(entry.uid, name, bare=as_it_is, place=entry.kind == "place")


def _person(uid: str, name: str, *, alias: bool) -> Iterator[tuple[str, Variant]]:
    whole = Variant(uid, Part.ALIAS if alias else Part.FULL)
    yield from ((form, whole) for form in _spellings(fold(name)))
    words = core_words(name)
    titled = len(words) < len(fold(name).split())
    if len(words) == 1:
        short_capitals = alias and name.isupper() and len(words[0]) <= 4
        part = Part.ALIAS if alias else Part.GIVEN
        if not (alias and titled):
            yield from ((form, Variant(uid, part, capitals=short_capitals)) for form in _spellings(words[0]))
    elif words and not (alias and (titled or (is_word(words[-1]) and not is_name(words[-1])))):
        yield from _full_name(uid, words, alias=alias)
    if words and not alias:
        sure = Variant(uid, Part.NICKNAME, sure=False)
        yield from ((nick, sure) for nick in sorted(nicknames_of(words[0])))


def _full_name(uid: str, words: list[str], *, alias: bool) -> Iterator[tuple[str, Variant]]:
    first, last = words[0], words[-1]
    start = next((i for i, w in enumerate(words[1:-1], 1) if w in PARTICLES), len(words) - 1)
    surname = " ".join(words[start:])
    given, family = Variant(uid, Part.GIVEN), Variant(uid, Part.SURNAME)
    full = Variant(uid, Part.FULL)
    orders = (
        " ".join(words),
        f"{first} {last}",
        f"{first} {surname}",
        f"{last}, {first}",
        f"{surname}, {first}",
        f"{last} {first}",
        f"{surname} {first}",
        f"{first}-{last}",
        f"{last}, {' '.join(words[:-1])}",
        f"{' '.join(words[1:])} {first}",  # where the family's name comes first in the register
    )
    for order in dict.fromkeys(orders):
        yield from ((form, full) for form in _spellings(order))
    yield from ((form, given) for form in _spellings(first))
    for name in dict.fromkeys((surname, last)):
        yield from ((form, family) for form in _spellings(name))
    for piece in (*last.split("-"), *first.split("-")):
        if len(piece) > 2 and piece not in (first, last):
            yield piece, family if piece in last.split("-") else given
    for word in words[1:start]:
        if len(word) > 2:
            yield word, Variant(uid, Part.MIDDLE)
    if len(words) > 2 and all(len(word) <= 4 for word in words[1:]):  # "Ka Wai", of the Wong family
        yield " ".join(words[1:]), Variant(uid, Part.GIVEN, sure=False)
    yield from _initialled(uid, words, surname)
    if not alias:
        yield from _initials(uid, words, surname)


def _initialled(uid: str, words: list[str], surname: str) -> Iterator[tuple[str, Variant]]:
    first, last, a = words[0], words[-1], words[0][0]
    with_surname = Variant(uid, Part.INITIAL_SURNAME)
    for name in dict.fromkeys((surname, last)):
        for spelt in _spellings(name):
            for form in (f"{a}. {spelt}", f"{a} {spelt}", f"{a}.{spelt}", f"{spelt}, {a}", f"{spelt} {a}", a + spelt):
                yield form, with_surname
        if len(words) > 2:
            b = words[1][0]
            for lead in (f"{a}. {b}.", f"{a}.{b}.", f"{a} {b}", f"{first} {b}.", f"{first} {b}", a + b):
                yield f"{lead} {name}", with_surname
    for form in (f"{first} {last[0]}", f"{first} {last[0]}.", f"{first} {surname[0]}"):
        yield form, Variant(uid, Part.GIVEN_INITIAL)


def _initials(uid: str, words: list[str], surname: str) -> Iterator[tuple[str, Variant]]:
    last, a = words[-1], words[0][0]
    letters = {"".join(w[0] for w in words), a + last[0], a + surname[0]}
    letters |= {"".join(p[0] for w in words for p in w.split("-") if p)}
    initials = Variant(uid, Part.INITIALS, sure=False)
    for letter in sorted(letters):
        for form in (letter, ".".join(letter) + ".", ".".join(letter), " ".join(letter), ". ".join(letter) + "."):
            yield form, initials
    if "-" in last:
        double = "-".join(piece[0] for piece in last.split("-") if piece)
        for given in (a, "".join(w[0] for w in words[:-1]), ".".join(w[0] for w in words[:-1])):
            for form in (f"{given}.{double}", f"{given}.{double}.", f"{given}{double}", f"{given} {double}"):
                yield form, initials


def _spellings(folded: str) -> Iterator[str]:
    """The form itself, and what becomes of its hyphens, apostrophes and "St"."""
    yield folded
    if "-" in folded:
        yield folded.replace("-", " ")
        yield folded.replace("-", "")
    if "'" in folded:
        yield folded.replace("'", "")
        yield folded.replace("'", " ")
    if re.search(r"\bst\b", folded):
        dotless = folded.replace("st.", "st")
        yield re.sub(r"\bst\b", "st.", dotless)
        yield dotless
        yield re.sub(r"\bst\b", "saint", dotless)
    for prefix, other in (("mc", "mac"), ("mac", "mc")):
        if folded.startswith(prefix) and len(folded) > 6 and " " not in folded:
            yield other + folded[len(prefix) :]
            yield f"{prefix} {folded[len(prefix) :]}"
            break


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


# What kind of place it is, which is left out when one speaks of it.
_GENERIC = re.compile(
    r"\b(?:roman|catholic|c of e|ce|rc|church of england|church in wales|voluntary|aided|controlled|primary|secondary"
    r"|community|infants?'?|junior|high|grammar|girls'?|boys'?|academy|school|college|nursery|hospital|the|trust|surgery|medical"
    r"|centre|practice|care|home|house|health|family|families|children's|youth|service|services|club|group|foundation"
    r"|partnership|hub|unit|team|project|hostel|foyer|ysgol|gyfun|gynradd|uwchradd|gymraeg)\b"
)
_SMALL = frozenset({"of", "the", "and", "&", "for", "in", "at"})


def _organisation(uid: str, name: str, *, bare: bool, place: bool) -> Iterator[tuple[str, Variant]]:
    """`bare`: named as it is in every output, so no guess at a short form is made."""
    whole = fold(name)
    capitals = name.isupper() and " " not in name and len(name) <= 6
    sure = Variant(uid, Part.ORGANISATION, capitals=capitals)
    for form in _spellings(whole):
        yield form, sure
        if form.startswith("the "):
            yield form[4:], sure
    words = whole.split()
    if bare or place or len(words) < 2:
        return
    unsure = Variant(uid, Part.SHORT, sure=False)
    short = " ".join(_GENERIC.sub(" ", whole).split())
    if len(short) > 3 and short != whole and short not in _SMALL:
        yield from ((form, unsure) for form in (*_spellings(short), short.replace(" ", "")))
    acronym = "".join(w[0] for w in words if w not in _SMALL)
    if len(acronym) >= 3:
        yield acronym, Variant(uid, Part.ACRONYM, sure=False, capitals=True)


def name_tokens(entry: RegisterEntry) -> set[str]:
    """Single folded words of an entry's names, for misspellings and for telling one person's names together."""
    tokens: set[str] = set()
    for name in (entry.name, *entry.aliases):
        words = core_words(name) if entry.kind in PEOPLE else fold(name).split()
        tokens |= {word.strip(".,'") for word in words}
        tokens |= {piece for word in words for piece in word.split("-")}
        tokens |= {f"{a}{b}" for a, b in pairwise(words) if a in PARTICLES}
    return tokens - {""}


def familiar_forms(entry: RegisterEntry) -> frozenset[str]:
    """Nicknames of a person's given names: beside the person's surname they mean nobody else."""
    if entry.kind not in PEOPLE:
        return frozenset()
    return frozenset().union(*(nicknames_of(words[0]) for name in (entry.name,) if (words := core_words(name))))
