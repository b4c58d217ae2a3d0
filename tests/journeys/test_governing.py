"""Overseeing a review at a terminal: bodies made one, statuses named, answers dated, meetings, progress, a tracker."""

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


def test_the_overseeing_of_a_review(kept_candour: Any, review: str) -> None:
    def listed(*words: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = kept_candour("list", review, *words, secret=True).lines
        return found

    same = next(line for line in listed("same-bodies") if line["kind"] == "same-body")
    names = [use["name"] for use in same["names"]]
    assert kept_candour("bodies", review, *names, "--keep", same["keep"], secret=True).code == 0
    assert not [line for line in listed("same-bodies") if line["kind"] == "same-body"]
    assert kept_candour("label", review, "delayed", "Slipped", secret=True).code == 0
    refused = kept_candour("label", review, "unknown", "slipped", secret=True)
    assert (refused.code, "already" in refused.err) == (2, True)
    assert "Slipped" in listed("progress")[0]["called"].values()
    assert kept_candour("answer", review, "9", "not-accepted", "--reason", "No service", secret=True).code == 0
    assert {r["number"]: r["accepted"] for r in listed("recommendations")}[9] == "not-accepted"
    assert {r["number"]: r["accepted"] for r in listed("recommendations", "--as-at", "2026-01-01")}[9] != "not-accepted"
    before = len(listed("meetings"))
    updates = [line["uid"] for line in listed("updates")][:2]
    said = lines({"kind": "meetings", "on": "2026-09-01", "body": "Executive", "updates": updates},
                 {"kind": "reviews", "data_controller": "The partnership"})  # fmt: skip
    assert kept_candour("record", review, stdin=said, secret=True).code == 0
    assert [len(line["updates"]) for line in listed("meetings") if line["on"] == "2026-09-01"] == [2]
    assert len(listed("meetings")) == before + 1
    codes = {line["code"] for line in listed("setup")}
    assert "agency-unasked" in codes
    out = kept_candour("tracker", review, "--to", "t.xlsx", "--as-at", "2026-09-08", "--json", secret=True)
    assert (out.code, out.json["written"]) == (0, True)
    assert kept_candour("hand-over", review, "--to", "h.xlsx", "--as-at", "2026-09-08", secret=True).code == 0
    assert kept_candour("new", "next.review", "--title", "Next", secret=True).code == 0
    carried = kept_candour("import", "next.review", "h.xlsx", "--json", secret=True)
    assert carried.json["kind"] == "recommendations"
    actions = kept_candour("list", "next.review", "actions", secret=True).lines
    assert len(actions) == carried.json["added"] > 0
    assert all(line["carried_from"].startswith("EM-LR-2026-02, action ") for line in actions)
    assert {line["origin"] for line in actions} == {"before-review"}
