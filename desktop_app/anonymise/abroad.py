"""Public bodies of other countries: courts unlike our own, "Kingdom of Sweden", a name in two languages.

They tell in which country something happened, and often which case it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import TOKEN, base_of

_QUALIFIERS = "Supreme|High|State|General|Criminal|Civil|Regional|Provincial|Federal|National|Central|Higher|Grand"
_KINDS = (
    "Administrative|Assize|Cassation|Constitutional|Social|Labour|Martial|Commercial|Disciplinary|Military|Security|City"
    "|Municipal|Electoral|Appellate|Criminal|Enforcement|Cadastral|Juvenile|District|Regional|Provincial|Supreme"
)
_COURT = re.compile(
    rf"(?:(?:{_QUALIFIERS})[ ])*(?:{_KINDS})[ ](?:(?:{_KINDS}|{_QUALIFIERS})[ ])*(?:Courts?|Council|Tribunal)\b"
    r"(?:[ ]of[ ][A-Z][\w’'\-]+)?"
    r"|(?:(?:Criminal|Civil|Joint|Plenary)[ ](?:Division|Chamber)s?[ ]of[ ]the[ ])?"
    r"Court[ ]of[ ](?:Cassation|Audit|Accounts)\b"
)
_COURT_WORDS = frozenset(f"{_KINDS}|{_QUALIFIERS}|Court|Joint|Plenary".lower().split("|"))
_STATE_BEFORE = re.compile(
    r"\b(?:Republic|Kingdom|Government|Principality|Duchy|Parliament|Embassy|Consulate|State) of (?:the )?$"
)
_STATE_AFTER = re.compile(r" (?:Government|Republic|Parliament|Embassy|Consulate|Federation|Confederation|Ministry)\b")
_BRACKET = re.compile(r"\((?P<own>[^()\n]{4,90})\)")
_CAPITALS_BEFORE = re.compile(
    r"(?:[A-Z][\w’'\-]*(?: (?:of|for|the|and|in|on|to) (?:the )?| )){0,8}[A-Z][\w’'\-]*[ ]?[“\"”]? ?$"
)
_REPORT = re.compile(r"[A-Z](?<!\w.)[A-Z]{1,4} (?:19|20)\d\d,? (?:p|s|no)\. ?\d{1,4}\b")


def find_courts(anchors: Anchors) -> Iterator[Span]:
    """Tier 3; a page of a law report tier 2."""
    for match in anchors.tried((_COURT,), anchors.of(_COURT_WORDS)):
        yield Span(*match.span(), "organisation", 3, "a court or a council of another country")
    for match in _REPORT.finditer(anchors.text):
        yield Span(*match.span(), "case-number", 2, "a page of a law report")


def states_and_their_bodies(text: str, spans: list[Span]) -> Iterator[Span]:
    """ "Republic of Turkey", "Swedish Government": the state's own word belongs to the country's."""
    for span in spans:
        if span.kind in ("country", "attribute"):
            before = _STATE_BEFORE.search(text, max(0, span.start - 24), span.start)
            after = _STATE_AFTER.match(text, span.end)
            if before or after:
                start = before.start() if before else span.start
                yield Span(start, after.end() if after else span.end, span.kind, span.tier, span.why)


def in_two_languages(text: str, spans: list[Span]) -> Iterator[Span]:
    """ "Supreme Court (Högsta domstolen)": what is called so in brackets, and the English words before them."""
    starts = sorted(span.start for span in spans)
    for match in _BRACKET.finditer(text):
        first, last = match.span("own")
        if bisect_left(starts, first) == bisect_left(starts, last):
            continue
        words = [word.group() for word in TOKEN.finditer(match.group("own")) if not word.group()[0].isdigit()]
        strange = sum(not lexicon.is_word(base_of(word), True) for word in words)
        if len(words) < 2 or 2 * strange < len(words) or not any(word.islower() and len(word) > 1 for word in words):
            continue
        before = _CAPITALS_BEFORE.search(text, max(0, match.start() - 90), match.start())
        start = before.start() if before and before.group().count(" ") > 1 else first
        yield Span(start, last, "organisation", 3, "a name in two languages")
