"""`detect`, `pseudonymise` and `dates` on standard input."""

from __future__ import annotations

import json
from pathlib import Path

LINE = json.dumps({"id": "a", "text": "Callum Draycott, NHS 943 476 5919, rang 07700 900123 on 3 May 2024."})


def test_detect_gives_offsets_into_the_text(candour) -> None:
    done = candour("detect", stdin=LINE + "\n")
    (found,) = done.lines
    text = json.loads(LINE)["text"]
    surfaces = {text[s["start"] : s["end"]] for s in found["spans"]}
    assert found["id"] == "a"
    assert {"Callum Draycott", "943 476 5919", "07700 900123", "3 May 2024"} <= surfaces
    assert all(set(s) == {"start", "end", "kind", "tier", "why"} for s in found["spans"])


def test_pseudonymise_with_a_register(candour) -> None:
    Path(candour.folder, "people.csv").write_text(
        "uid,kind,name,aliases,pseudonym,descriptor,role,born\nx1,person,Callum Draycott,Cal,Rowan,,,\n",
        encoding="utf-8",
    )
    done = candour("pseudonymise", "--register", "people.csv", stdin=LINE + "\n")
    (found,) = done.lines
    assert "Rowan" in found["text"]
    assert "Draycott" not in found["text"]
    first = found["spans"][0]
    assert (first["uid"], first["decision"], first["replacement"]) == ("x1", "auto", "Rowan")


def test_dates_never_guess(candour) -> None:
    done = candour("dates", stdin="22.05/24\n31/02/2024\nearly June 2024\nsome time\n")
    decisions = [line["decision"] for line in done.lines]
    assert decisions == ["exact", "invalid", "exact", "invalid"]
    assert done.lines[2]["end"] == "2024-06-10"
