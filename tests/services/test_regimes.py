"""Kinds of review are data with a source, refused in words when wrong, and adopted as one step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.common.resources import resource
from desktop_app.domain.review import Clock, ReviewType
from desktop_app.services.clocks import clock_views
from desktop_app.services.regimes import adopt, read_regimes, regimes
from desktop_app.services.session import Session

SHIPPED = resource("regimes", "regimes.toml").read_text("utf-8")


def test_every_kind_the_review_knows_is_there_with_its_source() -> None:
    held = {regime.id: regime for regime in regimes()}
    assert {kind.value for kind in ReviewType} - {"other"} <= set(held)
    assert all(r.source and r.source_date and r.legal_basis and r.criteria and r.nations for r in held.values())
    assert len(held) == len(regimes())


def test_the_checked_example_comes_out_of_the_data(session: Session) -> None:
    """Acceptance story A1: aware on 23 December 2025; 5 and 15 working days, England and Scotland."""
    session.put("Aware", replace(session.snapshot.review, became_aware=dt.date(2025, 12, 23), nation="England"))
    adopt(session, "rapid-review")
    due = {v.name: v.due for v in clock_views(session.snapshot, dt.date(2026, 1, 1))}
    assert due == {"Notification": dt.date(2026, 1, 2), "Rapid review": dt.date(2026, 1, 16)}
    session.put("Scotland", *(replace(clock, calendar="Scotland") for clock in session.snapshot.clocks))
    due = {v.name: v.due for v in clock_views(session.snapshot, dt.date(2026, 1, 1))}
    assert due == {"Notification": dt.date(2026, 1, 5), "Rapid review": dt.date(2026, 1, 19)}


def test_adopting_keeps_what_is_there_and_is_undone_as_one(session: Session) -> None:
    mine = Clock(name="Notification", amount=7)
    session.put("Add", mine)
    adopt(session, "rapid-review")
    assert [c.amount for c in session.snapshot.clocks if c.name == "Notification"] == [7]
    assert session.snapshot.review.type is ReviewType.RAPID_REVIEW
    assert "seriously harmed" in session.snapshot.decisions[0].criteria
    adopt(session, "rapid-review")
    assert len(session.snapshot.decisions) == 1
    assert len(session.snapshot.clocks) == 2
    session.undo()
    session.undo()
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
