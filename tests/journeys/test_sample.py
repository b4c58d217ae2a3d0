"""The invented sample: complete enough for every page and output, and never named in any of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

NAMES = ("Callum", "Calum", "Draycott", "Jodie", "Osei", "Nandakumar", "Thornby", "Kettlewell", "Maureen")


def test_it_holds_what_was_promised(sample):
    counts = {
        kind: len(sample("list", "s.review", kind, secret=True).lines)
        for kind in ("events", "reflections", "findings", "recommendations", "actions", "updates", "bodies", "people")
    }
    assert counts["events"] >= 150
    assert counts["reflections"] >= 30
    assert (counts["findings"], counts["recommendations"]) == (6, 11)
    assert counts["actions"] >= 15
    assert counts["bodies"] >= 8
    check = sample("check", "s.review", "--json", secret=True)
    assert (check.code, check.json["problems"]) == (0, [])
    assert any("Finding 5" in loose["what"] for loose in check.json["loose_ends"])


@pytest.mark.parametrize("file_format", ["pdf", "docx"])
def test_the_briefing_leaves_clean(sample, file_format):
    """Acceptance stories E1, E7 and E9."""
    out = f"briefing.{file_format}"
    words = ("export", "s.review", "--output", "briefing", "--profile", "public", "--as-at", "2026-08-01")
    done = sample(*words, "--to", out, "--json", secret=True)
    assert done.code == 0, done.out
    report = sample("inspect", out, "--against", "s.review", "--json", secret=True)
    assert report.code == 0, report.json["register"]
    text = " ".join(" ".join(part["text"].split()) for part in report.json["parts"])
    for name in NAMES:
        assert name not in text
    assert "Rowan" in text
    assert "autumn 2025" in text
    assert "9 October 2025" not in text
    assert "three weeks later" in text.lower()
    assert "poppy wreath" in text
    assert "Marsh" not in text
    assert "The 11 recommendations" in text
    assert report.json["hidden"] == []
    assert all("author" not in name.lower() for name in report.json["properties"])


def test_two_exports_differ_in_nothing_but_version_and_ledger(sample):
    words = ("export", "s.review", "--output", "action-plan", "--profile", "panel", "--as-at", "2026-08-01", "--json")
    texts = []
    for name in ("one.xlsx", "two.xlsx"):
        assert sample(*words, "--to", name, secret=True).json["written"] is True
        parts = sample("inspect", name, "--json").json["parts"][1:]  # the first is the file's name
        texts.append([re.sub(r"Version \d+ · Ledger \d+ [0-9a-f]{12}", "Ledger", part["text"]) for part in parts])
    assert texts[0] == texts[1]


KINDS = (
    *("briefing", "seven-minute", "overview", "chronology", "timeline", "action-plan"),
    *("workshop-pack", "facilitator-notes", "reflections-summary", "you-said", "governance-update"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_or_says_what_stands_in_its_way(sample, kind):
    done = sample("export", "s.review", "--output", kind, "--profile", "public", "--to", "o.pdf", "--json", secret=True)
    assert done.code == (0 if done.json["written"] else 1)
    assert Path(sample.folder, "o.pdf").exists() is done.json["written"]
    assert done.json["written"] or done.json["blocked"]
    if done.json["written"]:
        assert sample("inspect", "o.pdf", "--against", "s.review", "--json", secret=True).code == 0


@pytest.mark.parametrize("file_format", ["pdf", "xlsx"])
def test_the_panel_gets_the_combined_chronology(sample, file_format):
    out = f"chronology.{file_format}"
    words = ("export", "s.review", "--output", "chronology", "--profile", "panel", "--to", out, "--json")
    done = sample(*words, secret=True)
    assert (done.code, done.json["blocked"]) == (0, [])
    report = sample("inspect", out, "--against", "s.review", "--json", secret=True)
    assert (report.code, report.json["register"], report.json["hidden"]) == (0, [], [])
    text = " ".join(part["text"] for part in report.json["parts"])
    assert "CSC-019" in text
    assert "7 May 2024" in text
    assert not any(name in text for name in NAMES)


def test_a_new_name_in_the_text_blocks_the_next_export(sample):
    Path(sample.folder, "more.csv").write_text(
        "No,Recommendation,Action\n12,Ask Tamsin Ollerenshaw-Pike why.,\n", encoding="utf-8"
    )
    assert sample("import", "s.review", "more.csv", "--as", "recommendations", secret=True).code == 0
    done = sample(
        "export", "s.review", "--output", "briefing", "--profile", "public", "--to", "o.pdf", "--json", secret=True
    )
    assert done.code == 1
    assert any("Ollerenshaw" in item["surface"] for item in done.json["blocked"])


def test_the_demonstration_shows_the_whole_job(candour):
    done = candour("demo", "d", "--json")
    assert done.code == 0, done.err
    assert done.json["clean"] is True
    assert Path(candour.folder, "d", "briefing.pdf").exists()
    assert "Marsh Lane" in done.err
    assert str(Path("d", "rowan.review")) in done.err
