"""The thread and its days at a terminal: any day, what changed since another, and every loose end by name."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def review(kept_candour: Any, sample_file: Path) -> str:
    shutil.copy(sample_file, kept_candour.folder / "r.review")
    return "r.review"


def test_actions_of_a_day_leave_out_what_was_reported_later(kept_candour: Any, review: str) -> None:
    every = {line["number"]: line for line in kept_candour("list", review, "actions", secret=True).lines}
    days = sorted({u["as_at"] for line in every.values() for u in line["updates"] if u["as_at"]})
    middle = days[len(days) // 2]
    then = {
        line["number"]: line for line in kept_candour("list", review, "actions", "--as-at", middle, secret=True).lines
    }
    assert set(then) == set(every)
    held = [u["as_at"] for line in then.values() for u in line["updates"] if u["as_at"]]
    assert held
    assert max(held) <= middle < days[-1]


def test_what_changed_since_a_day_names_each_update(kept_candour: Any, review: str) -> None:
    days = sorted(
        {line["as_at"] for line in kept_candour("list", review, "updates", secret=True).lines if line["as_at"]}
    )
    told = kept_candour("list", review, "changes", "--since", days[0], "--as-at", days[-1], secret=True).lines
    assert {line["on"] for line in told if line["kind"] == "update"} <= set(days[1:])
    assert all(days[0] < line["on"] <= days[-1] for line in told)
    changed = kept_candour("list", review, "actions", "--since", days[0], "--as-at", days[-1], secret=True).lines
    assert {line["number"] for line in changed} == {line["number"] for line in told}
    assert all(line["changes"] for line in changed)


@pytest.mark.parametrize(
    "words",
    [
        ("changes",),
        ("changes", "--since", "last week"),
        ("people", "--as-at", "2026-05-01"),
        ("clocks", "--since", "2026-05-01"),
        ("changes", "--since", "2026-05-02", "--as-at", "2026-05-01"),
    ],
)
def test_days_that_make_no_sense_are_refused_in_words(kept_candour: Any, review: str, words: tuple[str, ...]) -> None:
    refused = kept_candour("list", review, *words, secret=True)
    assert refused.code == 2
    assert refused.err.strip()
    assert not refused.out


def test_check_names_every_loose_end_and_coverage_counts_them(kept_candour: Any, review: str) -> None:
    checked = kept_candour("check", review, "--json", secret=True)
    assert checked.code == 0
    listed = kept_candour("list", review, "orphans", secret=True).lines
    assert [o["what"] for o in listed] == [o["what"] for o in checked.json["loose_ends"]]
    cover = kept_candour("list", review, "coverage", secret=True).lines
    bare = {line["number"] for line in cover if line["kind"] == "kloe" and not line["covered"]}
    assert 4 in bare
    assert {line["kind"] for line in cover} == {"kloe", "agency"}
    assert all(line["used"] <= line["events"] for line in cover if line["kind"] == "agency")
