"""No word of a review is in any file, at any moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.people import Person
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST

CANARY = "CANARYplaintextCANARY"


def files_holding(folder: Path, words: str) -> list[Path]:
    forms = [words.encode(), words.encode("utf-16-le"), words.lower().encode()]
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    return [file for file in files if any(form in file.read_bytes() for form in forms)]


def test_no_file_and_no_name_of_a_file_holds_a_word_of_it(
    path: Path, tmp_path: Path, opened: Callable[..., ReviewFile]
) -> None:
    review, _ = ReviewFile.create(path, CANARY + "passphrase", cost=LOWEST)
    with review.change(CANARY) as change:
        change.put_all(ChronologyEvent(event=f"{CANARY} {number} " + "x" * 400) for number in range(2000))
        assert files_holding(tmp_path, CANARY) == [], "in the middle of a transaction"
    review.save_draft(CANARY, CANARY)
    with review.change("x") as change:
        change.put(Person(uid="a", name=CANARY, aliases=(CANARY,)))
        change.delete(Person, "a")
    review.undo()
    assert files_holding(tmp_path, CANARY) == []
    review.save()
    assert files_holding(tmp_path, CANARY) == []
    review.close(save=False)
    assert files_holding(tmp_path, CANARY) == []
    assert not [file for file in tmp_path.rglob("*") if CANARY in file.name]


def test_the_canary_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(f"some {CANARY} words")
    assert files_holding(tmp_path, CANARY)
