"""The word lists, opened when first asked for. What is in none of them is a suspect.

Sources and licences: resources/lexicon/NOTICE. Rebuilt by packaging/build_lexicon.py.
"""

from __future__ import annotations

import functools
import gzip

from desktop_app.common.resources import resource

_SECOND_NAMES = frozenset(["mae", "mai", "rae", "lee", "leigh", "lou", "jay", "jai", "belle", "star", "lynne", "may"])


def _packed(name: str) -> bytes:
    return gzip.decompress(resource("lexicon", f"{name}.txt.gz").read_bytes())


def _packed_set(name: str) -> frozenset[str]:
    return frozenset(_packed(name).decode("utf-8").splitlines())


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """Lines of a hand-kept list, lower case; "#" starts a comment."""
    lines = resource("lexicon", f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word.lower() for line in lines if (word := line.partition("#")[0].strip()))


class SortedWords:
    """A sorted list searched in place: a big list that few tokens are looked up in costs no set."""

    def __init__(self, data: bytes) -> None:
        self._data = b"\n" + data + b"\n"

    def __contains__(self, word: str) -> bool:
        wanted = word.encode("utf-8")
        data = self._data
        low, high = 0, len(data) - 1  # data[low] and data[high] are line feeds
        while high - low > 1:
            middle = data.rfind(b"\n", low, (low + high) // 2 + 1)
            if middle == low:
                middle = data.find(b"\n", low + 1, high)
                if middle < 0:
                    return data[low + 1 : high] == wanted
            line = data[middle + 1 : data.find(b"\n", middle + 1)]
            if line == wanted:
                return True
            if line < wanted:
                low = middle
            else:
                high = middle
        return False


@functools.cache
def words() -> frozenset[str]:
    """Ordinary British words."""
    return _packed_set("words")


@functools.cache
def rare_words() -> SortedWords:
    """Words that are in a huge dictionary only."""
    return SortedWords(_packed("words_rare"))


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of several countries, and those that are also words."""
    return _packed_set("given_names") | word_set("given_names_more") | name_words()


@functools.cache
def surnames() -> frozenset[str]:
    return _packed_set("surnames")


@functools.cache
def places() -> frozenset[str]:
    """Places of 500 inhabitants in Great Britain and Northern Ireland, large cities elsewhere, and some by hand."""
    return _packed_set("places") | word_set("places_more")


@functools.cache
def countries() -> frozenset[str]:
    return _packed_set("countries") | word_set("countries_more")


@functools.cache
def attributes() -> frozenset[str]:
    """Nationalities, ethnicities and religions."""
    return word_set("attributes")


@functools.cache
def name_words() -> frozenset[str]:
    """Given names that are also ordinary words and are met as names in lower case."""
    return word_set("name_words")


@functools.cache
def rather_names() -> frozenset[str]:
    """Words in a dictionary that, capitalised, are a name even at the start of a sentence ("Anna", "John")."""
    return word_set("rather_names")


@functools.cache
def allowed() -> frozenset[str]:
    """Words that are never a finding on their own, in folded form."""
    return word_set("allow_field") | word_set("allow_formal") | word_set("allow_clinic") | word_set("allow_everyday")


@functools.cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that, in capitals, are nobody: in lower case here, as some are also names ("ELSA", "FLO")."""
    return word_set("abbreviations")


@functools.cache
def written_names() -> frozenset[str]:
    """Systems, things and firms known by the capitals inside their names, as they are written: "RiO", "nDelius"."""
    lines = resource("lexicon", "written_names.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if not line.startswith("#"))


@functools.cache
def written_phrases() -> tuple[str, ...]:
    """The phrases of the field as they are written, capitals and all."""
    lines = resource("lexicon", "allow_phrases.txt").read_text("utf-8").splitlines()
    return tuple(phrase for line in lines if " " in (phrase := line.partition("#")[0].strip()))


@functools.cache
def field_phrases() -> frozenset[str]:
    """Phrases of several words that belong to the field: general agencies, statutory documents."""
    return frozenset(word for word in word_set("allow_phrases") if " " in word)


@functools.lru_cache(1 << 17)
def is_word(folded: str, rare: bool = False) -> bool:
    """Is it ordinary lower-case English? Parts of a hyphenated word count one by one."""
    if folded in words() or (rare and folded in rare_words()):
        return True
    if "-" in folded:
        return all(len(part) < 2 or is_word(part, rare) for part in folded.split("-"))
    if "'" in folded:
        stem, _, end = folded.partition("'")
        return (stem == "i" or stem in words()) and end in ("s", "t", "d", "m", "re", "ve", "ll", "")
    return len(folded) == 1


@functools.lru_cache(1 << 14)
def is_double_name(folded: str) -> bool:
    """ "kelly-ann", "ruby-mae": given names joined by a hyphen."""
    first, *others = folded.split("-")
    return (
        bool(others)
        and first in given_names()
        and folded != "may-june"
        and all(o in given_names() or o in _SECOND_NAMES for o in others)
    )


@functools.lru_cache(1 << 16)
def is_name(folded: str) -> bool:
    """Is it a given name or a surname somebody has?"""
    return folded in given_names() or folded in surnames()
