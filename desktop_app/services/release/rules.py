"""What an output passes through before it is handed over, from `resources/outputs/release.toml`."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from typing import Any

from desktop_app.common.resources import resource
from desktop_app.domain.output import ProfileName
from desktop_app.domain.release import Status


@dataclass(frozen=True, slots=True)
class Rule:
    """`needs` stand before an approval, done or left out with a reason."""

    needs: tuple[Status, ...]
    second_person: bool
    source: str


@dataclass(frozen=True, slots=True)
class StepWords:
    name: str
    asks: str  # what taking it says
    who: str  # who usually takes it


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("outputs", "release.toml").read_text("utf-8"))


@functools.cache
def rule_for(reader: ProfileName) -> Rule:
    for held in _data()["rule"]:
        if reader.value in held["readers"]:
            return Rule(tuple(map(Status, held["needs"])), held["second_person"], held["source"])
    raise ValueError(f"no rule of release for {reader.value}")


def step_words(status: Status) -> StepWords:
    data = _data()
    return StepWords(data["names"][status.value], data["asks"][status.value], data["who"][status.value])
