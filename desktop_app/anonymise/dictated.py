"""Names written in lower case, as in dictated or hurried notes, that are also ordinary words: "spoke to amber"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength
from desktop_app.anonymise.tokens import Token

_BEFORE = re.compile(
    r"\b(?:spoke (?:to|with)|speaking (?:to|with)|spoken (?:to|with)|told|asked|rang|phoned|texted|messaged"
    r"|emailed|met|met with"
    r"|saw|seen|visited|collected|picked up|dropped off|hit|slapped|pushed|kissed|called|named|known as|about|tell"
    r"|mum of|mother of|dad of|father of|parents of|sister of|brother of|son|daughter|sister|brother|sibling"
    r"|cousin|baby"
    r"|friend|mate|partner|boyfriend|girlfriend|uncle|auntie|aunt|nan|mum|dad|stepdad|stepmum|miss|mr|mrs|ms|for"
    r"|with|and"
    r"|between|contact with|living with|lives with|stay with|staying with)[ \u00a0]$",
    re.IGNORECASE,
)
_STRONG_BEFORE = re.compile(
    r"\b(?:spoke (?:to|with)|speaking (?:to|with)|spoken (?:to|with)|told|rang|phoned|texted|messaged|emailed"
    r"|tell|mum of"
    r"|mother of|dad of|father of|parents of|boyfriend|girlfriend|auntie|uncle|baby|living with|lives with|staying with"
    r"|stepdad|stepmum)[ \u00a0]$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"['’]s (?:mum|dad|mother|father|school|house|room|bed|phone|bag|sister|brother|nan|teacher|social worker"
    r"|birthday|plan)\b"
    r"|[ \u00a0](?:said|says|told|disclosed|reported|rang|phoned|texted|replied|cried|cries|went|attended"
    r"|refused|stated"
    r"|became|seems|seemed|looked|appears|appeared|did not|didn['’]t|doesn['’]t|wasn['’]t|hasn['’]t|lives|lived"
    r"|is|was|has|had"
    r"|and (?:her|his)|who)\b"
)
_SAYS = re.compile(
    r"[ \u00a0](?:said|says|told|disclosed|rang|phoned|texted|replied|cried|refused to|asked"
    r"|stated|admitted|denied)\b"
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|her|his|my|our|your|their|its|this|that|no|any|some|good"
    r"|own)[ \u00a0]$",
    re.IGNORECASE,
)


def find_dictated(text: str, tokens: list[Token], strength: Strength) -> Iterator[Span]:
    """Lower-case words that are given names, between the cues that stand around a person."""
    suspects = lexicon.name_words()
    for token in tokens:
        if token.base not in suspects or not token.word[0].islower() or token.mark is not None:
            continue
        if _says_so(text, token):
            yield Span(token.start, token.end, "name", 2, "a given name in lower case, of somebody who speaks")
            continue
        before, after = text[max(0, token.start - 20) : token.start], text[token.end : token.end + 22]
        follows, leads = _BEFORE.search(before), _AFTER.match(after)
        if (
            _STRONG_BEFORE.search(before)
            or (follows and leads)
            or (strength.get(token.base, 0) >= 1 and (follows or leads))
        ):
            yield Span(token.start, token.end, "name", 2, "a given name in lower case, where a person is spoken of")


def _says_so(text: str, token: Token) -> bool:
    """ "amber says": only a person does, unless an article or a possessive makes it a thing ("her faith says")."""
    return bool(_SAYS.match(text, token.end)) and not _DETERMINED.search(text[max(0, token.start - 10) : token.start])
