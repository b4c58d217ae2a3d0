"""Agendas, prompts, promises and groups that ship with the program: data with a source, copied into a review."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.common.resources import resource


@dataclass(frozen=True, slots=True)
class AgendaPart:
    title: str
    minutes: int
    about: str


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    id: str
    title: str
    source: str
    items: tuple[AgendaPart, ...]

    @property
    def minutes(self) -> int:
        return sum(item.minutes for item in self.items)


@dataclass(frozen=True, slots=True)
class PromptLibrary:
    """`factors`: the headings that what was said is sorted by."""

    id: str
    title: str
    source: str
    prompts: tuple[str, ...]
    factors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    title: str
    version: str
    text: str


@cache
def agendas() -> tuple[AgendaTemplate, ...]:
    return tuple(
        AgendaTemplate(a["id"], a["title"], a["source"], tuple(AgendaPart(**item) for item in a["items"]))
        for a in _load("agendas.toml")["agenda"]
    )


@cache
def prompt_libraries() -> tuple[PromptLibrary, ...]:
    return tuple(
        PromptLibrary(one["id"], one["title"], one["source"], tuple(one["prompts"]), tuple(one["factors"]))
        for one in _load("prompts.toml")["library"]
    )


@cache
def ground_rules() -> tuple[Promise, ...]:
    return tuple(Promise(**one) for one in _load("promises.toml")["ground_rules"])


@cache
def statements() -> tuple[Promise, ...]:
    """Of confidentiality, each with its limits."""
    return tuple(Promise(**one) for one in _load("promises.toml")["confidentiality"])


def factors_of(library: str) -> tuple[str, ...]:
    """The headings that go with a library; the nine contributory factors for one that has none of its own."""
    found = {one.id: one.factors for one in prompt_libraries()}
    return found.get(library) or found["scie-conversation"]


def wider_group(role: str) -> str:
    """The next group up of a role."""
    data = _load("groups.toml")
    folded = f" {role.casefold()} "
    for group in data["group"]:
        if role != group["title"] and any(f" {word}" in folded for word in group["words"]):
            return str(group["title"])
    everyone = str(data["everyone"])
    return "" if role == everyone else everyone


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("workshops", name).read_text(encoding="utf-8"))
