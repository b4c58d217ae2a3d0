"""What is told at a glance, and where each line leads."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.learning import Action, ActionStatus, Finding, Recommendation
from desktop_app.domain.output import Output, OutputKind
from desktop_app.domain.review import Kloe, Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.glance import LATEST, at_a_glance, latest_outputs

DAY = dt.date(2026, 9, 1)


def test_an_empty_review_says_only_that_it_must_be_set_up() -> None:
    (only,) = at_a_glance(Snapshot(reviews=(Review(),)), DAY)
    assert (only.code, only.good, only.page, only.place) == ("setup", False, "setup", "missing")


def test_each_line_counts_and_turns_good() -> None:
    findings = (Finding(uid="f", number=1, events=("e",), kloes=("k",)), Finding(uid="g", number=2))
    recs = (Recommendation(number=1, findings=("f",)), Recommendation(number=2, text="It will be done by May 2026."))
    late = Action(number=1, due=DAY - dt.timedelta(days=1))
    snapshot = Snapshot(findings=findings, recommendations=recs, actions=(late,), kloes=(Kloe(uid="k", number=1),))
    said = {line.code: line for line in at_a_glance(snapshot, DAY)}
    assert said["evidence"].what.startswith("1 of 2")
    assert said["findings"].what.startswith("1 of 2")
    assert said["enquiry"].good
    assert not said["late"].good
    assert said["promises"].what == "1 promise whose date has passed"
    done = Snapshot(actions=(Action(number=1, due=late.due, status=ActionStatus.COMPLETE),))
    assert all(line.good for line in at_a_glance(done, DAY) if line.code in ("late", "promises"))


def test_the_newest_outputs_come_first() -> None:
    made = tuple(
        Output(kind=OutputKind.BRIEFING, version=n, written=dt.datetime(2026, 1, n, tzinfo=dt.UTC)) for n in range(1, 8)
    )
    assert [output.version for output in latest_outputs(Snapshot(outputs=made))] == [7, 6, 5, 4][:LATEST]
