"""What the window's forms write, by script: those affected, the set-up, dated changes of actions."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def review(kept_candour: Any, sample_file: Path) -> str:
    shutil.copy(sample_file, kept_candour.folder / "r.review")
    return "r.review"


def lines(*objects: dict[str, object]) -> str:
    return "\n".join(json.dumps(one) for one in objects)


def test_a_father_who_declined_is_recorded_listed_and_mended(kept_candour: Any, review: str) -> None:
    father = {"kind": "involvements", "relation": "uncle", "approach": "declined", "asked_on": "2026-03-04"}
    done = kept_candour("record", review, "--json", stdin=lines(father), secret=True)
    assert done.code == 0, done.err
    (uid,) = done.json["recorded"]
    entry = next(e for e in kept_candour("list", review, "family", secret=True).lines if e.get("uid") == uid)
    assert (entry["approach"], entry["reason_missing"], entry["number"]) == ("declined", True, 6)
    mended = lines({"kind": "involvements", "uid": uid, "reason": "Too soon."})
    assert kept_candour("record", review, stdin=mended, secret=True).code == 0
    entry = next(e for e in kept_candour("list", review, "family", secret=True).lines if e.get("uid") == uid)
    assert (entry["reason"], entry["relation"], entry["reason_missing"]) == ("Too soon.", "uncle", False)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"kind": "secrets"}, "secrets"),
        ({"kind": "panel", "nam": "X"}, "nam"),
        ({"kind": "findings"}, "nothing is said in it"),
        ({"kind": "panel", "from_day": "soon"}, "from_day"),
        ({"kind": "involvements", "approach": "maybe"}, "approach"),
        ({"kind": "findings", "events": ["f" * 32]}, "events"),
        ({"kind": "panel", "uid": "f" * 32}, "panel"),
        ({"kind": "panel", "name": 7}, "name"),
        ({"kind": "panel", "independence": "x" * 2_000_000}, "independence"),
    ],
)
def test_a_wrong_line_records_nothing_of_any_line(
    kept_candour: Any, review: str, item: dict[str, object], told: str
) -> None:
    before = kept_candour("list", review, "orphans", secret=True).out
    refused = kept_candour("record", review, stdin=lines({"kind": "quotes", "text": "Yes"}, item), secret=True)
    assert refused.code == 2
    assert told in refused.err
    assert kept_candour("list", review, "orphans", secret=True).out == before


def test_an_action_is_dated_and_every_earlier_day_still_reads(kept_candour: Any, review: str) -> None:
    changed = kept_candour(
        "action", review, "10", "--status", "in-progress", "--on", "2026-09-01", "--update", "Begun.", secret=True
    )
    assert changed.code == 0, changed.err

    def status(day: str) -> str:
        held = kept_candour("list", review, "actions", "--as-at", day, secret=True).lines
        return str(next(line["status"] for line in held if line["number"] == 10))

    assert (status("2026-08-31"), status("2026-09-01")) == ("not-started", "in-progress")
    told = kept_candour("list", review, "changes", "--since", "2026-08-31", "--as-at", "2026-09-02", secret=True).lines
    assert {(c["kind"], c["after"]) for c in told if c["number"] == 10} >= {
        ("status", "in-progress"),
        ("update", "Begun."),
    }
    assert kept_candour("action", review, "10", "--status", "complete", "--on", "2099-01-01", secret=True).code == 2
    late = kept_candour("action", review, "10", "--update", "Soon.", "--on", "2099-01-01", secret=True)
    assert (late.code, "future" in late.err) == (2, True)
    assert kept_candour("action", review, "999", "--status", "complete", secret=True).code == 2


def test_the_kind_of_review_brings_its_clocks(kept_candour: Any, review: str) -> None:
    assert kept_candour("kind", review, "lcspr", secret=True).code == 0
    named = {clock["name"] for clock in kept_candour("list", review, "clocks", secret=True).lines}
    assert {"Notification", "Rapid review", "Report"} <= named
    assert kept_candour("kind", review, "inquest", secret=True).code == 2
