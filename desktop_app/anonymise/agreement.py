"""Verbs after "they" where "he" or "she" stood, and after one person where a family did: "they were", "Mother was"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.grammar import Edit

_SINGULAR = frozenset({"he", "she"})
_PLURAL = {
    "was": "were",
    "is": "are",
    "has": "have",
    "does": "do",
    "goes": "go",
    "wasn't": "weren't",
    "isn't": "aren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_NEXT = re.compile(
    r"(?P<gap>[ \u00a0]+(?:(?:also|always|often|never|still|then|now|just|only|already|usually|sometimes)[ \u00a0]+)?)"
    r"(?P<verb>[a-z]+?(?:n[’']t)?)(?![\w’'-])"
)
_THE_MANY = re.compile(r"(?:[Tt]he|THE)[ \u00a0][A-Z]\w*[sS]")
_NOT_ONE = re.compile(r"(?:the|they)\b", re.IGNORECASE)
_OF_MANY = re.compile(r"[ \u00a0](?P<verb>were|are|have|weren't|aren't|haven't)\b")
_NO_VERB = frozenset({"always", "perhaps", "sometimes", "afterwards", "nonetheless", "besides", "thus", "as", "this"})
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z|o)es$")


def agreeing(text: str, edits: Sequence[Edit]) -> tuple[list[Edit], list[Edit]]:
    """The edits in order, verbs inside them made to agree, and further edits for verbs that none of them holds."""
    changed, added = list(edits), []
    starts = {edit.start: i for i, edit in enumerate(changed)}
    for edit in edits:
        if singular := _of_one(text, edit):
            if not any(e.start < singular.end and singular.start < e.end for e in changed):
                added.append(singular)
            continue
        if not _is_he(text, edit):
            continue
        after = _NEXT.match(text, edit.end)
        if after is None:
            continue
        at, verb = after.start("verb"), after.group("verb")
        held = starts.get(at)
        if held is not None:
            first, space, rest = changed[held].words.partition(" ")
            changed[held] = Edit(at, changed[held].end, _plural(first) + space + rest)
            continue
        right, free = _plural(verb), not any(e.start < after.end() and at < e.end for e in changed)
        if right != verb and free:
            added.append(Edit(at, after.end(), right))
    return changed, added


def _of_one(text: str, edit: Edit) -> Edit | None:
    """The verb after one person's name that stands for a whole family's: "The Kettles were" is "Mother was"."""
    surface = text[edit.start : edit.end]
    if not _THE_MANY.fullmatch(surface) or not edit.words[:1].isupper() or _NOT_ONE.match(edit.words):
        return None
    verb = _OF_MANY.match(text, edit.end)
    if verb is None:
        return None
    right = next(one for one, many in _PLURAL.items() if many == verb["verb"])
    return Edit(verb.start("verb"), verb.end("verb"), right)


def _is_he(text: str, edit: Edit) -> bool:
    """Was one person's pronoun exchanged here?"""
    return edit.words.lower() == "they" and text[edit.start : edit.end].lower() in _SINGULAR


def _plural(verb: str) -> str:
    """The verb as "they" has it; a word that is none, or an old or a past form, as it stands."""
    plain = verb.replace("’", "'")
    if plain in _PLURAL:
        return _PLURAL[plain].replace("'", "’") if "’" in verb else _PLURAL[plain]
    if verb in _NO_VERB or not verb.endswith("s") or verb.endswith("ss") or len(verb) < 4:
        return verb
    stems = [verb[:-1]]
    if verb.endswith("ies"):
        stems.insert(0, verb[:-3] + "y")
    elif _SIBILANT.search(verb):
        stems.insert(0, verb[:-2])
    return next((stem for stem in stems if lexicon.is_word(stem)), verb)
