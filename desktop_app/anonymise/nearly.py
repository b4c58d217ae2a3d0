"""Names that are nearly a registered one: misspelt, misread by a scanner, or turned round by a control character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.containers import Containers
from desktop_app.anonymise.fold import fold
from desktop_app.anonymise.fuzzy import Misspellings
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.surroundings import PARTICLES, SERVANTS, another_surname, next_word, previous_word
from desktop_app.anonymise.titles import title_before
from desktop_app.anonymise.tokens import TOKEN, base_of, plain
from desktop_app.domain.people import RegisterEntry

_WITH_A_DIGIT = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[013458|])[A-Za-z013458|]{4,24}(?![A-Za-z0-9])")
_MISREAD = (str.maketrans("013458|", "oleasbl"), str.maketrans("013458|", "oieasbi"))
_OWN_INITIAL = re.compile(r"[ \u00a0]([A-Z])\b\.?")
_TURNED = re.compile("\u202e([^\u202c\n]+)\u202c?")


def misspelt(
    text: str,
    found: Iterable[Match],
    misspellings: Misspellings,
    entries: Mapping[str, RegisterEntry],
    tokens: Mapping[str, set[str]],
) -> Iterator[Match]:
    """Words that no match covers and that resemble a name, with the title before and an own initial after them."""
    covered = bytearray(len(text) + 1)
    for match in found:
        covered[match.start : match.end] = b"\x01" * (match.end - match.start)
    for word in TOKEN.finditer(text):
        if covered[word.start()] or len(word.group()) < 4:
            continue
        like = misspellings.owners(word.group())
        if like:
            name, owners = like
            own = set().union(*(tokens[uid] for uid in owners))
            if _is_somebody_else(text, word, owners, own, misspellings):
                continue
            end = word.end() - (2 if fold(word.group()).endswith("'s") else 0)
            initial = _OWN_INITIAL.match(text, end)
            if initial and any(token[0] == initial.group(1).lower() for token in own):
                end = initial.end()
            start, _ = title_before(text, word.start())
            before, at = previous_word(text, start)
            start = at if before.lower() in SERVANTS else start
            yield Match(start, end, owners[0], entries[owners[0]].kind, f"resembles “{name}”", False, owners)


def nicknames_that_resemble(
    text: str, found: Iterable[Match], misspellings: Misspellings, entries: Mapping[str, RegisterEntry]
) -> Iterator[Match]:
    """Nicknames of one person that are nearly the name of another ("Jodi"): both are offered, the nearer one first."""
    for match in found:
        like = misspellings.owners(text[match.start : match.end]) if match.how == "nickname" else None
        if like is None or set(like[1]) <= set(match.owners):
            yield match
            continue
        owners = tuple(dict.fromkeys((*like[1], *match.owners)))
        how = f"resembles “{like[0]}”; or a nickname"
        yield replace(match, uid=owners[0], kind=entries[owners[0]].kind, owners=owners, auto=False, how=how)


def _is_somebody_else(
    text: str, word: re.Match[str], owners: tuple[str, ...], own: set[str], misspellings: Misspellings
) -> bool:
    """A common given name with a surname that is none of the owners', nor like one: not a misspelling of theirs."""
    if plain(base_of(word.group())) not in lexicon.given_names() or not another_surname(text, word.end(), own):
        return False
    after, end = next_word(text, word.end())
    if after.lower() in PARTICLES:
        after, _ = next_word(text, end)
    like = misspellings.owners(after)
    return like is None or not set(like[1]) & set(owners)


def misread(
    text: str, containers: Containers, misspellings: Misspellings, entries: Mapping[str, RegisterEntry]
) -> Iterator[Match]:
    """Names with digits in place of letters: "C0rinne", "Il1ingworth", "t1egan"."""
    for word in _WITH_A_DIGIT.finditer(text):
        if 2 * sum(map(str.isalpha, word.group())) <= len(word.group()):
            continue  # a number, or a checksum's letters and digits
        for letters in dict.fromkeys(word.group().translate(table) for table in _MISREAD):
            like = misspellings.owners(letters)
            if like:
                name, owners = like
                start, end = containers.around(*word.span()) or word.span()
                yield Match(start, end, owners[0], entries[owners[0]].kind, f"resembles “{name}”", False, owners)
                break


def turned(text: str, find: Callable[[str], list[Match]], entries: Mapping[str, RegisterEntry]) -> Iterator[Match]:
    """What is shown from right to left by a control character, and read as a name there: the whole of it."""
    for place in _TURNED.finditer(text) if "\u202e" in text else ():
        for match in find(place.group(1)[::-1]):
            kind, how = entries[match.uid].kind, "a registered name, written backwards"
            yield Match(*place.span(), match.uid, kind, how, False, match.owners)
