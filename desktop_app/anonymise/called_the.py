"""Pubs, homes, hospitals and clubs by an ordinary word: "at the Royal", "in the red lion"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, base_of

_BEFORE = re.compile(
    r"\b(?:at|in|from|to|into|outside|near|of|behind|opposite|by|called|down|via|attends|attended|visited|left"
    r"|excluded from"
    r"|referred to)[ ][Tt]he[ ]$"
)
_AFTER = re.compile(
    r"(?=[.,;:)!?’”\"]|$|\n|[ ](?![A-Z][a-z])(?!of\b|and\b|term\b|time\b|public\b|family\b|first\b|same\b))"
)
# In small letters these words stand for things as often; only two words together, or a hospital's, name a house.
_ALONE_IN_SMALL = frozenset(
    ["royal", "infirmary", "wheatsheaf", "cricketers", "hollies", "limes", "laurels", "poplars"]
)
_WARD = re.compile(r"(?:[Ww]ard|WARD)[ ](?:\d{1,3}[A-Za-z]?|[A-Z]\d{1,2})\b(?![ ]?[-–/][ ]?\d)")
_PRISON = re.compile(r"(?:hmp|hmyoi|yoi)[ ](?P<named>[a-z][a-z'’\-]{2,})", re.IGNORECASE)
# The last word of a body's name, whose other words no list of ordinary words has all of.
_HEADS = frozenset(
    [
        "mosque",
        "scouts",
        "brownies",
        "pru",
        "high",
        "academy",
        "primary",
        "infants",
        "juniors",
        "lodge",
        "project",
        "housing",
        "grange",
    ]
)
_CARE = re.compile(r"(?:care home|nursing home|childrens home|children's home)\b")
_SMALL_BEFORE = re.compile(
    r"\b(?:at|in|from|to|with|of|is|attends|attended|near|outside"
    r"|lives at)[ ](?:the[ ])?(?P<name>(?:[a-z][a-z'’\-]{2,}[ ]){1,2})$"
)


def find_called_the(anchors: Anchors) -> Iterator[Span]:
    """Tier 2 with a capital, tier 3 without."""
    text = anchors.text
    for start in anchors.of(_firsts()):
        if not _BEFORE.search(text, max(0, start - 26), start):
            continue
        for name in _by_first()[_first_word(text, start)]:
            end = start + len(name)
            found = text[start:end]
            if found.lower() != name or not _AFTER.match(text, end) or text[end : end + 1].isalnum():
                continue
            if found[0].isupper():
                yield Span(start, end, "organisation", 2, "a house by an ordinary word")
            elif " " in name or name in _ALONE_IN_SMALL:
                yield Span(start, end, "organisation", 3, "a house in small letters")
    for match in anchors.tried((_WARD,), anchors.of(frozenset(["ward"]))):
        yield Span(*match.span(), "organisation", 3, "a ward")
    for match in anchors.tried((_PRISON,), anchors.of(frozenset(["hmp", "hmyoi", "yoi"]))):
        if match["named"].lower() not in FUNCTION_WORDS:
            yield Span(*match.span(), "organisation", 2, "a prison")
    for start in (
        *anchors.of(_HEADS),
        *(s for s in anchors.of(frozenset(["care", "nursing", "childrens"])) if _CARE.match(text, s)),
    ):
        yield from _in_small_letters(text, start)


def _in_small_letters(text: str, start: int) -> Iterator[Span]:
    """ "at al-noor mosque": at least one word before that is in no list of words."""
    before = _SMALL_BEFORE.search(text, max(0, start - 50), start) if text[start].islower() else None
    if before is None:
        return
    words = before["name"].split()
    while words and (words[0] in FUNCTION_WORDS or base_of(words[0]) in lexicon.allowed()):
        words.pop(0)
    name = " ".join(words)
    strange = any(not lexicon.is_word(base_of(word)) or base_of(word) in lexicon.places() for word in words)
    if words and strange and not any(base_of(word) in lexicon.allowed() for word in words):
        head = re.compile(r"[a-z']+(?: home)?").match(text, start)
        end = head.end() if head else start
        yield Span(start - len(name) - 1, end, "organisation", 3, "a body in small letters")


@functools.cache
def _by_first() -> dict[str, list[str]]:
    by_first: dict[str, list[str]] = {}
    for name in sorted(lexicon.word_set("house_names"), key=len, reverse=True):
        by_first.setdefault(re.split(r"[ ']", name)[0], []).append(name)
    return by_first


@functools.cache
def _firsts() -> frozenset[str]:
    return frozenset(_by_first())


def _first_word(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end].lower()
