"""From a draft to a withdrawn file by the command line: two people, two secrets, and what changed between drafts."""

from __future__ import annotations

import hashlib
from typing import Any


def test_a_briefing_is_released_by_two_people(sample: Any) -> None:
    (sample.folder / "chair.txt").write_text("heron quarry lantern dusk\n", encoding="utf-8")
    secret = ("--approver-passphrase-file", "chair.txt")
    briefing = ("--output", "briefing", "--profile", "public", "--as-at", "2026-05-15", "--by", "Business unit")
    first = sample("export", "s.review", *briefing, "--to", "one.pdf", "--json", secret=True)
    assert first.code == 0, first.err
    output = "briefing/public/1"
    chair = ("--by", "Independent chair", "--out", "final.pdf", *secret, "--json")
    early = sample("release", "s.review", output, "--to", "approved", *chair, secret=True)
    assert (early.code, early.json["code"]) == (2, "step-out-of-order")
    made = sample("approver", "s.review", "--role", "Independent chair", *secret, "--json", secret=True)
    assert made.code == 0, made.err
    assert made.json["approvers"][0]["fingerprint"] in made.err
    for step in ("checked", "agencies", "legal"):
        assert sample("release", "s.review", output, "--to", step, "--by", "Manager", secret=True).code == 0
    why = ("--not-needed", "--note", "The family asked not to read it")
    assert sample("release", "s.review", output, "--to", "family", "--by", "Manager", *why, secret=True).code == 0
    done = sample("release", "s.review", output, "--to", "approved", *chair, secret=True)
    assert done.code == 0, done.err
    final = hashlib.sha256((sample.folder / "final.pdf").read_bytes()).hexdigest()
    assert (done.json["sha256"], done.json["status"], done.json["steps"][-1]["signed"]) == (final, "approved", True)
    publish = ("release", "s.review", output, "--to", "published", "--by", "Manager", "--json")
    wrong = sample(*publish, "--out", "one.pdf", secret=True)
    assert (wrong.code, wrong.json["code"]) == (2, "not-the-approved-file")
    assert sample(*publish, "--out", "final.pdf", secret=True).code == 0
    given = sample("give", "s.review", output, "--to", "The website", "--by", "Manager", "--json", secret=True)
    assert given.json["recipients"][0]["sha256"] == final
    (sample.folder / "own.txt").write_text("It answers {rec:2}.", encoding="utf-8")
    own = ("--add", "What this is", "--text-file", "own.txt", "--drop", "publication", "--order", "next_steps")
    changed = sample("sections", "s.review", "--output", "briefing", *own, "--json", secret=True)
    assert changed.json["sections"][0]["id"] == "next_steps"
    assert changed.json["sections"][-1]["text"] == "It answers Recommendation 2."
    again = sample("export", "s.review", *briefing[:4], "--as-at", "2026-09-15", "--to", "two.pdf", secret=True)
    assert again.code == 0, again.err
    said = sample("compare", "s.review", output, "briefing", "--json", secret=True).json
    assert said["changed"] > 0
    assert said["moved"] > 0
    assert any(change["after"] == "It answers Recommendation 2." for change in said["changes"])
    assert all(change["section"] or change["label"] for change in said["changes"])
    lines = sample("list", "s.review", "outputs", secret=True).lines
    assert [line["status"] for line in lines] == ["published", "draft"]
    assert "draft 2" in lines[0]["superseded"]
    assert sample("check", "s.review", "--json", secret=True).json["ok"]
