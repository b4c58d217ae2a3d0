"""The words practice uses for its columns, as data, and how like a heading they are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.common.resources import resource

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_OTHER = re.compile(r"[\W_]+")
_NEAR = 88  # rapidfuzz ratio from which a misspelt or reordered heading is taken for the wording it is nearest to
LONGEST_HEADING = 80  # characters: more is a sentence


@dataclass(frozen=True, slots=True)
class Headings:
    """`wordings` is normalised heading -> (field, place in the list: the earlier the surer)."""

    required: tuple[str, ...]
    wordings: dict[str, tuple[str, int]]
    fields: tuple[str, ...]
    first_words: dict[str, str]  # field -> the wording shown to people


@lru_cache(maxsize=1)
def _all() -> dict[str, Headings]:
    data = tomllib.loads(resource("importers", "headings.toml").read_text(encoding="utf-8"))
    found = {}
    for kind, section in data.items():
        if kind == "version":
            continue
        wordings: dict[str, tuple[str, int]] = {}
        for field, words in section["fields"].items():
            for place, word in enumerate(words):
                wordings.setdefault(word, (field, place))
        shown = {field: words[0] for field, words in section["fields"].items()}
        found[kind] = Headings(tuple(section["required"]), wordings, tuple(section["fields"]), shown)
    return found


@lru_cache(maxsize=1)
def template_headings() -> frozenset[str]:
    """The headings, normalised, of the returns this program makes for agencies to fill in."""
    data = tomllib.loads(resource("importers", "return_template.toml").read_text(encoding="utf-8"))
    return frozenset(normalised(str(shape[0])) for shape in data["columns"].values())


def headings_for(kind: str) -> Headings:
    """`kind`: chronology, recommendations, recommendation_keys, people, reflections or glossary."""
    return _all()[kind]


def normalised(heading: str) -> str:
    """ "Child seen? (Y/N)" and "CHILD SEEN:" are both "child seen"."""
    text = heading.casefold().replace("'", "").replace("’", "")
    return " ".join(_OTHER.sub(" ", _BRACKETS.sub(" ", text)).split()) or " ".join(_OTHER.sub(" ", text).split())


@lru_cache(maxsize=4096)
def likeness(kind: str, heading: str) -> tuple[tuple[str, float], ...]:
    """(field, score up to 100) for every field the heading could name, best first; () for none."""
    text = normalised(heading)
    if not text or len(heading) > LONGEST_HEADING:
        return ()
    headings = headings_for(kind)
    if text in headings.wordings:
        field, place = headings.wordings[text]
        return ((field, 100 - place / 100),)
    from rapidfuzz import fuzz

    scores: dict[str, float] = {}
    for wording, (field, place) in headings.wordings.items():
        ratio = fuzz.ratio(text, wording)
        if len(wording) > 6:
            ratio = max(ratio, fuzz.token_sort_ratio(text, wording) - 1)
        if ratio < _NEAR and len(wording) > 4 and _contains(text, wording):
            ratio = _NEAR - 1 + min(len(wording), 20) / 20  # a longer wording found whole inside says more
        if ratio >= _NEAR - 1:
            scores[field] = max(scores.get(field, 0.0), ratio - place / 100)
    return tuple(sorted(scores.items(), key=lambda item: -item[1]))


def _contains(text: str, wording: str) -> bool:
    """The wording's words at the start or end of the heading, e.g. "date of contact with family"."""
    return text.startswith(wording + " ") or text.endswith(" " + wording)
