"""A legal hold from the command line: placed, said, in the way of closing, lifted; and what closing would do."""

from __future__ import annotations

from typing import Any


def test_a_hold_from_placing_to_lifting(candour: Any) -> None:
    assert candour("new", "r.review", "--recovery-to", "k.txt", secret=True).code == 0
    assert candour("hold", "r.review", "--json", secret=True).json == {"held": False, "holds": []}
    unnamed = candour("hold", "r.review", "--place", "--json", secret=True)
    assert (unnamed.code, unnamed.json["code"]) == (2, "nobody-named")
    who = ("--by", "Legal services", "--reason", "Inquest opened")
    placed = candour("hold", "r.review", "--place", *who, "--json", secret=True)
    assert (placed.code, placed.json["held"]) == (0, True)
    assert placed.json["holds"][0]["reason"] == "Inquest opened"
    planned = candour("close", "r.review", "--plan", "--json", secret=True)
    assert (planned.code, planned.json["held"], planned.json["due"]) == (1, True, None)
    assert planned.json["kept"] == ["1 review: its reference and title"]
    (candour.folder / "new.txt").write_text("maple anchor dusk violin\n", encoding="utf-8")
    close = ("close", "r.review", "--rule", "local-schedule", "--by", "Records officer", "--json")
    close = (*close, "--new-passphrase-file", "new.txt", "--recovery-to", "k2.txt")
    refused = candour(*close, secret=True)
    assert (refused.code, refused.json["code"]) == (1, "legal-hold")
    assert "Inquest" not in refused.out
    lifted = candour("hold", "r.review", "--lift", "--by", "Legal services", "--reason", "Inquest over", secret=True)
    assert lifted.code == 0
    assert "No legal hold stands." in lifted.err
    assert candour("close", "r.review", "--plan", secret=True).code == 0
    done = candour(*close, secret=True)
    assert done.code == 0, done.err
    assert "Legal hold: lifted on" in done.json["record"]
