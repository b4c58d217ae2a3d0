"""When the overview comes down, that the brief stays, and when closing is due."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.retention_rules import destruction_due, published_on, withdrawal_rules, withdrawals

DAY = dt.date(2026, 2, 28)
OVERVIEW = Output(uid="o", kind=OutputKind.OVERVIEW, published=DAY)
BRIEF = Output(uid="b", kind=OutputKind.SEVEN_MINUTE, published=dt.date(2026, 3, 5))


def test_the_overview_comes_down_after_twelve_months_and_the_brief_stays() -> None:
    overview, brief = withdrawals(Snapshot(outputs=(BRIEF, OVERVIEW)))
    assert (overview.output.uid, overview.due) == ("o", dt.date(2027, 2, 28))
    assert (brief.due, brief.stays) == (None, True)
    assert overview.state(dt.date(2027, 2, 27)) == "later"
    assert overview.state(dt.date(2027, 2, 28)) == "due"
    assert brief.state(dt.date(2040, 1, 1)) == "stays"


def test_what_was_not_published_or_came_down_is_due_no_more() -> None:
    (waiting,) = withdrawals(Snapshot(outputs=(Output(kind=OutputKind.OVERVIEW),)))
    assert (waiting.due, waiting.state(DAY)) == (None, "unpublished")
    (down,) = withdrawals(Snapshot(outputs=(Output(kind=OutputKind.OVERVIEW, published=DAY, withdrawn=DAY),)))
    assert down.state(dt.date(2030, 1, 1)) == "withdrawn"


def test_only_the_newest_public_file_of_a_kind_counts_and_the_published_one_first() -> None:
    outputs = (
        Output(uid="1", kind=OutputKind.OVERVIEW, version=1, published=DAY),
        Output(uid="2", kind=OutputKind.OVERVIEW, version=2),
        Output(uid="3", kind=OutputKind.OVERVIEW, version=3, profile=ProfileName.PANEL, published=dt.date(2020, 1, 1)),
    )
    (found,) = withdrawals(Snapshot(outputs=outputs))
    assert found.output.uid == "1"
    assert published_on(Snapshot(outputs=outputs)) == DAY


def test_closing_is_due_by_the_rule_from_the_first_publication() -> None:
    snapshot = Snapshot(outputs=(OVERVIEW, BRIEF))
    assert destruction_due(snapshot, "after-publication") == dt.date(2027, 2, 28)
    assert destruction_due(snapshot, "safeguarding-long") == dt.date(2056, 2, 28)
    assert destruction_due(snapshot, "local-schedule") is None
    assert destruction_due(snapshot, "") is None
    assert destruction_due(Snapshot(), "after-publication") is None


def test_rules_of_withdrawal_are_data_with_a_source() -> None:
    assert all(rule.source and rule.what and rule.months for rule in withdrawal_rules())
