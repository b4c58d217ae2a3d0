"""Words one by one: what is capitalised and not provably an ordinary English word is a suspect."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.date_shapes import follows_a_legal_word
from desktop_app.anonymise.fold import fold_char
from desktop_app.anonymise.misspelt import is_misspelt
from desktop_app.anonymise.sentences import Headings, Start, sentence_start

TOKEN = re.compile(r"[^\W\d_]+(?:[’'ʼ\u2011\-][^\W\d_]+)*|\d+(?:[.,:/\u2011\-]\d+)*")
CONNECTORS = lexicon.word_set("connectors")
NEVER_NAMES = lexicon.word_set("never_names")
FUNCTION_WORDS = lexicon.word_set("function_words")


# Found as dates where they are dates; April, May, June and August are also given names and stay suspects.
_CALENDAR = frozenset(
    {"january", "february", "july", "september", "october", "november", "december", "christmas", "easter"}
    | {"feb", "mar", "apr", "sept", "oct", "nov"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


CALENDAR = _CALENDAR | {"april", "may", "june", "august"}
_ALSO_NAMES = frozenset({"will", "may", "like"})
_GLUED = re.compile(r"\d")  # "ST4": a code, seen to by its shape
_EVERYBODYS = frozenset({"999", "111", "101", "112", "24/7"})
_BEGINS_AN_ITEM = re.compile(r"^[^\n]{1,12} [–-] $", re.MULTILINE)  # "PM – Small bruise", "Slide 8 – Table work"
_COUNTED = re.compile(
    r"[ \u00a0](?:[a-z]{3,}s|children|people|km)\b|[ \u00a0]?(?:%|per cent|(?:mls?|mg|mcg|g|iu|kcal)\b)"
)  # "1001 days", "250 words"


class Mark(StrEnum):
    """What is thought of a token on its own."""

    NAME = "name"
    CAPITAL = "capital"  # a capitalised ordinary word inside a sentence
    START = "start"  # a capitalised ordinary word where sentences begin
    ATTRIBUTE = "attribute"
    COUNTRY = "country"
    NUMBER = "number"
    UNKNOWN = "unknown-word"


@dataclass(slots=True)
class Token:
    """A word and its place; `base` is folded without a possessive; `tier` is 9 while nothing is claimed."""

    word: str
    start: int
    end: int
    base: str
    heading: bool
    capital: bool
    mark: Mark | None = None
    tier: int = 9
    why: str = ""
    phrase: bool = False  # one word of a phrase of the field

    def claim(self, mark: Mark, tier: int, why: str) -> None:
        self.mark, self.tier, self.why = mark, tier, why


@functools.lru_cache(1 << 17)
def base_of(word: str) -> str:
    """Lower case, straight apostrophes and hyphens, no possessive; accents stay for the word lists."""
    low = word.lower().replace("’", "'").replace("ʼ", "'").replace("\u2011", "-")
    if low.endswith("'s"):
        return low[:-2]
    return low[:-1] if low.endswith("s'") else low


def plain(base: str) -> str:
    """Without accents, for lists that have none."""
    return base if base.isascii() else "".join(map(fold_char, base))


def is_double_barrelled(word: str) -> bool:
    """ "Deacon-Obi", and not "Follow-up"."""
    parts = word.replace("\u2011", "-").split("-")
    return len(parts) > 1 and all(part.istitle() for part in parts)


def tokenise(text: str, headings: Headings) -> list[Token]:
    """All words and numbers, in order, each with what it looks like on its own."""
    allowed = lexicon.allowed()
    tokens = []
    phrases, phrase_end = _phrases(), 0
    for match in TOKEN.finditer(text):
        word, start = match.group(), match.start()
        token = Token(word, start, match.end(), base_of(word), False, word[0].isupper())
        for phrase in phrases.get(word, ()):
            if text.startswith(phrase, start) and not text[start + len(phrase) : start + len(phrase) + 1].isalnum():
                phrase_end = max(phrase_end, start + len(phrase))
        if start < phrase_end:
            token.phrase = True
        elif word[0].isdigit():
            _mark_number(text, token)
        elif token.base not in allowed and not (token.base.endswith("s") and token.base[:-1] in allowed):
            token.heading = start in headings
            _mark_word(text, token)
        tokens.append(token)
    return tokens


@functools.cache
def _phrases() -> dict[str, list[str]]:
    """Phrases of the field as they are written, in which no word is a name, by their first word."""
    by_first: dict[str, list[str]] = {}
    for phrase in lexicon.written_phrases():
        by_first.setdefault(TOKEN.findall(phrase)[0], []).append(phrase)
    return by_first


def _in_lower_case(text: str, index: int) -> bool:
    """Is the line written without capitals, so that a name looks like any other unknown word?"""
    start, end = text.rfind("\n", 0, index) + 1, text.find("\n", index)
    return _has_no_capitals(text[max(start, index - 120) : end if 0 <= end < index + 120 else index + 120])


@functools.lru_cache(256)
def _has_no_capitals(near: str) -> bool:
    return 40 * sum(map(str.isupper, near)) <= len(near)


def _mark_number(text: str, token: Token) -> None:
    digits = sum(c.isdigit() for c in token.word)
    if digits < 3 or follows_a_legal_word(text, token.start):
        return
    if token.word in _EVERYBODYS or (digits < 6 and _COUNTED.match(text, token.end)):
        return
    token.claim(Mark.NUMBER, 2, "a number of three digits or more")


def _is_an_abbreviation(token: Token) -> bool:
    """ "EHO", "FTAs"; in a line of capitals only those that are no names besides."""
    letters = token.word.removesuffix("’s").removesuffix("'s")
    letters = letters if letters.isupper() else letters.removesuffix("s")
    low = letters.lower()
    return letters.isupper() and low in lexicon.abbreviations() and not (token.heading and lexicon.is_name(low))


def _mark_word(text: str, token: Token) -> None:
    base, word = token.base, token.word
    if _is_an_abbreviation(token) or word in lexicon.written_names():
        return
    if word.islower():
        if base in lexicon.attributes():
            token.claim(Mark.ATTRIBUTE, 3, "nationality, ethnicity or religion")
        elif len(base) > 2 and not lexicon.is_word(base, True):
            if lexicon.is_name(plain(base)) or plain(base) in lexicon.places():
                token.claim(Mark.NAME, 2, "a name or a place in lower case")
            elif len(base) > 4 and base.endswith("s") and plain(base[:-1]) in lexicon.given_names():
                token.claim(Mark.NAME, 2, "a name in lower case, its apostrophe left out")
            elif _in_lower_case(text, token.start) and not is_misspelt(base):
                token.claim(Mark.UNKNOWN, 3, "not an English word, where nothing is capitalised")
        return
    if base in NEVER_NAMES or base in _CALENDAR or (len(word) < 4 and word.isupper() and _GLUED.match(text, token.end)):
        return
    start = Start.YES if token.heading else sentence_start(text, token.start)
    if start is Start.NO and text[token.start - 2] in "–-" and base not in lexicon.given_names():
        item = _BEGINS_AN_ITEM.search(text, max(0, token.start - 16), token.start)
        start = Start.SOFT if item and base not in lexicon.places() else start
    if base in lexicon.attributes():
        token.claim(Mark.ATTRIBUTE, 3, "nationality, ethnicity or religion")
    elif base in lexicon.countries():
        token.claim(Mark.COUNTRY, 3, "a country")
    elif "-" in base and word.istitle() and lexicon.is_double_name(plain(base)):
        token.claim(Mark.NAME, 2, "two given names joined")
    elif not (lexicon.is_word(base) or (start is Start.YES and "-" not in base and lexicon.is_word(base, True))):
        token.claim(Mark.NAME, 2, "capitalised, and not an English word")
    elif start is Start.NO:
        if base in FUNCTION_WORDS and base not in _ALSO_NAMES:
            return
        known = plain(base)
        if lexicon.is_name(known) or known in lexicon.places():
            token.claim(Mark.NAME, 2, "a name or a place, inside a sentence")
        else:
            token.mark = Mark.CAPITAL
    elif text[token.start - 1 : token.start] == "?" and plain(base) in lexicon.places():
        token.claim(Mark.NAME, 3, "a place, behind the sign of a doubt")  # "?Corby" is no new sentence
    else:
        token.mark = Mark.START
