"""A real published briefing as text: eleven recommendations in, the same table out.

The file is not part of the project; the checks run where it lies beside the checkout.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "briefing-2020.txt"
pytestmark = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference briefing is not beside this checkout")
GRAPH = {(3, 2), (4, 1), (4, 3), (5, 2), (6, 2), (7, 1), (7, 4), (11, 2), (11, 5)}


def squashed(text: str) -> str:
    """Letters and digits only: how lines break on a page does not matter here."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def broken_rows() -> list[tuple[str, str]]:
    """The squashed ends of each row that a page cut off in the middle of a sentence: the last and the next words."""
    lines = [line for line in REFERENCE.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = []
    for above, below in pairwise(lines):
        cut = re.sub(r"<[^>]+>", " ", above).split()
        if below.startswith("\t\t") and "<p>" not in below and not cut[-1].endswith("."):
            found.append((squashed(" ".join(cut[-5:])), squashed(" ".join(below.split()[:5]))))
    assert found
    return found


def test_eleven_recommendations_their_references_and_the_same_table(candour):
    assert candour("new", "r.review", "--recovery-to", "key.txt", secret=True).code == 0
    report = candour("import", "r.review", REFERENCE, "--as", "recommendations", "--json", secret=True).json
    assert (report["rows_read"], report["added"], report["needs_decision"], report["refused"]) == (11, 11, [], [])
    listed = candour("list", "r.review", "recommendations", secret=True).lines
    assert [rec["number"] for rec in listed] == list(range(1, 12))
    assert {(rec["number"], cited) for rec in listed for cited in rec["cites"]} == GRAPH
    texts = [rec["text"] + " " + rec["actions"][0]["updates"][0]["text"] for rec in listed]
    assert not any(re.search(r"</?[a-z]+>|\t|  ", text) for text in texts)
    short = {a["short"]: a["expanded"] for a in candour("list", "r.review", "abbreviations", secret=True).lines}
    assert {name for name, expanded in short.items() if not expanded} == {"NYCC", "NYP"}

    words = ("export", "r.review", "--output", "briefing", "--as-at", "2020-08-31", "--to", "b.pdf", "--json")
    refused = candour(*words, "--profile", "public", secret=True)
    assert refused.code == 1
    assert 0 < len(refused.json["blocked"]) <= 25
    decisions = [
        {"surface": item["surface"], "choice": "keep", "reason": "published by the partnership itself"}
        for item in refused.json["blocked"]
    ]
    Path(candour.folder, "d.jsonl").write_text("\n".join(map(json.dumps, decisions)), encoding="utf-8")
    assert candour("decide", "r.review", "--from", "d.jsonl", secret=True).code == 0
    assert candour(*words, "--profile", "public", secret=True).json["written"] is True
    printed = squashed(
        " ".join(
            part["text"]
            for part in candour("inspect", "b.pdf", "--json").json["parts"]
            if part["where"].startswith("page")
        )
    )
    for rec in listed:
        first = squashed(rec["text"])[:60]
        assert first in printed, rec["number"]
    assert "the11recommendations" in printed
    assert "asperrecommendation2and5above" in printed
    for before, after in broken_rows():
        assert before + after in printed, "a row cut off by a page is whole again"
