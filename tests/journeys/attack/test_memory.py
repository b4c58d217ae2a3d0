"""After a lock, no process of the program's and no file holds a word that was typed, searched, copied or exported."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

FORMS = ("utf-8", "utf-16-le", "utf-32-le")


def first_letters(seed: str) -> str:
    """What every canary of a seed begins with, as `at_the_desk.canaries` makes them."""
    return hashlib.sha256(seed.encode()).hexdigest()[:6].translate(str.maketrans("0123456789", "ghijklmnop"))


def places_of(canary: str, data: bytes) -> list[tuple[str, int]]:
    """Where the canaries' first letters stand, in either case, in any encoding of Python's or Qt's."""
    found = []
    for form in FORMS:
        for words in (canary, canary.upper()):
            found += [(form, hit.start()) for hit in re.finditer(re.escape(words.encode(form)), data)]
    return found


def in_memory(canary: str, pid: int) -> list[str]:
    """Every readable page of a process. The names of the regions come back, never what stands there."""
    found = []
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights, *rest = line.split(maxsplit=5)
            if "r" not in rights or rest[-1] in ("[vvar]", "[vsyscall]", "[vvar_vclock]"):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            memory.seek(start)
            try:
                data = memory.read(end - start)
            except OSError:  # a device's pages, which no word of ours is put in
                continue
            found += [f"{form} at {start + at:x} of {rest[-1]}" for form, at in places_of(canary, data)]
    return found


def in_files(canary: str, *folders: Path) -> list[str]:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    assert files
    named = [str(file) for file in files if canary in str(file).lower()]
    return named + [str(file) for file in files if places_of(canary, file.read_bytes())]


def in_process_table(canary: str, pid: int) -> list[str]:
    return [name for name in ("cmdline", "environ") if places_of(canary, Path(f"/proc/{pid}/{name}").read_bytes())]


def type_and_lock(grounds: Any, seed: str, count: int) -> None:
    canary = first_letters(seed)
    person = grounds.sit_down(seed, count, "chronology.xlsx")
    assert in_memory(canary, person.pid), "the scan must see what it looks for"
    with zipfile.ZipFile(grounds.out / "chronology.xlsx") as book:
        assert any(canary.encode() in book.read(name) for name in book.namelist()), "the export held none"
    assert not in_process_table(canary, person.pid)
    (locked,) = grounds.lock(person)
    assert locked != person.pid
    assert in_memory(canary, locked) == []
    assert in_process_table(canary, locked) == []
    assert in_files(canary, grounds.home, grounds.reviews, grounds.temp, grounds.signals, grounds.watch) == []


def test_nothing_typed_survives_a_lock_nor_is_written_elsewhere(
    small_review: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANDOUR_MEMORY", "1")
    type_and_lock(small_review, "a short round", 20)
    for pid in small_review.alive():
        small_review.end(pid)
    assert small_review.strays() == []
    assert [path for path in small_review.temp.rglob("*") if path.is_file()] == []
    happened = small_review.watched()
    assert [what for _, event, what in happened if event == "socket"] == []
    (started,) = [what for _, event, what in happened if event == "start"]
    assert "review" not in started, "no process is told by its arguments what is opened"


@pytest.mark.long
def test_200_canaries_20_rounds(small_review: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each round is a window of its own on the same review, which by then holds the canaries of the rounds before."""
    monkeypatch.setenv("CANDOUR_MEMORY", "1")
    for number in range(20):
        type_and_lock(small_review, f"round {number}", 200)
        (small_review.out / "chronology.xlsx").unlink()
        for pid in small_review.alive():
            small_review.end(pid)
