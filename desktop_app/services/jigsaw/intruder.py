"""The motivated intruder's questions, from resources/jigsaw/intruder.toml, and the answers an output has."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from desktop_app.common.resources import resource
from desktop_app.domain.jigsaw import IntruderAnswer
from desktop_app.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    ask: str


@functools.cache
def questions() -> tuple[Question, ...]:
    table = tomllib.loads(resource("jigsaw", "intruder.toml").read_text("utf-8"))
    return tuple(Question(row["id"], row["ask"]) for row in table["question"])


@functools.cache
def source_of_questions() -> str:
    return str(tomllib.loads(resource("jigsaw", "intruder.toml").read_text("utf-8"))["source"])


def answers_for(snapshot: Snapshot, output: str) -> dict[str, IntruderAnswer]:
    """By question, for the output with this uid; "" is the review as a whole."""
    return {answer.question: answer for answer in snapshot.intruder_answers if answer.output == output}
