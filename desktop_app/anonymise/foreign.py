"""Sentences in another language: there a capital at the start says no more than in an English one."""

from __future__ import annotations

import re

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.sentences import Start, sentence_start
from desktop_app.anonymise.tokens import FUNCTION_WORDS, Mark, Token, plain

_FAR = 14  # words of a sentence that are looked at
_ENDS = re.compile(r"[.!?…\n|]")
_SUSPECT = ("capitalised, and not an English word", "a name or a place in lower case")


def foreign_sentences(text: str, tokens: list[Token]) -> None:
    """Withdraw what was claimed only because a word is not English, where the whole sentence is not."""
    known = lexicon.word_set("foreign_words")
    name, unknown = Mark.NAME, Mark.UNKNOWN
    for i, token in enumerate(tokens):
        mark = token.mark
        if mark is None or (mark is not name and mark is not unknown):
            continue
        if token.base in known and (token.word.islower() or _begins(text, token) or _is_foreign(text, tokens, i)):
            token.mark, token.tier, token.why = None, 9, ""
        elif token.why in _SUSPECT and token.word[0].isupper():
            if _is_foreign(text, tokens, i) and not _may_name(token.base) and _begins(text, token):
                token.mark, token.tier, token.why = Mark.START, 9, ""
        elif token.word.islower() and _is_foreign(text, tokens, _first_of_sentence(text, tokens, i), strictly=True):
            token.mark, token.tier, token.why = None, 9, ""


def _first_of_sentence(text: str, tokens: list[Token], i: int) -> int:
    first = i
    while first > max(0, i - _FAR + 1) and not _ENDS.search(text, tokens[first - 1].end, tokens[first].start):
        first -= 1
    return first


def _begins(text: str, token: Token) -> bool:
    return token.heading or sentence_start(text, token.start) is not Start.NO


def _may_name(base: str) -> bool:
    return lexicon.is_name(plain(base)) or plain(base) in lexicon.places()


def _is_foreign(text: str, tokens: list[Token], first: int, *, strictly: bool = False) -> bool:
    """Are most of the words in small letters that follow in the sentence in no English dictionary?

    `strictly`: and hardly any of them hold English sentences together, as they do in dictated notes full of names.
    """
    soon = tokens[first + 1 : first + 4]
    if not any(token.word.islower() and not lexicon.is_word(token.base) for token in soon):
        return False
    small = strange = english = 0
    for before, token in zip(tokens[first:], tokens[first + 1 : first + 1 + _FAR], strict=False):
        if _ENDS.search(text, before.end, token.start):
            break
        if token.word.islower():
            small += 1
            english += token.base in FUNCTION_WORDS
            strange += not lexicon.is_word(token.base) or token.base in lexicon.word_set("foreign_words")
    if strictly and 4 * english > small:
        return False
    return strange >= 2 and (strange == small or (small >= 3 and 2 * strange >= small))
