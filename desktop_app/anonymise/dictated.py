"""Names written in lower case, as in dictated or hurried notes, that are also ordinary words: "spoke to amber"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.person_cues import (
    ABSTRACT,
    ACTS,
    AFTER,
    AND,
    AND_BEFORE,
    ARTICLE,
    AT_SOMEBODYS,
    AUXILIARY,
    DETERMINED,
    GENERAL_BEFORE,
    KIN_NEXT,
    NO_THING_AFTER,
    OBJECT_OF,
    OF_SOMETHING,
    STRONG_BEFORE,
    VERBAL_AFTER,
    VERBAL_BEFORE,
    VERBS,
    WEAK_BEFORE,
)
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength
from desktop_app.anonymise.tokens import Mark, Token

WHY = "a given name in lower case, where a person is spoken of"


def find_dictated(text: str, tokens: list[Token], strength: Strength) -> Iterator[Span]:
    """Words in lower case, or in a log's capitals, that are given names, where cues of a person stand around them."""
    suspects, sure = lexicon.name_words(), lexicon.word_set("lower_names")
    waiting: list[Token] = []
    for token in tokens:
        if _is_no_name(token.base) or not _written_without_case(token):
            continue
        base = token.base
        if len(base) > 1 and token.word.islower() and not lexicon.is_word(base, True):
            if base not in lexicon.allowed() and _names_somebody(text, token):
                strength.setdefault(base, 2)
                yield _claimed(token)
            continue
        if base not in suspects and base not in sure:
            if base.endswith("s") and base[:-1] in suspects and _is_somebodys(text, token):
                yield _claimed(token)
            continue
        before, after = _around(text, token)
        if (ARTICLE if base in sure else DETERMINED).search(before):
            continue
        if base in sure or _stands_for_a_person(base, before, after, strength):
            strength[base] = max(strength.get(base, 0), 1)
            yield _claimed(token)
        else:
            waiting.append(token)
    yield from _beside_a_name(text, tokens, waiting, strength)


@functools.lru_cache(1 << 16)
def _is_no_name(base: str) -> bool:
    """Is it a word like most, that is nobody's name in small letters, with or without a possessive's "s"?"""
    suspects = lexicon.name_words()
    if not lexicon.is_word(base, True) or base in suspects or base in lexicon.word_set("lower_names"):
        return False
    return not (base.endswith("s") and base[:-1] in suspects)


def _is_somebodys(text: str, token: Token) -> bool:
    """ "graces mum", "at marks": a possessive without its apostrophe."""
    before = AT_SOMEBODYS.search(text, max(0, token.start - 8), token.start)
    return bool(before or KIN_NEXT.match(text, token.end))


def _around(text: str, token: Token) -> tuple[str, str]:
    """The words before and after; a possessive "'s" counts to those after."""
    end = token.start + len(token.base)
    return text[max(0, token.start - 26) : token.start], text[end : end + 30]


def _names_somebody(text: str, token: Token) -> bool:
    """Is a word that no dictionary has where a person's name would be?"""
    before = text[max(0, token.start - 26) : token.start]
    return bool(STRONG_BEFORE.search(before) or ACTS.match(text, token.end)) and not ARTICLE.search(before)


def _written_without_case(token: Token) -> bool:
    if token.mark is None:
        return token.word[0].islower()
    return token.mark is Mark.START and token.heading and token.word.isupper() and len(token.word) > 2


def _stands_for_a_person(base: str, before: str, after: str, strength: Strength) -> bool:
    strong, acts, leads = STRONG_BEFORE.search(before), ACTS.match(after), AFTER.match(after)
    if _is_a_verb(base, before, after, bool(strong)):
        return False
    if base in ABSTRACT and OF_SOMETHING.match(after):
        return False
    if strong or acts:
        return True
    if base in ABSTRACT and GENERAL_BEFORE.search(before):
        return False
    if base not in ABSTRACT and OBJECT_OF.search(before) and NO_THING_AFTER.match(after):
        return True
    weak = WEAK_BEFORE.search(before)
    return bool(leads and weak) or (strength.get(base, 0) >= 1 and bool(leads or weak))


def _is_a_verb(base: str, before: str, after: str, strong: bool) -> bool:
    """ "she will go", "to mark the day": the words after and before are a verb's."""
    if base not in VERBS:
        return False
    if base in ("will", "may") and (not (NO_THING_AFTER.match(after) or ACTS.match(after)) or AUXILIARY.match(after)):
        return True
    if VERBAL_BEFORE.search(before) and not strong:
        return True
    return bool(VERBAL_AFTER.match(after)) and not (strong and not before.endswith("to "))


def _beside_a_name(text: str, tokens: list[Token], waiting: list[Token], strength: Strength) -> Iterator[Span]:
    """ "mark and summer": the other of two; and other places of a word that is somebody's name in this text."""
    claimed = {token.start for token in tokens if token.mark is Mark.NAME}
    ends = {token.end for token in tokens if token.mark is Mark.NAME}
    for token in reversed(waiting):
        paired = AND.match(text, token.end)
        before = AND_BEFORE.search(text, max(0, token.start - 5), token.start)
        named_after = token.base not in VERBS and token.end + 1 in claimed and text[token.end] == " "
        beside = (
            named_after
            or (paired is not None and paired.end() in claimed)
            or (before is not None and before.start() in ends)
        )
        around = _around(text, token)
        if beside:
            claimed.add(token.start)
        if beside or (strength.get(token.base, 0) >= 1 and not _is_a_verb(token.base, *around, strong=False)):
            yield _claimed(token)


def _claimed(token: Token) -> Span:
    token.claim(Mark.NAME, 2, WHY)
    return Span(token.start, token.end, "name", 2, WHY)
