"""People by the label before them: "NIC: Hope", "ALIAS TOM / BIG T", "typed by vq", "known the Brooks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of, plain

_NAME = r"[A-Z][\w’'\-]*(?:[ ][A-Z][\w’'\-]*){0,2}"
# Posts that rotas, handovers and minutes write before a colon.
_POSTS = frozenset(
    [
        *("nic", "hca", "rmn", "rgn", "sister", "staff", "nurse", "carer", "chair", "minutes", "apologies", "dsl"),
        *("iro", "hv", "sw", "ssw", "fsw", "idva", "ssa", "senco", "keyworker", "mentor", "victim", "perp", "subject"),
        *("caller", "informant", "suspect", "witness", "complainant", "driver", "escort", "tutor", "coach"),
    ]
)
_BY_POST = re.compile(rf"\w+:[ ]{{1,3}}(?P<who>{_NAME})(?=[.,;/)]|[ ]?$|\n|[ ]{{2}}|\t)", re.MULTILINE)
_ALIASES = re.compile(
    r"(?:alias|aka|akas|aliases):?[ ](?P<all>[^\n/;]{2,40}(?:[ ]?/[ ]?[^\n/;]{2,40})+)", re.IGNORECASE
)
_OR = r"(?:,|[ ]or|[ ]and|[ ]?/|,[ ]or)[ ]?"
_ALSO_AS = re.compile(rf"as[ ]{_NAME}{_OR}(?P<others>{_NAME}(?:{_OR}{_NAME}){{0,2}})")
_GIVEN_AS = re.compile(
    r"\b(?:given|recorded|spelt|spelled|written|known|booked in|registered|entered) $", re.IGNORECASE
)
_TYPED = re.compile(r"(?:typed|dictated|transcribed|minuted|signed|initialled)[ ]by[:]?[ ](?P<who>[a-z]{2,3})\b")
_ANYBODY = frozenset(["me", "us", "him", "her", "my", "our", "his", "the", "one", "all", "dr", "mr", "ms", "mrs"])
_BED = re.compile(r"^(?:side[ ]room|bed|bay|room|cubicle)[ ]?\w{0,3}[.:–-][ ](?P<who>[A-Z]{2,3})(?=[.,])", re.I | re.M)
_FAMILY = re.compile(r"\w+[ ]the[ ](?P<who>[A-Z][a-z’'\-]{2,}s)\b(?![ ][A-Z])")
_MEETS = frozenset(["know", "known", "knows", "knew", "met", "visited", "liked"])


def find_labelled_people(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in anchors.tried((_BY_POST,), anchors.of(_POSTS)):
        words = TOKEN.findall(match["who"])
        if plain(base_of(words[0])) in lexicon.given_names() and not _ordinary(words):
            yield _person(match, "who", strength)
    for match in anchors.tried((_ALIASES,), anchors.of(frozenset(["alias", "aka", "akas", "aliases"]))):
        yield _person(match, "all", strength)
    for match in anchors.tried((_ALSO_AS,), anchors.of(frozenset(["as"]))):
        named = _GIVEN_AS.search(text, max(0, match.start() - 14), match.start())
        if named and not _ordinary(TOKEN.findall(match["others"])):
            yield _person(match, "others", strength)
    for match in anchors.tried((_FAMILY,), anchors.of(_MEETS)):
        base = base_of(match["who"]).removesuffix("s")
        if base in lexicon.surnames() and base not in FUNCTION_WORDS:
            yield Span(*match.span("who"), "name", 2, "a family's name")
    for match in anchors.tried((_TYPED,), anchors.of(frozenset(["typed", "dictated", "transcribed", "minuted"]))):
        if match["who"] not in _ANYBODY | FUNCTION_WORDS and match["who"] not in lexicon.allowed():
            yield Span(*match.span("who"), "initials", 2, "typed by")
    for match in anchors.tried((_BED,), anchors.of(frozenset(["side", "bed", "bay", "room", "cubicle"]))):
        if match["who"].lower() not in lexicon.abbreviations():
            yield Span(*match.span("who"), "initials", 2, "two or three capitals beside a bed")


def _ordinary(words: list[str]) -> bool:
    """Is one of the words nobody's name?"""
    bases = {base_of(word) for word in words if word not in ("or", "and")}
    return bool(bases & (lexicon.allowed() | FUNCTION_WORDS | NEVER_NAMES))


def _person(match: re.Match[str], group: str, strength: Strength) -> Span:
    remember(match[group], strength)
    return Span(*match.span(group), "person", 2, "a person by the label before")
