"""Acceptance story A1: the checked example, England and Scotland."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.review import Clock
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.clocks import clock_view, clock_views, due_date

AWARE = dt.date(2025, 12, 23)


@pytest.mark.parametrize(
    ("nation", "days", "due"),
    [
        ("England", 5, dt.date(2026, 1, 2)),
        ("England", 15, dt.date(2026, 1, 16)),
        ("Scotland", 5, dt.date(2026, 1, 5)),
        ("Scotland", 15, dt.date(2026, 1, 19)),
    ],
)
def test_working_days_skip_the_nations_own_holidays(nation: str, days: int, due: dt.date) -> None:
    assert due_date(AWARE, days, "working-days", nation) == due


def test_months_end_on_a_day_that_exists() -> None:
    assert due_date(dt.date(2025, 8, 31), 6, "months", "England") == dt.date(2026, 2, 28)


def test_states() -> None:
    clock = Clock(name="Notification", start=AWARE, amount=5)
    late, met = Clock(name="Late", start=AWARE, amount=5), Clock(name="Met", start=AWARE, amount=5, met_on=AWARE)
    never = Clock(name="Never", amount=5)
    assert [v.state for v in clock_views(Snapshot(clocks=(clock,)), dt.date(2026, 1, 2))] == ["running"]
    states = {v.name: v.state for v in clock_views(Snapshot(clocks=(late, met, never)), dt.date(2026, 2, 2))}
    assert states == {"Late": "missed", "Met": "met", "Never": "not-started"}


def test_an_agreed_extension_moves_the_last_day_and_is_told() -> None:
    clock = Clock(name="Rapid review", start=dt.date(2025, 12, 23), amount=15)
    late = dt.date(2026, 1, 20)
    assert clock_view(clock, late).state == "missed"
    longer = replace(
        clock, extended_to=dt.date(2026, 1, 30), extension_reason="Trial", extension_agreed_by="The partners"
    )
    view = clock_view(longer, late)
    assert (view.state, view.due, view.rule_due) == ("running", dt.date(2026, 1, 30), dt.date(2026, 1, 16))
    assert view.extension == "Trial, The partners"
    earlier = replace(longer, extended_to=dt.date(2026, 1, 5))
    assert clock_view(earlier, late).due == dt.date(2026, 1, 16)


def test_on_a_day_before_it_was_met_a_clock_runs() -> None:
    clock = Clock(name="Report", start=dt.date(2026, 1, 5), amount=10, unit="days", met_on=dt.date(2026, 1, 12))
    states = {day: clock_view(clock, dt.date(2026, 1, day)).state for day in (6, 12, 20)}
    assert states == {6: "running", 12: "met", 20: "met"}
    late = Clock(name="Report", start=dt.date(2026, 1, 5), amount=10, unit="days", met_on=dt.date(2026, 2, 1))
    assert [clock_view(late, dt.date(2026, 1, day)).state for day in (14, 20)] == ["running", "missed"]
