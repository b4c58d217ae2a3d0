"""The ladders of resources/profiles/ladders.toml: the rungs of each kind of fact, from everything to nothing."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop_app.common.resources import resource


@dataclass(frozen=True, slots=True)
class Step:
    """One rung. `done` is rule, asked or both; `words` are printed where they are the same for everybody."""

    id: str
    name: str
    done: str
    note: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """`steps` from everything to nothing."""

    about: str
    name: str
    source: str
    steps: tuple[Step, ...]

    def place(self, rung: str) -> int:
        """How far down a rung is, from 0; `ValueError` when it is not on this ladder."""
        return [step.id for step in self.steps].index(rung)

    def has(self, rung: str) -> bool:
        return any(step.id == rung for step in self.steps)

    def step(self, rung: str) -> Step:
        return self.steps[self.place(rung)]

    def strictest(self, rungs: Iterable[str]) -> str:
        """The one that tells least, where several apply at once. At least one must be given."""
        return max(rungs, key=self.place)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of life, from an age in years up to the next one. `adjective` stands before another word."""

    first: int
    noun: str
    adjective: str


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("profiles", "ladders.toml").read_text("utf-8"))


@functools.cache
def ladders() -> dict[str, Ladder]:
    """By what they are about, in the order of the data."""
    return {
        row["about"]: Ladder(row["about"], row["name"], row["source"], tuple(Step(**step) for step in row["rung"]))
        for row in _table()["ladder"]
    }


def ladder_of_kind(kind: str) -> Ladder:
    """The ladder of a register entry of this kind (`RegisterEntry.kind`)."""
    about = {"practitioner": "person", "body": "organisation"}.get(kind, kind)
    return ladders()[about]


@functools.cache
def stages() -> tuple[Stage, ...]:
    return tuple(Stage(row["from"], row["noun"], row["adjective"]) for row in _table()["stage"])


@functools.cache
def neutral_by_rule() -> dict[str, str]:
    """Word that says a child's sex -> the word that does not."""
    found: dict[str, str] = _table()["neutral"]["rule"]
    return found


@functools.cache
def neutral_offers() -> dict[str, str]:
    """Words that no rule can exchange -> what is offered to who decides."""
    found: dict[str, str] = _table()["neutral"]["asked"]
    return found
