"""Every way in which a registered name is written: the forms the matcher looks for, folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desktop_app.anonymise.born_as import names_of
from desktop_app.anonymise.compound_names import other_honorifics, servant_forms, written_apart
from desktop_app.anonymise.fold import fold
from desktop_app.anonymise.inflected import irish_forms, irish_genitive, lenited, other_endings, welsh_mutations
from desktop_app.anonymise.lexicon import is_name, is_word, word_set
from desktop_app.anonymise.nickname_forms import nicknames_of
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
    OTHER_FORM = "other form of a name"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of one entry. `sure` forms are replaced when the context agrees; others always wait for a person."""

    uid: str
    part: Part
    sure: bool = True
    capitals: bool = False  # only when written in capitals


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
            for part in names_of(name):
                yield from _person(entry.uid, part, alias=i > 0)
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
        unsure = Variant(uid, Part.NICKNAME, sure=False)
        yield from ((nick, unsure) for nick in sorted(nicknames_of(words[0])))
    if words:
        yield from _in_other_forms(uid, words)


def _in_other_forms(uid: str, words: list[str]) -> Iterator[tuple[str, Variant]]:
    """Inflected, compound and mutated forms: whose they are is for a person to say."""
    first, last, whole = words[0], words[-1], Variant(uid, Part.OTHER_FORM, sure=False)
    tails = (*irish_forms(words), *(other_endings(last) if len(words) > 1 else ()))
    forms = {*tails, *(f"{first} {tail}" for tail in tails), *written_apart(first), *other_honorifics(words)}
    forms |= {f"{half} {last}" for half in written_apart(first) if len(words) > 1}
    forms |= {*other_endings(first), *(written_apart(last) if len(words) > 1 else ())}
    if len(first) > 3:
        forms |= {lenited(first), irish_genitive(first), *welsh_mutations(first)}
    for taken, servant in servant_forms(words):
        rest = " ".join(words[taken:])
        forms |= {servant, f"{servant} {rest}".strip()}
    if len(first) > 5 and not is_word(first[:4]):
        forms.add(f"{first[:4]}.")
    yield from ((form, whole) for form in sorted(forms) if len(form) > 3 and form not in (first, last))


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
    for name in dict.fromkeys((surname, last, *_double(words))):
        yield from ((form, family) for form in _spellings(name))
    if len(words) > 3:
        yield " ".join(words[:2]), given
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


def _double(words: list[str]) -> Iterator[str]:
    """The two surnames of a name of four words or more ("Hernández Ruiz"), and one with its particle ("da Silva")."""
    start = next((i for i, w in enumerate(words[1:-1], 1) if w in PARTICLES), 0)
    if start and len(words) - start > 2:
        yield " ".join(words[start : start + 2])
    if len(words) > 3:
        yield " ".join(words[-2:])


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
    for middle in words[1:-1] if len(words) > 2 else ():
        if len(middle) > 3:
            for lead in (f"{a}. {words[1][0]}.", f"{a}.", a):
                yield f"{lead} {middle}", Variant(uid, Part.INITIAL_SURNAME, sure=False)
    if len(words) > 2:
        yield f"{last} {first} {words[1][0]}.", Variant(uid, Part.FULL)
    for form in (f"{first} {last[0]}", f"{first} {last[0]}.", f"{first} {surname[0]}", f"{first}, {last[0]}."):
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


# What kind of place it is, which is left out when one speaks of it.
_GENERIC = re.compile(
    r"\b(?:roman|catholic|c of e|ce|rc|church of england|church in wales|voluntary|aided|controlled|primary|secondary"
    r"|community|infants?'?|junior|high|grammar|girls'?|boys'?|academy|school|college|nursery|hospital|the|trust|surgery|medical"
    r"|centre|practice|care|home|house|health|family|families|children's|youth|service|services|club|group|foundation"
    r"|partnership|hub|unit|team|project|hostel|foyer|ysgol|gyfun|gynradd|uwchradd|gymraeg)\b"
)
_CHURCH = frozenset({"rc", "ce"})
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
    if place and " " not in whole:
        unsure = Variant(uid, Part.OTHER_FORM, sure=False)
        yield from ((form, unsure) for form in sorted(welsh_mutations(whole)) if len(form) > 5 and not is_word(form))
    if bare or place or len(words) < 2:
        return
    unsure = Variant(uid, Part.SHORT, sure=False)
    short = " ".join(_GENERIC.sub(" ", whole).split())
    if len(short) > 3 and short != whole and short not in _SMALL:
        yield from ((form, unsure) for form in (*_spellings(short), short.replace(" ", "")))
        yield from ((f"{form} {w}", unsure) for w in words if w in _CHURCH for form in _spellings(short))
    if len(words) > 3:
        yield " ".join(words[1:]), unsure  # "the Young Carers Project", of Hexley
    for named in (words, [w for w in words if w not in _CHURCH]):
        acronym = "".join(w[0] for w in named if w not in _SMALL)
        if len(acronym) >= 3:
            yield acronym, Variant(uid, Part.ACRONYM, sure=False, capitals=True)


def name_tokens(entry: RegisterEntry) -> set[str]:
    """Single folded words of an entry's names, for misspellings and for telling one person's names together."""
    tokens: set[str] = set()
    for name in (part for named in (entry.name, *entry.aliases) for part in names_of(named)):
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
