"""“Have we said this before?”, in other words."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.remembered import (
    RememberedFinding,
    RememberedPart,
    RememberedRecommendation,
    RememberedReview,
)
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.memory.content import public_id
from desktop_app.services.memory.keeping import add_to_memory
from desktop_app.services.memory.opening import opened_memory
from desktop_app.services.memory.said_before import Echo, Nearness, all_said_before, numbered, said_before
from desktop_app.services.sample.data import items, load, text

RESTATED = tomllib.loads((Path(__file__).parent / "restated.toml").read_text("utf-8"))


def sample() -> RememberedReview:
    """The sample's words as they stand: whether names are replaced makes no difference to likeness."""
    return RememberedReview(
        id=public_id("sample"),
        title="Rowan",
        type="learning-review",
        nation="England",
        published="2026-06",
        added=dt.date(2026, 6, 20),
        findings=tuple(
            RememberedFinding(f"f{n}", n, text(item, "title"), text(item, "statement"), "systems", True)
            for n, item in enumerate(items(load("findings.toml"), "finding"), 1)
        ),
        recommendations=tuple(
            RememberedRecommendation(
                id=f"r{n}",
                number=n,
                title=text(item, "title"),
                text=text(item, "text"),
                scope="local",
                accepted="accepted",
                parts=tuple(RememberedPart(text(p, "letter"), text(p, "text")) for p in items(item, "part")),
            )
            for n, item in enumerate(items(load("recommendations.toml"), "recommendation"), 1)
        ),
    )


def asking(*texts: str) -> Snapshot:
    return Snapshot(
        reviews=(Review(uid="another"),),
        recommendations=tuple(Recommendation(uid=f"r{n}", number=n, text=text) for n, text in enumerate(texts, 1)),
    )


def name(echo: Echo) -> str:
    kind = "finding" if isinstance(echo.said, RememberedFinding) else "recommendation"
    return f"{kind} {echo.said.number}"


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_what_was_said_in_other_words_comes_first_and_the_rest_not_at_all(half: str) -> None:
    with opened_memory() as memory:
        memory.keep(sample())
    snapshot = asking(*(item["words"] for item in RESTATED[half]))
    answers = all_said_before(snapshot, [rec.uid for rec in snapshot.recommendations])
    wanted = [item.get("says", "") for item in RESTATED[half]]
    got = [name(answer.echoes[0]) if answer.echoes else "" for answer in answers]
    assert got == wanted


def test_a_review_is_not_told_what_it_says_itself(review: Any) -> None:
    add_to_memory(review)
    own = review.snapshot.recommendations[0].uid
    assert said_before(review.snapshot, own).echoes == ()
    assert said_before(review.snapshot, own).searched == 0
    other = asking("After every missing episode the child is heard and the plan is changed.")
    (echo,) = said_before(other, "r1").echoes
    assert echo.nearness is Nearness.SAME
    assert echo.review.title == "Learning from Rowan"
    assert {"missing", "episode", "heard", "plan"} <= set(echo.shared)


def test_nothing_remembered_and_nothing_asked_are_answers() -> None:
    assert said_before(asking("A child is heard."), "r1").searched == 0
    with opened_memory() as memory:
        memory.keep(sample())
    for nothing in ("", "   ", "and the of", "🙂 ŵŷ", '"*" OR NEAR(', "x" * 5_000, "the child " * 20_000):
        assert said_before(asking(nothing), "r1").searched == 1


def test_a_number_that_is_not_there_is_said() -> None:
    assert numbered(asking("One."), Recommendation, 1) == "r1"
    with pytest.raises(UserError) as refused:
        numbered(asking("One."), Finding, 1)
    assert refused.value.code == "no-such-number"
