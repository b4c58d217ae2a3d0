"""Ordinary words capitalised inside a sentence: "at the Hut", "Tamsin from Footsteps", "the Nags Head".

British prose capitalises what it names. A phrase in which a word of the field stands ("Lead Reviewer", "Court of
Appeal") is a title, not a name; so is a word that the same text also writes small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, Mark, Token

WHY = "capitalised inside a sentence"
_NUMBER_AFTER = re.compile(r"[ \u00a0]\d")  # "Table 2", "Grade 5"
_GAP = re.compile(r"[ \u00a0\-–/&’']{1,3}")
_BRIDGES = frozenset({"of", "and", "the", "for", "&"})
_VERBS = frozenset(
    ["told", "saw", "met", "rang", "spoke", "seen", "gave", "took", "left", "thanked", "brought", "drove"]
)
_LED = re.compile(r"\b(?:to|from|at|by|with|of|via|rang|calls?|called)[ \u00a0](?:the[ \u00a0])?$")
_SERVICES = frozenset(
    [
        *("support", "service", "services", "project", "centre", "hub", "care", "housing", "trust", "help", "outreach"),
        *("counselling", "advocacy", "mediation", "programme", "education", "training", "recovery", "team", "agency"),
    ]
)
_TITLE_WORDS = lexicon.word_set("title_words")


def lone_capitals(text: str, tokens: list[Token]) -> None:
    """Claim, at tier 3, capitalised phrases that no ordinary title explains."""
    small = {token.base for token in tokens if token.word.islower()}
    for phrase in _phrases(text, tokens):
        if any(_is_a_title_word(token) for token in phrase):
            if _names_a_service(text, phrase):
                for token in phrase:
                    if token.mark is Mark.CAPITAL:
                        token.claim(Mark.NAME, 3, WHY)
            continue
        own = [token for token in phrase if token.mark is Mark.CAPITAL]
        if _NUMBER_AFTER.match(text, phrase[-1].end):
            continue
        if len(own) == 1 and len(phrase) == 1 and (own[0].base in small or len(own[0].base) < 2):
            continue
        for token in own:
            if not token.heading and len(token.base) > 1 and not _is_shouted(token):
                token.claim(Mark.NAME, 3, WHY)


def _names_a_service(text: str, phrase: list[Token]) -> bool:
    """ "to Stepping Stones Floating Support": two words that are no titles open it, a word of place stands before."""
    opening = phrase[:2]
    return (
        len(phrase) > 2
        and all(token.mark is Mark.CAPITAL and not token.heading and not _is_a_title_word(token) for token in opening)
        and phrase[-1].base in _SERVICES
        and bool(_LED.search(text, max(0, phrase[0].start - 12), phrase[0].start))
    )


def _phrases(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """Neighbouring capitalised words, small connecting words between them left out, that hold an unclaimed one."""
    i = 0
    while i < len(tokens):
        if not tokens[i].capital or tokens[i].word[0].isdigit():
            i += 1
            continue
        if tokens[i].base == "the" or (tokens[i].mark is Mark.START and is_a_verb(tokens[i].base)):
            i += 1
            continue
        phrase, last, j = [tokens[i]], i, i + 1
        while j < len(tokens) and j - last <= 3 and _GAP.fullmatch(text[tokens[j - 1].end : tokens[j].start]):
            if tokens[j].capital:
                phrase.append(tokens[j])
                last = j
            elif tokens[j].base not in _BRIDGES:
                break
            j += 1
        i = last + 1
        if any(token.mark is Mark.CAPITAL for token in phrase):
            yield phrase


def _is_shouted(token: Token) -> bool:
    """ "It was REMOVED": an ordinary word in capitals for its weight."""
    return len(token.word) > 2 and token.word.isupper()


def is_a_verb(base: str) -> bool:
    """ "Told Mags": what was done begins a note, and is capitalised for that alone."""
    return base in _VERBS or (base.endswith("ed") and lexicon.is_word(base))


def _is_a_title_word(token: Token) -> bool:
    base = token.base
    if token.mark is Mark.NAME and token.tier <= 2:
        return False
    known = base in lexicon.allowed() or base in FUNCTION_WORDS or base in NEVER_NAMES or base in _TITLE_WORDS
    return known or (base.endswith("s") and (base[:-1] in lexicon.allowed() or base[:-1] in _TITLE_WORDS))
