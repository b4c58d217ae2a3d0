"""A given name and a surname side by side, in headings, cells and capitals, where a capital alone says nothing.

"Jane Smith" is two dictionary words; together they are a person, wherever they stand and however they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.surroundings import acts_as_a_person
from desktop_app.anonymise.titled import Strength
from desktop_app.anonymise.tokens import CONNECTORS, FUNCTION_WORDS, NEVER_NAMES, Mark, Token, base_of, plain

WHY = "a given name and a surname"
IN_A_HEADING = "a given name, in a heading"
_GAP = re.compile(r"[ \u00a0\u2009\u200a]{1,2}|[ \u00a0]?\t[ \u00a0]?")
_ASKING_WORDS = frozenset({"will", "may", "ed", "eve"})  # ordinary, unless a verb that only a person does comes next


def given_names_with_surnames(text: str, tokens: list[Token], strength: Strength) -> Iterator[Span]:
    """Claim both words of every pair, and a third that is a surname too ("Jane Mary Smith")."""
    names = lexicon.given_names()
    given = [plain(token.base) in names for token in tokens]
    i = 0
    while i + 1 < len(tokens):
        if not (given[i] or given[i + 1]):
            i += 1
            continue
        last = i
        while last + 1 < len(tokens) and last < i + 2 and _are_a_name(text, tokens, i, last):
            last += 1
        if last > i and not (tokens[i].tier <= 2 and tokens[last].tier <= 2):
            for token in tokens[i : last + 1]:
                if token.mark is not Mark.NAME or token.tier > 2:
                    token.claim(Mark.NAME, 2, WHY)
                if token.base not in _ASKING_WORDS:
                    strength.setdefault(token.base, 1 if lexicon.is_word(token.base) else 2)
            yield Span(tokens[i].start, tokens[last].end, "name", 2, WHY)
        i = max(last, i + 1)


def names_alone(text: str, tokens: list[Token]) -> None:
    """ "Contact Jane" in a heading; "Will saw her", "May attended" where sentences begin."""
    for token in tokens:
        if token.base in _ASKING_WORDS and acts_although_ordinary(text, token.word, token.end):
            token.claim(Mark.NAME, 3, "a given name that is also a word, before what a person does")
        elif token.mark is Mark.START and token.heading and token.base in lexicon.rather_names():
            token.claim(Mark.NAME, 3, IN_A_HEADING)


def acts_although_ordinary(text: str, word: str, end: int) -> bool:
    """Is it "Will" in "Will saw her", which no list of words may excuse?"""
    return word[:1].isupper() and base_of(word) in _ASKING_WORDS and acts_as_a_person(text, end)


def _are_a_name(text: str, tokens: list[Token], first: int, last: int) -> bool:
    """May the word after `last` be a surname to the given name at `first`?"""
    given, before, after = tokens[first], tokens[last], tokens[last + 1]
    known, other = plain(given.base), plain(after.base)
    if known not in lexicon.given_names() and other not in lexicon.given_names():
        return False
    if before.word.endswith(("'s", "’s")) or not _GAP.fullmatch(text[before.end : after.start]):
        return False
    if not (_may_be_a_name(given) and _may_be_a_name(after)):
        return False
    if (
        before.word.islower()
        and after.capital
        and lexicon.is_word(before.base)
        and before.base not in lexicon.name_words()
    ):
        return False  # "Mother said Leo ran", "would tell Scott"
    if known not in lexicon.given_names():
        if given.mark is Mark.START and lexicon.is_word(given.base) and _goes_on(text, tokens, last + 1):
            return False  # "Ring Jane Smith": somebody is told to do it
        return other in lexicon.given_names() and known in lexicon.surnames() and _one_is_no_word(given, after)
    if not (other in lexicon.surnames() or (other in lexicon.given_names() and not lexicon.is_word(other))):
        return False
    if given.capital:
        return after.capital or not lexicon.is_word(after.base)  # "Jane read" is no name, "Jane okafor" is
    return _one_is_no_word(given, after)


def _goes_on(text: str, tokens: list[Token], last: int) -> bool:
    """Does another capitalised word follow the given name at `last`, as a surname would?"""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or not after.capital or plain(after.base) in lexicon.given_names():
        return False
    return bool(_GAP.fullmatch(text[tokens[last].end : after.start]))


def _may_be_a_name(token: Token) -> bool:
    base = token.base
    if token.capital and base in _ASKING_WORDS:
        return True
    ordinary = base in FUNCTION_WORDS or base in CONNECTORS or base in NEVER_NAMES or base in lexicon.allowed()
    return len(base) > 1 and not ordinary and not token.word[0].isdigit()


def _one_is_no_word(given: Token, after: Token) -> bool:
    """Is one of the two, as it is written, a name rather than a word?"""
    return any(not lexicon.is_word(token.base) for token in (given, after)) or given.base in lexicon.rather_names()
