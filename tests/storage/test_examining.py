"""A working copy that a session left is looked through, every page of it, before work rests on it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.people import Person
from desktop_app.storage import examining
from desktop_app.storage.driver import Error
from desktop_app.storage.review_file import ReviewFile

Open = Callable[..., ReviewFile]
PAGE = 4096


def left_by_a_crash(path: Path, opened: Open) -> ReviewFile:
    """Closed without a save, its log brought into the database file."""
    review = opened(path)
    with review.change("Add") as change:
        change.put(Person(uid="p2", name="typed just before"))
        change.put_all(ChronologyEvent(uid=f"e{n}", event=f"{n} at home with the family " * 9) for n in range(120))
    review.close(save=False)
    return review


def test_a_flipped_bit_on_any_page_is_found(closed: tuple[Path, str], opened: Open) -> None:
    """Content and the index made from it alike: a save would seal either as good."""
    review = left_by_a_crash(closed[0], opened)
    work, key, salt = review._vault.work, review._vault.data_key, review._vault.header.salt
    whole, chance = work.database.read_bytes(), random.Random(5)
    assert examining.examine(work, key, salt) is not None
    pages = len(whole) // PAGE
    for page in chance.sample(range(pages), min(40, pages)):
        at = page * PAGE + chance.randrange(16 if page == 0 else 0, PAGE)  # the first 16 bytes are the salt
        work.database.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        assert examining.examine(work, key, salt) is None, page


def test_what_is_found_damaged_is_put_aside_and_the_file_opened(closed: tuple[Path, str], opened: Open) -> None:
    work = left_by_a_crash(closed[0], opened)._vault.work
    whole = bytearray(work.database.read_bytes())
    whole[len(whole) // 2] ^= 1
    work.database.write_bytes(whole)
    review = opened(closed[0])
    assert review.set_aside is not None
    assert review.set_aside.read_bytes() == whole
    assert [person.uid for person in review.snapshot().people] == ["p1"]


@pytest.mark.parametrize(("sqlite_code", "code"), [(13, "disk-full"), (8, "no-permission"), (14, "no-permission")])
def test_work_that_cannot_be_looked_at_now_is_left_where_it_is(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch, sqlite_code: int, code: str
) -> None:
    """A full disk says nothing about the work; to put it aside as unreadable would."""
    work = left_by_a_crash(closed[0], opened)._vault.work

    def refuse(*_: object) -> None:
        error = Error("said by SQLite")
        error.sqlite_errorcode = sqlite_code
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(examining, "read_state", refuse)
        with pytest.raises(UserError) as caught:
            opened(closed[0])
    assert caught.value.code == code
    assert work.database.is_file()
    review = opened(closed[0])
    assert review.recovered
    assert review.set_aside is None
