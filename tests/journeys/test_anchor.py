"""An anchor on paper shows that the ledger was cut or exchanged since."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def printed(candour) -> str:
    """The anchor at the foot of a purge record; two more entries follow it."""
    assert candour("new", "r.review", "--recovery-to", "key.txt", secret=True).code == 0
    before = Path(candour.folder, "r.review").read_bytes()
    anchor = candour("bin", "r.review", "--purge-all", "--json", secret=True).json["anchor"]
    Path(candour.folder, "older.review").write_bytes(before)
    return anchor


def test_a_sound_ledger_holds(candour, printed: str) -> None:
    done = candour("check", "r.review", "--anchor", printed, "--json", secret=True)
    assert (done.code, done.json["ok"]) == (0, True), done.out
    without = candour("check", "r.review", "--json", secret=True).json["unseen"]
    assert any("cut off the end" in words for words in without)
    assert not any("cut off the end" in words for words in done.json["unseen"])
    assert any("after the print" in words for words in done.json["unseen"])


def test_a_file_put_back_lacks_what_was_printed(candour, printed: str) -> None:
    done = candour("check", "older.review", "--anchor", printed, "--json", secret=True)
    assert done.code == 1
    (problem,) = done.json["problems"]
    number = int(printed.split(":")[0])
    assert problem["code"] == "audit-cut"
    assert problem["where"] == f"entry {number}"


def test_another_entry_under_the_same_number(candour, printed: str) -> None:
    other = printed.split(":")[0] + ":" + "0" * 12
    done = candour("check", "r.review", "--anchor", other, "--json", secret=True)
    assert (done.code, done.json["problems"][0]["code"]) == (1, "audit-other")


@pytest.mark.parametrize("words", ["12", "12:xyz", "a:000000000000", "12:0000000000000"])
def test_what_is_no_anchor(candour, printed: str, words: str) -> None:
    done = candour("check", "r.review", f"--anchor={words}", "--json", secret=True)
    assert (done.code, done.json["code"]) == (2, "anchor-malformed")
