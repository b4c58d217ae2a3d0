"""What readers are told, chosen at a terminal: the ladder, the output that follows it, what cannot be chosen."""

from __future__ import annotations

import pytest


def rung_of(sample, reader: str, about: str) -> str:
    lines = sample("list", "s.review", "ladders", secret=True).lines
    return next(line["rung"] for line in lines if (line["reader"], line["about"]) == (reader, about))


def test_a_reader_is_told_less_and_the_output_follows(sample):
    told = sample("tell", "s.review", "--reader", "public", "--about", "date", "--rung", "relative", secret=True)
    assert told.code == 0, told.err
    sample("tell", "s.review", "--reader", "public", "--about", "l-thornby", "--rung", "left-out", secret=True)
    assert (rung_of(sample, "public", "date"), rung_of(sample, "partner", "date")) == ("relative", "month")
    assert rung_of(sample, "public", "l-thornby") == "left-out"
    out = sample(
        *("export", "s.review", "--output", "timeline", "--profile", "public", "--as-at", "2026-08-01"),
        *("--to", "timeline.docx", "--json"),
        secret=True,
    )
    surfaces = [item["surface"] for item in out.json.get("blocked", [])]
    assert not any(word in surface for surface in surfaces for word in ("Callum", "Thornby"))


def test_relations_and_explicit_accounts_are_stored(sample):
    related = sample("relate", "s.review", "p-poppy", "p-callum", "--as", "sibling", "--json", secret=True)
    assert related.json == {"person": "p-poppy", "kind": "sibling", "other": "p-callum"}
    first = sample("list", "s.review", "events", secret=True).lines[0]["ref"]
    marked = sample("explicit", "s.review", first, "--abridged", "A child was hurt.", "--json", secret=True)
    assert marked.json == {"account": first, "explicit": True}
    check = sample("check", "s.review", "--json", secret=True)
    assert (check.code, check.json["problems"]) == (0, [])


@pytest.mark.parametrize(
    "words",
    [
        ("tell", "s.review", "--reader", "public", "--about", "date", "--rung", "week"),
        ("tell", "s.review", "--reader", "public", "--about", "nobody", "--rung", "name"),
        ("explicit", "s.review", "XYZ-999"),
        ("relate", "s.review", "p-callum", "p-callum", "--as", "sibling"),
        ("relate", "s.review", "p-callum", "nobody", "--as", "sibling"),
    ],
)
def test_what_cannot_be_done_changes_nothing(sample, words):
    refused = sample(*words, secret=True)
    assert refused.code == 2
    assert "Nothing was changed" in refused.err
