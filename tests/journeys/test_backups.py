"""Story of the worst day: the file is gone, and comes back from a backup that was known to be good."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def review(candour) -> Path:
    assert candour("new", "r.review", "--recovery-to", "key.txt", secret=True).code == 0
    Path(candour.folder, "people.csv").write_text("kind,name\nperson,Callum Thornley\n", encoding="utf-8")
    assert candour("import", "r.review", "people.csv", "--as", "people", secret=True).code in (0, 1)
    return Path(candour.folder, "r.review")


def test_backup_drill_loss_restore(candour, review: Path) -> None:
    made = candour("backup", review, "--json", secret=True)
    assert made.code == 0, made.err
    backup = Path(made.json["backup"])
    assert "Thornley" not in backup.name
    drilled = candour("drill", review, "--json", secret=True)
    assert (drilled.code, drilled.json["ok"], drilled.json["problems"]) == (0, True, [])
    assert drilled.json["compared"] > 25
    review.unlink()
    done = candour("restore", backup, "--to", "back.review", secret=True)
    assert done.code == 0, done.err
    listed = candour("list", "back.review", "people", secret=True)
    assert "Callum Thornley" in listed.out
    assert candour("check", "back.review", "--json", secret=True).json["problems"] == []


def test_a_bad_backup_is_found_by_the_drill(candour, review: Path) -> None:
    backup = Path(candour("backup", review, "--json", secret=True).json["backup"])
    raw = bytearray(backup.read_bytes())
    raw[30_000] ^= 1
    backup.write_bytes(raw)
    drilled = candour("drill", review, "--json", secret=True)
    assert (drilled.code, drilled.json["ok"], drilled.json["problems"]) == (1, False, ["damaged"])


def test_restore_overwrites_nothing(candour, review: Path) -> None:
    backup = candour("backup", review, "--json", secret=True).json["backup"]
    before = review.read_bytes()
    done = candour("restore", backup, "--to", review, "--json", secret=True)
    assert (done.code, done.json["code"]) == (5, "exists")
    assert review.read_bytes() == before
    assert candour("restore", "nothing.review", "--to", "x.review", secret=True).code == 5
    Path(candour.folder, "wrong.txt").write_text("wrong", encoding="utf-8")
    assert candour("restore", backup, "--to", "x.review", "--passphrase-file", "wrong.txt").code == 3
    assert not Path(candour.folder, "x.review").exists()


def test_a_drill_without_a_backup_says_so(candour) -> None:
    assert candour("new", "n.review", "--recovery-to", "k.txt", secret=True).code == 0
    done = candour("drill", "n.review", "--json", secret=True)
    assert (done.code, done.json["code"]) == (1, "no-backup")


def test_opening_a_changed_review_makes_the_days_backup(candour, review: Path, own_home: Path) -> None:
    assert len(list(own_home.rglob("backups/*/*.review"))) == 1
