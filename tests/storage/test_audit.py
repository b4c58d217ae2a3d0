"""The audit chain names the entry that was tampered with, and keeps no words of the case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.people import Person
from desktop_app.storage.review_file import ReviewFile

Open = Callable[..., ReviewFile]
COPIED = "INSERT INTO _audit SELECT 9, at, device, action, ref, detail, prev, mac FROM _audit WHERE n = 8"
SWAPPED = (
    "UPDATE _audit SET n = 99 WHERE n = 3; UPDATE _audit SET n = 3 WHERE n = 5; UPDATE _audit SET n = 5 WHERE n = 99"
)
CLOSED_UP = "DELETE FROM _audit WHERE n = 4; UPDATE _audit SET n = n - 1 WHERE n > 4"


@pytest.fixture
def audited(review: ReviewFile) -> ReviewFile:
    for number in range(5):
        with review.change(f"Step {number}") as change:
            change.put(Person(uid=str(number), name="Callum"))
    review.undo()
    review.redo()
    review.log("export", "briefing.public")
    review.save()
    return review


def tamper(review: ReviewFile, sql: str) -> None:
    review._vault.db.execute(sql)


def test_each_change_is_one_entry(audited: ReviewFile) -> None:
    rows = audited._vault.db.conn.execute("SELECT n, action, detail FROM _audit ORDER BY n").fetchall()
    assert [row[1] for row in rows] == ["change"] * 5 + ["undo", "redo", "export"]
    assert rows[0][2] == '{"people": 1}'
    assert "Callum" not in str(rows)
    assert audited.check() == []
    assert audited.check(audited.anchor()) == []


@pytest.mark.parametrize(
    ("sql", "where", "how"),
    [
        ("UPDATE _audit SET detail = 'x' WHERE n = 3", "entry 3", "edited"),
        ("UPDATE _audit SET at = '2001-01-01' WHERE n = 1", "entry 1", "edited"),
        ("UPDATE _audit SET device = 'x' WHERE n = 8", "entry 8", "edited"),
        ("UPDATE _audit SET mac = prev WHERE n = 4", "entry 4", "edited"),
        ("DELETE FROM _audit WHERE n = 2", "entry 2", "missing"),
        ("DELETE FROM _audit WHERE n = 1", "entry 1", "missing"),
        ("UPDATE _audit SET n = n + 100 WHERE n = 8", "entry 8", "missing"),
        (COPIED, "entry 9", "moved"),
        (SWAPPED, "entry 3", "moved"),
        (CLOSED_UP, "entry 4", "moved"),
    ],
)
def test_tampering_is_located(audited: ReviewFile, sql: str, where: str, how: str) -> None:
    for statement in sql.split(";"):
        tamper(audited, statement)
    (problem,) = audited.check()
    assert (problem.code, problem.where) == ("audit", where)
    assert how in problem.what


def test_a_cut_tail_shows_against_an_older_print(audited: ReviewFile) -> None:
    printed = audited.anchor()
    assert printed[0] == 8
    assert len(printed[1]) == 12
    tamper(audited, "DELETE FROM _audit WHERE n > 6")
    assert audited.check() == []
    assert [problem.code for problem in audited.check(printed)] == ["audit-cut"]


def test_a_change_that_fails_leaves_no_entry(audited: ReviewFile) -> None:
    before = audited.anchor()

    def change_and_fail() -> None:
        with audited.change("x") as change:
            change.put(Person())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert audited.anchor() == before
    assert audited.check(before) == []
    assert not audited.unsaved


def test_an_empty_chain_has_an_anchor(review: ReviewFile) -> None:
    assert review.anchor() == (0, "0" * 12)
    assert review.check(review.anchor()) == []


def test_changes_of_keys_are_noted(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    review.new_recovery_key()
    row = review._vault.db.conn.execute("SELECT action, detail FROM _audit ORDER BY n DESC").fetchone()
    assert row == ("key-change", "recovery")


def test_a_row_that_refers_to_nothing_is_found(audited: ReviewFile) -> None:
    db = audited._vault.db
    db.execute("UPDATE _history SET id = id + (999 << 24)")
    assert {problem.code for problem in audited.check()} == {"reference"}


def test_a_bad_page_is_found(audited: ReviewFile, work_home: Path) -> None:
    audited._vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (database,) = (work_home / "work").glob("*.db")
    with database.open("r+b") as file:
        file.seek(-2000, 2)
        there = file.read(1)[0]
        file.seek(-2000, 2)
        file.write(bytes([there ^ 1]))
    problems = audited.check()
    assert "page" in {problem.code for problem in problems}
    assert any("page" in problem.where for problem in problems)
