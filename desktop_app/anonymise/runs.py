"""Capitalised neighbours belong together: "Sinop Assize Court" is one name although two of its words are ordinary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.pairs import IN_A_HEADING
from desktop_app.anonymise.pairs import WHY as PAIR
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.sentences import _ABBREVIATIONS
from desktop_app.anonymise.tokens import CONNECTORS, NEVER_NAMES, Mark, Token

_GAP = re.compile(r"[ \u00a0\-–/&.’']{1,3}|(?: ?& ?)")
_ENGLISH_CONNECTORS = frozenset({"of", "the", "and", "for", "on", "in", "to", "at", "under", "upon", "&"})
_JOINTS = frozenset({"of", "upon", "the", "&", "and"})
_KIND = {
    Mark.NAME: "name",
    Mark.ATTRIBUTE: "attribute",
    Mark.COUNTRY: "country",
    Mark.NUMBER: "number",
    Mark.UNKNOWN: "unknown-word",
}


def find_runs(text: str, tokens: list[Token]) -> Iterator[Span]:
    """Every suspect token, names widened to the whole run around them."""
    for token in tokens:
        if token.mark and token.tier <= 3 and token.mark is not Mark.NAME:
            yield Span(token.start, token.end, _KIND[token.mark], token.tier, token.why)
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if (token.mark is None and not token.capital) or not _may_belong(token):
            i += 1
            continue
        last = _run_end(text, tokens, i)
        yield from _named_parts(tokens[i : last + 1])
        i = last + 1


def _may_belong(token: Token) -> bool:
    if token.mark in (Mark.NAME, Mark.CAPITAL):
        return True
    if token.mark in (Mark.ATTRIBUTE, Mark.COUNTRY):
        return token.capital
    return (
        token.mark is None
        and token.capital
        and token.base in lexicon.allowed()
        and token.base not in CONNECTORS
        and token.base not in NEVER_NAMES
    )


def _run_end(text: str, tokens: list[Token], first: int) -> int:
    """Index of the last token of the run that starts at `first`."""
    j = last = first
    while j + 1 < len(tokens):
        gap, after = text[tokens[j].end : tokens[j + 1].start], tokens[j + 1]
        if not _GAP.fullmatch(gap):
            break
        if gap.strip() == "." and len(tokens[j].word) > 1 and tokens[j].word.lower() not in _ABBREVIATIONS:
            break
        if after.mark is None and after.word.isupper() and len(after.word) > 1 and not tokens[j].word.isupper():
            break  # "Poppy SALT appointment": an abbreviation of the field is no part of a name
        if after.capital and after.mark is not Mark.START:
            last = j = j + 1
        elif tokens[j].word.endswith(("'s", "’s")):
            break
        elif after.word.lower() in CONNECTORS and j + 2 < len(tokens) and j - last < 2:
            j += 1
        else:
            break
    return last


def _named_parts(run: list[Token]) -> Iterator[Span]:
    """Spans of a run that holds a name, without its English connecting words."""
    names = [token for token in run if token.mark is Mark.NAME]
    if not names:
        return
    pair = names[0].why in (PAIR, IN_A_HEADING)
    while len(run) > 1 and run[0].mark is not Mark.NAME and (pair or run[0].base in CONNECTORS | NEVER_NAMES):
        run = run[1:]
    while names[-1].why == PAIR and run[-1] is not names[-1]:
        run = run[:-1]
    tier, why = min(token.tier for token in names), names[0].why
    for part in _parts(run):
        if any(token.mark is Mark.NAME for token in part) or _belongs(part, run):
            yield Span(part[0].start, part[-1].end, "name", tier, why)


def _parts(run: list[Token]) -> Iterator[list[Token]]:
    """The run cut at its English connecting words."""
    part: list[Token] = []
    for token in run:
        if token.word in _ENGLISH_CONNECTORS or (token.word.isupper() and token.base in _ENGLISH_CONNECTORS):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _belongs(part: list[Token], run: list[Token]) -> bool:
    """Is a part without a name one half of it ("Bank of Ireland"), and not a word beside it ("Father at Deerbolt")?"""
    after = run.index(part[-1]) + 1
    before = run.index(part[0]) - 1
    if before >= 0 and run[before].word in ("of", "for") and any(token.mark is Mark.NAME for token in run[:before]):
        return True  # "Warsaw Court of Appeal"
    if all(token.mark is None for token in part):
        return False
    joints = {run[k].word.lower() for k in (before, after) if 0 <= k < len(run)}
    return bool(joints & _JOINTS)
