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
