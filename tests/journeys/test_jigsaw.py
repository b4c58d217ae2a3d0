"""The jigsaw without a window: what is public, why facts stay, figures and an intruder's answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def review(sample: Any) -> Path:
    return Path("s.review")


def test_everything_is_entered_and_taken_back(candour: Any, review: Path) -> None:
    def jigsaw(*words: str) -> Any:
        return candour("jigsaw", review, *words, secret=True)

    people = candour("list", review, "people", secret=True).lines
    rowan = next(p["uid"] for p in people if p["pseudonym"] == "Rowan")
    told = "A boy of 14 was stabbed near a boarding school in Thornby in October 2025."
    done = jigsaw("--public-fact", told, "--about", rowan, "--source", "press", "--where", "a newspaper", "--json")
    assert done.code == 0, done.err
    (warning,) = [w for w in done.json["warnings"] if "indirect facts about Rowan" in w]
    assert "a newspaper" in warning
    (fact,) = done.json["public_facts"]
    assert (fact["words"], fact["source"]) == (told, "press")

    assert jigsaw("--keep", rowan).code == 2
    kept = jigsaw("--keep", rowan, "--reason", "All of it was in court.", "--json").json
    assert not [w for w in kept["warnings"] if "indirect facts about Rowan" in w]

    figure = jigsaw(
        "--figure", "age", "5", "100", "--about", rowan, "--counts", "children", "--where", "a table", "--json"
    )
    (person,) = [p for p in figure.json["people"] if p["person"] == rowan]
    assert person["estimate"]["one_in"] == 20
    assert "independent, which they are not" in person["estimate"]["said"]

    answered = jigsaw("--answer", "press", "--tried", "three papers", "--by", "chair", "--on", "2026-09-01", "--json")
    assert answered.json["intruder_answers"][0]["found"] is False
    assert jigsaw("--answer", "press", "--tried", "x", "--by", "y", "--on", "soon").code == 2

    gone = jigsaw("--remove", fact["uid"], "--json").json
    assert gone["public_facts"] == []
    assert jigsaw("--remove", fact["uid"]).code == 2
    assert "anonymous" not in f"{done.out}{kept}{figure.out}".lower()
