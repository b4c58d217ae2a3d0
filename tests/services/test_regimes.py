"""Kinds of review are data with a source, refused in words when wrong, and adopted as one step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.common.resources import resource
from desktop_app.domain.review import Clock, Decision, ReviewType
from desktop_app.services.clocks import clock_views
from desktop_app.services.regimes import adopt, kind_of, read_regimes, regimes, shipped
from desktop_app.services.session import Session

RAPID = next(one for one in regimes() if one.id == "rapid-review")
SHIPPED = resource("regimes", "regimes.toml").read_text("utf-8")


def test_every_kind_the_review_knows_is_there_with_its_source() -> None:
    held = {regime.id: regime for regime in regimes()}
    assert {kind.value for kind in ReviewType} - {"other"} <= set(held)
    assert all(r.source and r.source_date and r.legal_basis and r.criteria and r.nations for r in held.values())
    assert len(held) == len(regimes())


def test_the_checked_example_comes_out_of_the_data(session: Session) -> None:
    """Acceptance story A1: aware on 23 December 2025; 5 and 15 working days, England and Scotland."""
    session.put("Aware", replace(session.snapshot.review, became_aware=dt.date(2025, 12, 23), nation="England"))
    adopt(session, RAPID)
    due = {v.name: v.due for v in clock_views(session.snapshot, dt.date(2026, 1, 1))}
    assert due == {"Notification": dt.date(2026, 1, 2), "Rapid review": dt.date(2026, 1, 16)}
    session.put("Scotland", *(replace(clock, calendar="Scotland") for clock in session.snapshot.clocks))
    due = {v.name: v.due for v in clock_views(session.snapshot, dt.date(2026, 1, 1))}
    assert due == {"Notification": dt.date(2026, 1, 5), "Rapid review": dt.date(2026, 1, 19)}


def test_adopting_keeps_what_is_there_and_is_undone_as_one(session: Session) -> None:
    mine = Clock(name="Notification", amount=7)
    session.put("Add", mine)
    adopt(session, RAPID)
    assert [c.amount for c in session.snapshot.clocks if c.name == "Notification"] == [7]
    assert session.snapshot.review.type is ReviewType.RAPID_REVIEW
    assert "seriously harmed" in session.snapshot.decisions[0].criteria
    adopt(session, RAPID)
    assert len(session.snapshot.decisions) == 1
    assert len(session.snapshot.clocks) == 2
    assert len(session.snapshot.reviews) == 1
    session.undo()  # the second time changed nothing
    assert session.snapshot.clocks == (mine,)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('name = "Rapid review"', 'nam = "Rapid review"', "nam"),
        ('nations = ["England"]', 'nations = ["Atlantis"]', "Atlantis"),
        ('unit = "working-days"', 'unit = "fortnights"', "Notification"),
        ("amount = 5", 'amount = "five"', "amount"),
        ("amount = 5", "amount = -5", "Notification"),
        ("mandatory = true\n", "", "mandatory"),
        ('start = "became aware"', 'start = "some day"', "some day"),
        ('version = "2026-11"', 'verison = "2026-11"', "verison"),
        ('version = "2026-11"', "", "version"),
        ('id = "lcspr"', 'id = "rapid-review"', "rapid-review"),
        ('id = "rapid-review"', 'id = ""', "id"),
        ("[[regime]]", "[[regime", "TOML"),
        ("[[regime]]", "[[other]]", "regime"),
    ],
)
def test_a_wrong_field_is_told_in_words(tmp_path: Path, before: str, after: str, told: str) -> None:
    assert before in SHIPPED
    path = tmp_path / "regimes.toml"
    path.write_text(SHIPPED.replace(before, after, -1 if before == "[[regime]]" else 1), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        read_regimes(path)
    assert told in refused.value.what
    assert refused.value.do


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_regimes(tmp_path / "none.toml")


def test_a_partnerships_own_kind_is_adopted_with_its_version(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(SHIPPED.replace('id = "rapid-review"', 'id = "part-three"').replace("2026-11", "2026-12"), "utf-8")
    ours = read_regimes(path)
    adopt(session, ours.regimes[0], ours.version)
    review = session.snapshot.review
    assert (review.type, review.regime) == (ReviewType.OTHER, "part-three")
    assert kind_of(review) is None
    assert all("file of 2026-12" in clock.source for clock in session.snapshot.clocks)


def test_scotland_has_its_own_kind_of_learning_review(session: Session) -> None:
    scottish = next(one for one in regimes() if one.id == "learning-review-scotland")
    adopt(session, scottish, shipped().version)
    assert session.snapshot.review.type is ReviewType.LEARNING_REVIEW
    assert kind_of(session.snapshot.review) is scottish


def test_a_clock_from_the_decision_starts_on_its_day(session: Session) -> None:
    session.put("Decide", Decision(date=dt.date(2026, 1, 30), outcome="Review"))
    adopt(session, next(one for one in regimes() if one.id == "lcspr"))
    (report,) = clock_views(session.snapshot, dt.date(2026, 2, 1))
    assert report.due == dt.date(2026, 7, 30)
