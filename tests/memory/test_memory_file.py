"""The file that the memory is: damaged, foreign, newer, used by two at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from desktop_app.common.errors import UserError
from desktop_app.services.memory.keeping import add_to_memory, remembered
from desktop_app.storage import memory_file
from desktop_app.storage.memory_file import Stored, memory_path, open_memory

ROOT = Path(__file__).parents[2]


def fill(count: int) -> None:
    with open_memory() as memory:
        for n in range(count):
            memory.keep(Stored(f"r{n:04}", f"content {n} " + "word " * 40), [(f"i{n}", f"missing episodes {n}")])


def ids() -> list[str]:
    with open_memory() as memory:
        return [stored.id for stored in memory.reviews()]


def test_words_are_found_by_their_stems_and_not_in_the_review_that_asks() -> None:
    fill(3)
    with open_memory() as memory:
        found = memory.alike(["episode", "miss"], without="r0001", at_most=10)
        assert {hit.review for hit in found} == {"r0000", "r0002"}
        assert memory.alike([], without="", at_most=10) == []
        assert memory.alike(['"OR', "NEAR(", "*"], without="", at_most=10) == []


def test_a_file_that_is_none_is_made_anew_and_said(review: Any) -> None:
    memory_path().parent.mkdir(parents=True)
    memory_path().write_bytes(b"not a database at all " * 400)
    contents = remembered()
    assert contents.reviews == ()
    assert "was damaged" in contents.notice
    assert add_to_memory(review).notice == ""
    assert len(remembered().reviews) == 1


def test_of_a_damaged_file_what_can_be_read_is_kept(review: Any) -> None:
    add_to_memory(review)
    with open_memory() as memory:
        (whole,) = memory.reviews()
        memory.keep(Stored("other", "x"), [])
    data = memory_path().read_bytes()
    assert data.count(b"otherx") == 1
    memory_path().write_bytes(data.replace(b"otherx", b"otherZ"))  # a word that changed by itself
    contents = remembered()
    assert [kept.id for kept in contents.reviews] == [whole.id]
    assert "1 review that could be read" in contents.notice
    assert remembered().notice == ""


@pytest.mark.parametrize("seed", range(6))
def test_damage_anywhere_is_no_traceback(seed: int) -> None:
    fill(30)
    data = bytearray(memory_path().read_bytes())
    start = len(data) * seed // 6
    data[start : start + 3000] = bytes([255 - seed]) * 3000
    memory_path().write_bytes(data[: len(data) - seed * 700])
    kept = set(ids())
    assert kept <= {f"r{n:04}" for n in range(30)}
    assert set(ids()) == kept or not kept  # and it stays so


def test_one_of_a_newer_version_is_left_alone() -> None:
    fill(1)
    with open_memory() as memory:
        memory._db.conn.execute("PRAGMA user_version = 9")
    before = memory_path().read_bytes()
    with pytest.raises(UserError) as refused:
        ids()
    assert refused.value.code == "memory-newer"
    assert memory_path().read_bytes() == before


def test_while_another_has_it_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    fill(1)
    monkeypatch.setattr(memory_file, "_LONGEST_WAIT_S", 0)
    with FileLock(memory_path().with_suffix(".lock")), pytest.raises(UserError) as refused:
        ids()
    assert refused.value.code == "memory-in-use"
    assert ids() == ["r0000"]


WRITER = """
import sys
from desktop_app.storage.memory_file import Stored, open_memory
for n in range(15):
    with open_memory() as memory:
        memory.keep(Stored(f"{sys.argv[1]}{n:02}", "content"), [("i", "words")])
"""


def test_two_processes_write_and_nothing_is_lost() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, name], env=environment) for name in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len(ids()) == 30
