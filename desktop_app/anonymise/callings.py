"""What somebody is or was: "is a Scottish footballer and postman", "a wool stapler of Lavenham", "the pianist Rosa"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, Mark, Token

_WORD = r"[^\W\d_][\w’'\u2011\-]*"
# Up to four words that may end in a calling, with what parts one from the next.
_ITEM = re.compile(rf"(?P<item>{_WORD}(?:[ \u00a0]{_WORD}){{0,4}})")
_BETWEEN = re.compile(r",? and (?:also )?(?:an? )?|, (?:an? )?")
_BEING = frozenset(["is", "was", "became", "become", "remained", "been", "as"])
_ARTICLES = frozenset(["a", "an"])
_PARTS = (",", ";")  # between a name and what somebody is
_OPENS = re.compile(
    r"(?:is|was|became|become|remained|been|as)[ ](?:(?:now|also|later|then|once|both|initially|briefly)[ ])?"
    r"(?:an?[ ]|the[ ])?(?:(?:retired|former|ex-)[ ])?(?=[\w])"
)
_IN_APPOSITION = re.compile(r"an?[ ](?=[a-z])")
_A_NAME_BEFORE = re.compile(r"[A-Z][\w’'\-]+(?:[ ]\([^()\n]{0,40}\))?, $|;[ ]$|\([ ]?$")
_ROLES = frozenset(
    [
        *("social", "support", "health", "family", "police", "school", "nursery", "worker", "officer", "gp", "doctor"),
        *("teacher", "teaching", "nurse", "midwife", "practitioner", "paediatrician", "headteacher", "head", "foster"),
        *("carer", "manager", "care", "youth", "key", "lead", "designated", "safeguarding", "probation", "child"),
        *("childminder", "psychologist", "psychiatrist", "solicitor", "consultant", "constable", "sergeant", "judge"),
        *("therapist", "counsellor", "advocate", "interpreter", "pcso", "coroner", "guardian", "parent", "student"),
        *("supervisor", "administrator", "caretaker", "registrar", "surgeon", "paramedic", "minister", "pupil"),
    ]
)
_POSTS = frozenset(
    [
        *("minister", "governor", "mayor", "bishop", "archbishop", "earl", "count", "countess", "duke", "duchess"),
        *("baron", "baroness", "marquess", "viscount", "empress", "emperor", "king", "queen", "prince", "princess"),
        *("president", "chancellor", "ambassador", "abbot", "abbess", "sultan", "grand", "member", "chief", "lord"),
    ]
)
_POST = re.compile(
    r"(?:[A-Z]\w+[ ]){0,2}[A-Z]\w+[ ](?:of|for|to)[ ](?:the[ ])?"
    r"[A-Z][\w’'\-]+(?:(?:[ ]|,[ ]|[ ]and[ ])[A-Z][\w’'\-]+){0,3}"
)
_POST_CUE = re.compile(
    r"(?:\b(?:was|is|became|as|appointed|elected|named|made|created|styled)[ ](?:the[ ])?|[a-z\w], (?:the )?)$"
)
_RANK = re.compile(r"\d{1,2}(?:st|nd|rd|th)[ ](?:Baronet|Earl|Duke|Baron|Viscount|Marquess|Count|Lord)\b")


def find_callings(anchors: Anchors, tokens: list[Token]) -> Iterator[Span]:
    """Everything here is tier 3. Who meets the family by profession (a social worker) is nobody's background."""
    text = anchors.text
    for start in anchors.of(_BEING):
        opens = _OPENS.match(text, start)
        if opens:
            yield from _listed(text, opens.end())
    for start in anchors.of(_ARTICLES):
        if text[start - 2 : start - 1] in _PARTS and _A_NAME_BEFORE.search(text, max(0, start - 50), start):
            opens = _IN_APPOSITION.match(text, start)
            if opens:
                yield from _listed(text, opens.end())
    for match in anchors.tried((_POST,), anchors.of(_POSTS)):
        if _POST_CUE.search(text, max(0, match.start() - 16), match.start()):
            yield Span(*match.span(), "occupation", 3, "a post")
    for match in anchors.tried((_RANK,), anchors.numbers):
        yield Span(*match.span(), "occupation", 3, "a rank")
    name = Mark.NAME
    for token, after in itertools.pairwise(tokens):
        beside = after.mark is name and token.word.islower() and text[token.end : after.start] == " "
        if beside and _is_a_calling([token.word]):
            yield Span(token.start, token.end, "occupation", 3, "an occupation before a name")


def _listed(text: str, start: int) -> Iterator[Span]:
    """ "botanist and polar explorer", "film director, screenwriter and actor": each until one is none."""
    at = start
    while match := _ITEM.match(text, at):
        words = list(re.finditer(_WORD, match.group("item")))
        last = next((i for i, word in enumerate(words) if word.group() in ("and", "of", "in", "who", "from", "at")), 5)
        words = words[: min(last, 5)]
        end = next((i for i in range(len(words), 0, -1) if _is_a_calling([w.group() for w in words[:i]])), 0)
        if not end:
            return
        skipped = 0
        while skipped < end - 1 and words[skipped].group()[0].isupper():
            skipped += 1  # a nationality, found as such
        yield Span(at + words[skipped].start(), at + words[end - 1].end(), "occupation", 3, "an occupation")
        following = _BETWEEN.match(text, at + words[end - 1].end())
        if following is None:
            return
        at = following.end()


def _is_a_calling(words: list[str]) -> bool:
    """Does the last word name one, and is none of them a role of those who work with families?"""
    known = lexicon.word_set("occupations")
    low = words[-1].lower()
    if low not in known and low.rpartition("-")[2] not in known and low.removesuffix("s") not in known:
        return False
    if any(word.lower() in FUNCTION_WORDS for word in words[:-1]):
        return False  # "due before magistrates"
    return not any(word.lower() in _ROLES or word.lower().removesuffix("s") in _ROLES for word in words)
