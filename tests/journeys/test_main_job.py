"""From nothing to a briefing that was read back clean, by command line alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PEOPLE = """uid,kind,name,aliases,pseudonym,descriptor,role,born
p1,person,Callum Draycott,Cal;Calum,Rowan,a young person,subject,2012-03-14
p2,person,Jodie Draycott,,Mother,the mother,mother,
p3,practitioner,Hannah Osei,,Social Worker 1,a social worker,social worker,
b1,school,Thornby Academy,,the secondary school,a secondary school,,
b2,place,Thornby,,a town in Eastmarch,a town,,
"""
RETURN = (
    "Date,Time,Source,Event,Comment\n"
    "22.05/24,09:30,Case note,Hannah Osei saw Callum at Thornby Academy,\n"
    "? 3 March 2024,,Duty log,Calum reported missing by Jodie Draycott,\n"
    "early June 2024,,Case note,Cal’s school place in doubt,worrying\n"
    "12–14 Feb 2024,,Case note,Two visits,\n"
    "31/02/2024,,Case note,Letter sent home,\n"
    "7 May 2024,,,Seen alone,\n"
)


@pytest.fixture
def started(from_nothing, tmp_path: Path):
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "hv.csv").write_text(RETURN, encoding="utf-8")
    assert from_nothing("new", "r.review", "--title", "T", "--recovery-to", "key.txt", secret=True).code == 0
    assert from_nothing("import", "r.review", "people.csv", "--as", "people", secret=True).code == 0
    return from_nothing


def test_counts_in_are_counts_out_and_nothing_is_dropped(started) -> None:
    done = started(
        "import", "r.review", "hv.csv", "--as", "chronology", "--agency", "Health Visiting", "--json", secret=True
    )
    report = done.json
    assert done.code == 1
    waiting = {item["row"] for item in report["needs_decision"]}
    assert report["rows_read"] == 6
    assert report["added"] + report["duplicates"] + len(waiting) + len(report["refused"]) == 6
    assert len(waiting) == 2
    events = started("list", "r.review", "events", secret=True).lines
    assert len(events) == 6
    by_text = {event["date_text"]: event for event in events}
    assert by_text["22.05/24"]["start"] == "2024-05-22"
    assert by_text["22.05/24"]["time"] == "09:30"
    assert by_text["? 3 March 2024"]["approximate"] is True
    assert (by_text["early June 2024"]["start"], by_text["early June 2024"]["end"]) == ("2024-06-01", "2024-06-10")
    assert by_text["12–14 Feb 2024"]["precision"] == "range"
    assert by_text["31/02/2024"]["start"] is None
    again = started(
        "import", "r.review", "hv.csv", "--as", "chronology", "--agency", "Health Visiting", "--json", secret=True
    )
    assert again.json["added"] == 0
    assert len(started("list", "r.review", "events", secret=True).lines) == 6


def test_a_dry_run_writes_nothing(started) -> None:
    before = Path(started.folder, "r.review").read_bytes()
    done = started("import", "r.review", "hv.csv", "--agency", "HV", "--dry-run", "--json", secret=True)
    assert done.json["dry_run"] is True
    assert started("list", "r.review", "events", secret=True).lines == []
    assert len(before) > 0


def test_export_is_refused_until_decided_then_clean(started) -> None:
    recommendations = "No\tRecommendation\tAction\n1\tCallum’s school should ring Ms Pemberton-Vale.\tNot begun.\n"
    Path(started.folder, "recs.txt").write_text(recommendations, encoding="utf-8")
    assert started("import", "r.review", "recs.txt", "--as", "recommendations", secret=True).code == 0
    words = ("export", "r.review", "--output", "briefing", "--profile", "public", "--to", "b.pdf", "--json")
    refused = started(*words, secret=True)
    assert refused.code == 1
    assert refused.json["written"] is False
    assert any("Pemberton-Vale" in item["surface"] for item in refused.json["blocked"])
    assert not Path(started.folder, "b.pdf").exists()
    decisions = [
        {"surface": item["surface"], "choice": "replace", "replacement": "a colleague", "reason": "not in the register"}
        for item in refused.json["blocked"]
    ]
    Path(started.folder, "d.jsonl").write_text("\n".join(map(json.dumps, decisions)), encoding="utf-8")
    assert started("decide", "r.review", "--from", "d.jsonl", secret=True).code == 0
    written = started(*words, secret=True)
    told = {"sha256": written.json["sha256"], "jigsaw": [], "too_long": [], "notes": []}
    assert written.json == {"written": True, "blocked": [], **told}
    inspected = started("inspect", "b.pdf", "--against", "r.review", "--json", secret=True)
    assert inspected.code == 0
    text = " ".join(part["text"] for part in inspected.json["parts"])
    assert "Rowan" in text
    for name in ("Callum", "Draycott", "Osei", "Pemberton"):
        assert name not in text
    stored = started("list", "r.review", "recommendations", secret=True).lines
    assert "Callum" in stored[0]["text"], "the stored text is never rewritten"


def test_the_file_shows_nothing(started) -> None:
    started("import", "r.review", "hv.csv", "--agency", "HV", secret=True)
    seen = b"".join(p.read_bytes() for p in [*started.home.rglob("*"), Path(started.folder, "r.review")] if p.is_file())
    for word in ("Draycott", "Callum", "Thornby"):
        for encoding in ("utf-8", "utf-16-le", "utf-32-le"):
            assert word.encode(encoding) not in seen
