"""The field's lexicon (`resources/merging/`), read once: concepts, words that are one, kinds of agency, axes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.common.resources import resource
from desktop_app.services.merging.phrases import Phrases
from desktop_app.services.merging.words import stem, stems_of


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that agencies write in several ways. `joint`: several record the same occasion of it.

    `one_day`: it has one day, where news of other things may come the day after.
    """

    id: str
    words: str
    weight: float
    joint: bool
    one_day: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """One way in which two accounts can speak against each other."""

    id: str
    ask: str
    about: str  # occasion | school | child | matter | sending
    days: int


@dataclass(frozen=True, slots=True)
class Side:
    axis: str
    yes: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`one` maps a stem to the stem that stands for it and its equals; `light` are stems that say next to nothing.

    `agencies` are phrases by which others write of a kind of agency, `named` those of its own name or code.
    """

    concepts: dict[str, Concept]
    finder: Phrases[str]
    one: dict[str, str]
    light: frozenset[str]
    agencies: tuple[tuple[str, str], ...]
    named: tuple[tuple[tuple[str, ...], str], ...]
    axes: dict[str, Axis]
    sides: Phrases[tuple[Side, ...]]
    deny: frozenset[str]


@cache
def lexicon() -> Lexicon:
    data, against = _load("lexicon.toml"), _load("axes.toml")
    concepts = {
        item["id"]: Concept(item["id"], item["words"], float(item["weight"]), item["joint"], item.get("one_day", False))
        for item in data["concept"]
    }
    one: dict[str, str] = {}
    for group in data["same"]:
        stems = [stem(word) for words in group["words"] for word in stems_of(words)]
        one |= dict.fromkeys(stems, stems[0])
    return Lexicon(
        concepts=concepts,
        finder=Phrases((phrase, item["id"]) for item in data["concept"] for phrase in item["phrases"]),
        one=one,
        light=frozenset(one.get(each, each) for each in stems_of(data["light"]["words"])),
        agencies=tuple((phrase, item["kind"]) for item in data["agency"] for phrase in item["written"]),
        named=tuple((stems_of(name), item["kind"]) for item in data["agency"] for name in item["named"]),
        axes={i["id"]: Axis(i["id"], i["ask"], i["about"], int(i["days"])) for i in against["axis"]},
        sides=Phrases(_sides(against["axis"]).items()),
        deny=frozenset(against["words"]["deny"]),
    )


def kind_of_agency(code: str, name: str) -> str:
    """The kind of an agency by its name, or else its code; "" when it is none of the kinds known."""
    for text in (name, code):
        stems = stems_of(text)
        for words, kind in lexicon().named:
            if any(stems[at : at + len(words)] == words for at in range(len(stems))):
                return kind
    return ""


def _sides(axes: list[dict[str, Any]]) -> dict[str, tuple[Side, ...]]:
    """Each phrase with all it says: "no reply" can be said on more than one axis."""
    sides: dict[tuple[str, ...], tuple[str, tuple[Side, ...]]] = {}
    for axis in axes:
        for phrases, yes in ((axis["yes"], True), (axis["no"], False)):
            for phrase in phrases:
                first, said = sides.get(stems_of(phrase), (phrase, ()))
                side = Side(axis["id"], yes=yes)
                sides[stems_of(phrase)] = (first, said if side in said else (*said, side))
    return dict(sides.values())


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("merging", name).read_text(encoding="utf-8"))
