"""Where the words that were looked for stand in a text, found as the index finds them: beginnings of words, folded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.storage.event_queries import match_of

# One sequence of folded words to be found together each; the last is the beginning of a word unless `whole`.
Wanted = tuple[tuple[tuple[str, ...], bool], ...]
_WORD = re.compile(r"[^\W_]+")
_BEFORE = 24  # characters of a text shown before its first hit, when that stands far in
_FAR = 60  # where a hit might no longer be among the two lines of a row
_SHOWN = 220  # characters of an excerpt
_FIELDS = (
    *(("action", "Action"), ("source", "Source"), ("outcome", "Outcome"), ("comment", "Comment")),
    *(("no_action_reason", "Why no action"), ("child_seen", "Child seen"), ("comment_author", "Comment by")),
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a row shows of an event; `hits` are (start, end) in `text`."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()


def wanted_of(words: str) -> Wanted:
    """Of what was typed in the search field."""
    found = []
    for match in match_of(words):
        run = tuple(word for _, _, word in _folded_words(match))
        found.append((run, not match.endswith("*")))
    return tuple(found)


def hits_in(text: str, wanted: Wanted) -> tuple[tuple[int, int], ...]:
    """(start, end) of each hit in order, none overlapping. Of the last word of a run its typed beginning is a hit."""
    if not wanted:
        return ()
    words = list(_folded_words(text))
    runs = (_run_at(words, at, run, whole) for at in range(len(words)) for run, whole in wanted)
    spans = sorted(span for span in runs if span is not None)
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _run_at(words: list[tuple[int, int, str]], at: int, run: tuple[str, ...], whole: bool) -> tuple[int, int] | None:
    there = words[at : at + len(run)]
    if len(there) < len(run) or [word for _, _, word in there[:-1]] != list(run[:-1]):
        return None
    start, end, last = there[-1]
    if last == run[-1]:
        return there[0][0], end
    return (there[0][0], start + len(run[-1])) if not whole and last.startswith(run[-1]) else None


def excerpt_of(event: ChronologyEvent, wanted: Wanted) -> Excerpt:
    """The event's own words from where a hit can be seen; before them the field that has it, when they have none."""
    text = " ".join(event.event.split())
    hits = hits_in(text, wanted)
    if not wanted or (hits and hits[0][0] <= _FAR):
        return Excerpt(text, hits)
    if hits:
        return _from(text, hits[0][0], wanted, "")
    for name, label in _FIELDS:
        other = " ".join(str(getattr(event, name)).split())
        found = hits_in(other, wanted)
        if found:
            shown = _from(other, found[0][0], wanted, f"{label}: ")
            return Excerpt(f"{shown.text} · {text}", shown.hits)
    return Excerpt(text)


def _from(text: str, at: int, wanted: Wanted, label: str) -> Excerpt:
    """The text from shortly before a place on, at a word."""
    start = text.rfind(" ", 0, max(at - _BEFORE, 0)) + 1
    head = label + ("… " if start else "")
    shown = text[start : start + _SHOWN]
    return Excerpt(head + shown, tuple((a + len(head), b + len(head)) for a, b in hits_in(shown, wanted)))


def _folded_words(text: str) -> list[tuple[int, int, str]]:
    """Start, end and folded form; folding keeps one character for one."""
    folded = text.lower() if text.isascii() else "".join(_fold(character) for character in text)
    return [(found.start(), found.end(), found[0]) for found in _WORD.finditer(folded)]


@cache
def _fold(character: str) -> str:
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character
