"""Schools, surgeries, homes, clubs and streets: a run of capitals that ends in a word for such a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, Token

_HEADS = lexicon.word_set("organisation_heads")
_STREETS = lexicon.word_set("street_types")
_OFTEN_ORDINARY = lexicon.word_set("ordinary_heads")
# Words that may stand before a head without naming anything.
_PLAIN = FUNCTION_WORDS | NEVER_NAMES | lexicon.word_set("plain_qualifiers")
_GAP = re.compile(r"[ \u00a0]|, ")
_SAINT = re.compile(r"\bSt\.?[ \u00a0][A-Z][\w’'\-]*(?:[’']s?)?(?:[ \u00a0][A-Z][\w’'\-]*)*")
_TOWN_CUE = re.compile(r"\b(?:in|to|from|near|around|outside|towards)[ \u00a0]$")
_RELOCATED = re.compile(r"\b(?:moved|lived?|lives|living|born|housed|rehoused|stay(?:ed|ing)?|travel(?:led"
                        r"|ling)?|went|address|"
                        r"found|drove|placed|placement|resident|flat|house|home"
                        r"|property)\b[^.]{0,25}$", re.IGNORECASE)  # fmt: skip


def find_organisations(text: str, tokens: list[Token]) -> Iterator[Span]:
    """Runs like "Riverside School", "St Anne's", "Station Road"; and towns whose names are ordinary words."""
    for i, token in enumerate(tokens):
        low = token.base
        if not token.capital:
            continue
        span = _run_before(text, tokens, i) if low in _HEADS or low in _STREETS else None
        if span:
            yield span
        elif low in lexicon.allowed() and low in lexicon.places() and _town(text, tokens, i):
            yield Span(token.start, token.end, "place", 2, "a town after a word of place")
    for match in _SAINT.finditer(text):
        yield Span(match.start(), match.end(), "organisation", 2, "named for a saint")


def _run_before(text: str, tokens: list[Token], head: int) -> Span | None:
    """The capitals just before a head word, when at least one of them names something."""
    allowed = lexicon.allowed()
    first, naming = head, False
    while first > 0:
        before = tokens[first - 1]
        if not before.capital or not _GAP.fullmatch(text[before.end : tokens[first].start]):
            break
        if text[before.end : tokens[first].start] == ", ":
            break
        if before.base in FUNCTION_WORDS or before.base in NEVER_NAMES:
            break
        first -= 1
        naming = naming or (before.base not in _PLAIN and before.base not in allowed)
    low = tokens[head].base
    street = low in _STREETS and not (low in _OFTEN_ORDINARY and tokens[head].heading)
    plain_street = street and first < head and not naming and low in ("road", "street", "lane", "avenue", "terrace")
    if first == head or not (naming or plain_street):
        return None
    if low in _OFTEN_ORDINARY and tokens[head].heading:
        return None
    if low in _STREETS:
        return Span(tokens[first].start, tokens[head].end, "street", 2, "a street")
    return Span(tokens[first].start, tokens[head].end, "organisation", 2, "a name that ends in a word for a place")


def _town(text: str, tokens: list[Token], i: int) -> bool:
    """ "moved to Street": a word of place before, and no capital after."""
    token = tokens[i]
    before = text[max(0, token.start - 60) : token.start]
    if not _TOWN_CUE.search(before) or not _RELOCATED.search(before):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or not after.capital or not _GAP.fullmatch(text[token.end : after.start])
