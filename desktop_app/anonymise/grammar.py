"""Putting other words in a sentence without spoiling it: articles, possessives, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.anonymise.sentences import Start, sentence_start

_ARTICLE = re.compile(r"\b(a|an|the)[ \u00a0]+$", re.IGNORECASE)
_OWN_ARTICLE = re.compile(r"(?:a|an|the)\s", re.IGNORECASE)
_AN = re.compile(r"(?:[aeio]|u(?!ni|se|su|ti|k\b)|hour|honest|heir|8|11\b|18\b)", re.IGNORECASE)
_NOT_AN = re.compile(r"(?:one\b|once|eu|ewe)", re.IGNORECASE)

_PLURAL_NAME = re.compile(r"[A-Z]\w+s['’]?")
# What is somebody's, where the apostrophe was left out: "Callums mum".
_OWNED = re.compile(
    r"[ \u00a0](?:mum|mam|mom|dad|mother|father|parents?|gran|nan|nana|grandad|grandmother|grandfather|brother|sister"
    r"|siblings?|aunt|auntie|uncle|cousin|partner|boyfriend|girlfriend|friends?|son|daughter|family|carers?|teacher"
    r"|social worker|school|house|home|room|bedroom|phone|mobile|bag|coat|bike|car|behaviour|attendance|placement"
    r"|birthday|address|arm|leg|hand|face|head|name)\b"
)
_QUOTED_BEFORE = re.compile(r"‘[^’]*$|(?:^|[\s(])'[^']*$")


@dataclass(frozen=True, slots=True)
class Edit:
    """Print `words` for `start`..`end` of the original text."""

    start: int
    end: int
    words: str


def takes_an(words: str) -> bool:
    """Is "an" said before these words?"""
    return bool(_AN.match(words)) and not _NOT_AN.match(words)


def fit(text: str, start: int, end: int, words: str, *, family: bool = False) -> Edit:
    """The edit that puts `words` in place of a slice, with the article before it and the possessive after it.

    A possessive "'s" is not part of the slice and stays as it stands; after a family's "s" the bare apostrophe is
    taken in and written in full.
    """
    if not words:
        return Edit(start, end, words)
    bare = end < len(text) and text[end] in "'’" and not text[end + 1 : end + 2].isalpha()
    if bare and (family or (_of_many(text, start, end) and words[-1] not in "sS")):
        words, end = f"{words}{text[end]}s", end + 1
    elif _OWNED.match(text, end) and is_plural_name(text[start:end]) and words[-1] not in "sS" and words[0].isupper():
        words = f"{words}'s"
    if text[end : end + 2] in ("'S", "’S") and not words.isupper():
        words, end = f"{words}{text[end]}s", end + 2
    start, end, words = _once(text, start, end, words)
    before = _ARTICLE.search(text[max(0, start - 6) : start])
    if before:
        article = before.group(1)
        at = start - len(before.group())
        if _OWN_ARTICLE.match(words):
            words = words[0].upper() + words[1:] if article[0].isupper() else words
            start = at
        elif article.lower() == "the":
            start = at if is_plural_name(text[start:end]) and words[0].isupper() else start
        else:
            right = "an" if takes_an(words) else "a"
            if right != article.lower():
                gap = before.group()[len(article) :]
                words = (right.capitalize() if article[0].isupper() else right) + gap + words
                start = at
    if words[0].islower() and sentence_start(text, start) is Start.YES:
        words = words[0].upper() + words[1:]
    return Edit(start, end, words)


def is_plural_name(surface: str) -> bool:
    """ "Kettles": a family's, as whose member one person may be meant."""
    return bool(_PLURAL_NAME.fullmatch(surface))


def _of_many(text: str, start: int, end: int) -> bool:
    """Does an apostrophe follow a family's "s", and not close what was quoted?"""
    return text[end - 1] in "sS" and not _QUOTED_BEFORE.search(text[max(0, start - 200) : start])


def _once(text: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    """ "his mother Jodie" is "his mother", not "his mother Mother"; the same between commas."""
    before = re.search(
        rf"\b({re.escape(words)})(,?)[ \u00a0]+$", text[max(0, start - len(words) - 3) : start], re.IGNORECASE
    )
    if not before or (before.group(2) and text[end : end + 1] != ","):
        return start, end, words
    return start - len(before.group()), end + len(before.group(2)), before.group(1)


def apply_edits(text: str, edits: list[Edit]) -> tuple[str, list[tuple[int, int]]]:
    """The new text and, for each edit in order, where its words stand in it.

    An edit inside an earlier one is dropped; one that goes on beyond it is printed from there, for what it covers must
    not be printed as it was written.
    """
    pieces: list[str] = []
    ranges: list[tuple[int, int]] = []
    position = length = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.end <= position and edit.start < position:
            continue
        start = max(edit.start, position)
        pieces += (text[position:start], edit.words)
        length += start - position
        ranges.append((length, length + len(edit.words)))
        length += len(edit.words)
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces), ranges
