"""The file is written from the working copy's own encrypted pages, while others go on changing the review."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import platformdirs
import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.storage import container, history, still_pages
from desktop_app.storage.header import SIZE
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.working_copy import WorkingCopy

Open = Callable[..., ReviewFile]
Pages = Callable[[bytes, bytes, bytes], bytes]
Patch = pytest.MonkeyPatch
LONG = "x" * 200_000  # some fifty pages


@pytest.fixture
def seen_alone(path: Path, tmp_path: Path, opened: Open, monkeypatch: Patch) -> Callable[[], list[str]]:
    """The names of the people in the file itself, as another computer sees it; the file is sound."""

    def look() -> list[str]:
        elsewhere = tmp_path / "elsewhere"
        copy = shutil.copy(path, tmp_path / "copy.review")
        with monkeypatch.context() as patch:
            patch.setattr(platformdirs, "user_data_path", lambda *_, **__: elsewhere)
            alone = opened(Path(copy))
            assert alone.check() == []
            names = [person.name for person in alone.snapshot().people]
            alone.close(save=False)
        shutil.rmtree(elsewhere)
        return names

    return look


def put(review: ReviewFile, name: str, text: str = "") -> None:
    with review.change("Add") as change:
        change.put(Person(uid=name, name=name, harm_note=text))


def unsaved(review: ReviewFile) -> bool:
    """As a call: mypy takes an attribute for what it was."""
    return review.unsaved


def while_copying(monkeypatch: Patch, work: Callable[[], None]) -> None:
    """Have `work` done once, when the first bytes of the database have been copied."""
    copy_bytes = container.copy_bytes

    class Interrupted:
        """The file that is copied to; `work` comes after the first piece."""

        def __init__(self, target: BinaryIO) -> None:
            self._target, self._left = target, [work]

        def write(self, piece: bytes) -> int:
            written = self._target.write(piece)
            while self._left:
                self._left.pop()()
            return written

    def interrupted(source: BinaryIO, target: BinaryIO) -> None:
        monkeypatch.setattr(container, "copy_bytes", copy_bytes)
        copy_bytes(source, Interrupted(target))  # type: ignore[arg-type]

    monkeypatch.setattr(container, "copy_bytes", interrupted)


def test_work_goes_on_while_the_file_is_written(
    closed: tuple[Path, str], opened: Open, monkeypatch: Patch, seen_alone: Callable[[], list[str]]
) -> None:
    """More of it than SQLite would by itself let stand in the log."""
    review = opened(closed[0])
    put(review, "before")
    database = review._vault.work.database
    sizes = []

    def work() -> None:
        sizes.append(database.stat().st_size)
        for number in range(40):
            put(review, f"during {number}", LONG)
        sizes.append(database.stat().st_size)

    while_copying(monkeypatch, work)
    review.save()
    assert sizes[0] == sizes[1]
    assert unsaved(review)
    assert seen_alone() == ["Callum Thornley", "before"]
    put(review, "after")
    assert database.stat().st_size > sizes[1], "the log is brought in again"
    review.save()
    assert not unsaved(review)
    assert len(seen_alone()) == 43


def test_a_save_that_fails_lets_the_log_be_brought_in_again(
    closed: tuple[Path, str], opened: Open, monkeypatch: Patch
) -> None:
    review = opened(closed[0])

    def fail() -> None:
        raise OSError(28, "full")

    while_copying(monkeypatch, fail)
    with pytest.raises(UserError) as caught:
        review.save()
    assert caught.value.code == "disk-full"
    assert review._vault.db.conn.execute("PRAGMA wal_autocheckpoint").fetchone() == (1000,)


@pytest.mark.parametrize("what", ["close", "check"])
def test_what_writes_the_database_waits_for_the_copy(
    closed: tuple[Path, str], opened: Open, monkeypatch: Patch, seen_alone: Callable[[], list[str]], what: str
) -> None:
    review = opened(closed[0])
    put(review, "before", LONG)
    done: list[str] = []

    def meanwhile() -> None:
        review.close(save=False) if what == "close" else review.check()
        done.append(what)

    other = threading.Thread(target=meanwhile)

    def work() -> None:
        put(review, "during", LONG)
        other.start()
        other.join(0.2)
        assert not done

    while_copying(monkeypatch, work)
    review.save()
    other.join(30)
    assert done == [what]
    assert seen_alone() == ["Callum Thornley", "before"]
    assert what == "check" or opened(closed[0]).recovered


def test_a_copy_of_what_did_not_keep_still_is_refused(
    closed: tuple[Path, str], opened: Open, monkeypatch: Patch
) -> None:
    """Our own mistake, not the person's; but a seal over it would call it good."""
    review = opened(closed[0])
    before = closed[0].read_bytes()

    def work() -> None:
        put(review, "during", LONG)
        review._vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    while_copying(monkeypatch, work)
    with pytest.raises(RuntimeError, match="while it was copied"):
        review.save()
    assert closed[0].read_bytes() == before
    assert unsaved(review)
    review.save()
    assert not unsaved(review)


def test_typing_and_saving_at_once(closed: tuple[Path, str], opened: Open, seen_alone: Callable[[], list[str]]) -> None:
    review = opened(closed[0])
    stop = threading.Event()

    def type_on() -> None:
        for number in range(400):
            if not stop.is_set():
                put(review, f"{number:03}", LONG[: number * 40])

    with ThreadPoolExecutor(1) as pool:
        typing = pool.submit(type_on)
        for _ in range(6):
            review.save()
            names = seen_alone()
            assert names[1:] == [f"{number:03}" for number in range(len(names) - 1)]
        stop.set()
        typing.result(60)


def test_a_file_full_of_room_is_made_compact(
    closed: tuple[Path, str], opened: Open, monkeypatch: Patch, seen_alone: Callable[[], list[str]]
) -> None:
    path, _ = closed
    review = opened(path)
    monkeypatch.setattr(history, "KEPT", 1)
    monkeypatch.setattr(history, "FORGETTING", 1)
    review.save()
    small = path.stat().st_size
    put(review, "large", LONG * 5)
    put(review, "large")
    put(review, "small")  # and the step that held it is forgotten
    assert still_pages.is_loose(review._vault.db)
    review.save()
    assert path.stat().st_size < small + 20_000
    assert not review._vault.work.snapshot.exists()
    assert seen_alone() == ["Callum Thornley", "large", "small"]
    review.close()
    assert not still_pages.is_loose(opened(path)._vault.db)


def test_what_was_deleted_is_overwritten_before_the_pages_are_copied(
    closed: tuple[Path, str], opened: Open, monkeypatch: Patch, plain_pages: Pages
) -> None:
    """Drafts sent off and steps too old for undo: looked for in the decrypted pages, free ones included."""
    path, _ = closed
    review = opened(path)

    def pages() -> bytes:
        return plain_pages(path.read_bytes()[SIZE:], review._vault.data_key, review._vault.header.salt)

    monkeypatch.setattr(history, "KEPT", 1)
    monkeypatch.setattr(history, "FORGETTING", 1)
    review.save_draft("people:p9:harm_note", "Quillfeather draft " * 400)
    put(review, "typed", "Quillfeather step " * 400)
    review.save()
    assert b"Quillfeather" in pages()
    review.save_draft("people:p9:harm_note", "")
    put(review, "typed")
    put(review, "another")
    monkeypatch.setattr(still_pages, "_LOOSE", 0)  # as it is, not made compact
    review.save()
    assert b"Quillfeather" not in pages()


def test_a_page_that_the_disk_forgot_is_not_saved_over_the_file(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    review = opened(path)
    put(review, "before", LONG)
    review.save()
    saved = path.read_bytes()
    put(review, "after")
    database = review._vault.work.database
    with database.open("r+b") as file:
        file.seek(-5000, 2)
        there = file.read(1)[0]
        file.seek(-5000, 2)
        file.write(bytes([there ^ 1]))
    review._vault.looked_through -= 16 * 60
    with pytest.raises(UserError) as caught:
        review.save()
    assert caught.value.code == "working-copy-damaged"
    assert path.read_bytes() == saved
    review.close(save=False)
    again = opened(path)
    assert again.set_aside is not None, "kept, as far as it can be read"
    assert [person.name for person in again.snapshot().people] == ["Callum Thornley", "before"]


def test_pages_are_looked_through_now_and_then(closed: tuple[Path, str], opened: Open, monkeypatch: Patch) -> None:
    review = opened(closed[0])
    looks: list[WorkingCopy] = []

    def look(work: WorkingCopy, key: bytes, salt: bytes) -> bool:
        looks.append(work)
        return still_pages.is_sound(work, key, salt)

    monkeypatch.setattr("desktop_app.storage.vault.is_sound", look)
    review.save()
    assert not looks
    review._vault.looked_through -= 16 * 60
    review.save()
    review.save()
    assert len(looks) == 1
