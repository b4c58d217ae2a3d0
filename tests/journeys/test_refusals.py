"""Bad input from the terminal: the right exit code, a sentence, nothing written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest


@pytest.fixture
def review(candour) -> Path:
    assert candour("new", "r.review", "--recovery-to", "key.txt", secret=True).code == 0
    return Path(candour.folder, "r.review")


def test_wrong_passphrase_is_3_and_says_nothing_else(candour, review: Path) -> None:
    Path(candour.folder, "wrong.txt").write_text("not the passphrase", encoding="utf-8")
    done = candour("list", review, "events", "--passphrase-file", "wrong.txt", "--json")
    assert (done.code, done.json["code"]) == (3, "wrong-secret")


def test_recovery_key_opens_and_a_mistyped_one_is_told_apart(candour, review: Path) -> None:
    assert candour("list", review, "events", "--recovery-key-file", "key.txt").code == 0
    key = Path(candour.folder, "key.txt").read_text(encoding="ascii").strip()
    last = "A" if key[-1] != "A" else "B"
    Path(candour.folder, "typo.txt").write_text(key[:-1] + last, encoding="ascii")
    done = candour("list", review, "events", "--recovery-key-file", "typo.txt", "--json")
    assert (done.code, done.json["code"]) == (3, "recovery-key-mistyped")


def test_the_recovery_file_is_private(candour, review: Path) -> None:
    assert Path(candour.folder, "key.txt").stat().st_mode & 0o777 == 0o600


def test_files_that_are_not_reviews_are_told_apart(candour, tmp_path: Path) -> None:
    plain = tmp_path / "plain.review"
    with sqlite3.connect(plain) as connection:
        connection.execute("create table t(x)")
    connection.close()
    cases = {
        "empty.review": (b"", "empty"),
        "text.review": (b"hello there", "foreign"),
        "jpeg.review": (b"\xff\xd8\xff" * 4000, "foreign"),
    }
    for name, (data, _) in cases.items():
        (tmp_path / name).write_bytes(data)
    for name, code in [*((n, c) for n, (_, c) in cases.items()), ("plain.review", "foreign")]:
        done = candour("list", name, "events", "--json", secret=True)
        assert (done.code, done.json["code"]) == (4, code), name
    assert candour("list", "missing.review", "events", secret=True).code == 5
    assert candour("list", tmp_path, "events", secret=True).code == 4


def test_a_damaged_file_is_4_and_named(candour, review: Path) -> None:
    data = bytearray(review.read_bytes())
    data[len(data) // 2] ^= 1
    review.write_bytes(bytes(data))
    done = candour("check", review, "--json", secret=True)
    assert (done.code, done.json["code"]) == (4, "damaged")


def test_new_never_overwrites(candour, review: Path) -> None:
    before = review.read_bytes()
    assert candour("new", review, secret=True).code == 5
    assert review.read_bytes() == before


@pytest.mark.parametrize(
    "words", [("list", "r.review", "nonsense"), ("export", "r.review"), ("frobnicate",), ("pack", "r.review")]
)
def test_words_that_are_off_are_2(candour, words: tuple[str, ...]) -> None:
    done = candour(*words)
    assert done.code == 2
    assert done.err.strip()


def test_a_return_without_headings_writes_nothing(candour, review: Path) -> None:
    Path(candour.folder, "odd.csv").write_text("a,b,c\n1,2,3\n4,5,6\n", encoding="utf-8")
    done = candour("import", review, "odd.csv", "--as", "chronology", "--agency", "CSC", "--json", secret=True)
    assert done.code in (4, 2)
    assert candour("list", review, "events", secret=True).out == ""


def test_an_export_never_replaces_the_review(candour, review: Path) -> None:
    before = review.read_bytes()
    done = candour("export", review, "--output", "briefing", "--profile", "public", "--to", review, secret=True)
    assert done.code == 2
    assert review.read_bytes()[:8192] == before[:8192] or review.stat().st_size > 8192


def test_bad_jsonl_names_the_line(candour) -> None:
    done = candour("detect", stdin='{"id": 1, "text": "fine"}\nnot json\n')
    assert done.code == 2
    assert "Line 2" in done.err
