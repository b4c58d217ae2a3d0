"""Changing what opens a review, from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def review(candour) -> Path:
    assert candour("new", "r.review", "--recovery-to", "key.txt", secret=True).code == 0
    Path(candour.folder, "new.txt").write_text("maple anchor dusk violin\n", encoding="utf-8")
    return Path(candour.folder, "r.review")


def test_rekey_locks_out_both_old_secrets(candour, review: Path) -> None:
    done = candour(
        "rekey", review, "--new-passphrase-file", "new.txt", "--recovery-to", "k2.txt", "--json", secret=True
    )
    assert (done.code, done.json["recovery_key"]) == (0, None), done.err
    assert "do not open it" in done.err
    assert candour("check", review, secret=True).code == 3
    assert candour("check", review, "--recovery-key-file", "key.txt").code == 3
    assert candour("check", review, "--recovery-key-file", "k2.txt").code == 0
    assert candour("check", review, "--passphrase-file", "new.txt").code == 0


def test_rekey_writes_its_recovery_key_over_nothing(candour, review: Path) -> None:
    before = review.read_bytes()
    done = candour("rekey", review, "--new-passphrase-file", "new.txt", "--recovery-to", "key.txt", secret=True)
    assert done.code == 5
    assert review.read_bytes() == before


def test_rekey_to_an_empty_passphrase_changes_nothing(candour, review: Path) -> None:
    Path(candour.folder, "empty.txt").write_text("\n", encoding="utf-8")
    done = candour("rekey", review, "--new-passphrase-file", "empty.txt", secret=True)
    assert done.code == 2, done.err
    assert candour("check", review, secret=True).code == 0


def test_rekey_leaves_no_backup_that_the_old_secrets_open(candour, review: Path) -> None:
    old = candour("backup", review, "--json", secret=True).json["backup"]
    kept = candour("backup", review, "--json", "--to", ".", secret=True).json["backup"]
    done = candour("rekey", review, "--new-passphrase-file", "new.txt", "--recovery-to", "k2.txt", secret=True)
    assert done.code == 0
    assert not Path(old).exists()
    assert Path(candour.folder, kept).exists()
    done = candour("drill", review, "--passphrase-file", "new.txt", "--json")
    assert (done.code, done.json["ok"]) == (0, True)


def test_two_of_three_people_open_it_together(candour, review: Path) -> None:
    Path(candour.folder, "sheets").mkdir()
    done = candour("recovery-key", review, "--shares", "2/3", "--recovery-to", "sheets", "--json", secret=True)
    assert (done.code, done.json["shares"], done.json["needed"], done.json["made"]) == (0, None, 2, 3)
    sheets = sorted(Path(candour.folder, "sheets").iterdir())
    assert [sheet.name for sheet in sheets] == [f"share-{n}-of-3.txt" for n in (1, 2, 3)]
    assert {sheet.stat().st_mode & 0o777 for sheet in sheets} == {0o600}
    words = [w for sheet in (sheets[2], sheets[0]) for w in ("--recovery-key-file", sheet)]
    assert candour("check", review, *words).code == 0
    alone = candour("check", review, "--recovery-key-file", sheets[1], "--json")
    assert (alone.code, alone.json["code"]) == (3, "shares-too-few")
    assert candour("check", review, "--recovery-key-file", "key.txt").code == 0, "the recovery key is still good"


def test_shares_are_printed_one_a_line_and_read_so(candour, review: Path) -> None:
    printed = candour("recovery-key", review, "--shares", "3/4", secret=True)
    assert len(printed.out.splitlines()) == 4
    some = "\n".join(printed.out.splitlines()[1:])
    assert candour("check", review, "--recovery-key-file", "-", stdin=some).code == 0
    again = candour("recovery-key", review, "--again", "--json", secret=True)
    assert again.json == {"recovery_key": None, "shares": None}, "they were printed, so they wait no more"


@pytest.mark.parametrize("plan", ["1/3", "4/3", "2/17", "two/three", "2", "2/3/4", "-2/3"])
def test_plans_that_are_none(candour, review: Path, plan: str) -> None:
    done = candour("recovery-key", review, f"--shares={plan}", "--json", secret=True)
    assert (done.code, done.json["code"]) == (2, "shares-plan")
