"""An older file put back in the place of a newer one is noticed, once, by the computer that had the newer one open."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from desktop_app.domain.people import Person
from desktop_app.services.session import Passphrase, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST
from desktop_app.storage.secrets import Passphrase as Secret

Open = Callable[..., ReviewFile]


def worked_on(review: ReviewFile, uid: str) -> None:
    with review.change("Add") as change:
        change.put(Person(uid=uid))
    review.close()


def test_an_older_file_is_noticed_once(closed: tuple[Path, str], opened: Open, tmp_path: Path) -> None:
    path, _ = closed
    older = shutil.copy(path, tmp_path / "older")
    worked_on(opened(path), "p2")
    review = opened(path)
    assert review.newer_seen is None
    review.close()
    shutil.copy(older, path)
    review = opened(path)
    assert review.newer_seen is not None
    assert review.set_aside is None
    worked_on(review, "p3")
    assert opened(path).newer_seen is None, "it was said"


def test_the_person_is_told(closed: tuple[Path, str], opened: Open, tmp_path: Path) -> None:
    path, _ = closed
    older = shutil.copy(path, tmp_path / "older")
    worked_on(opened(path), "p2")
    shutil.copy(older, path)
    with open_session(path, Passphrase("correct horse battery")) as session:
        (notice,) = session.notices
    assert notice.startswith("This is an older version of the review than the one last open on this computer, on ")
    assert path.stem not in notice


def test_one_that_went_its_own_way_is_noticed(
    closed: tuple[Path, str], opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many writes, elsewhere, and not the same content."""
    path, _ = closed
    copy = tmp_path / "copy.review"
    shutil.copy(path, copy)
    with monkeypatch.context() as patch:
        patch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "elsewhere")
        worked_on(opened(copy), "p2")
    worked_on(opened(path), "p3")
    shutil.copy(copy, path)
    assert opened(path).newer_seen is not None


def test_a_newer_one_from_elsewhere_is_nothing_to_speak_of(
    closed: tuple[Path, str], opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = closed
    with monkeypatch.context() as patch:
        patch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "elsewhere")
        worked_on(opened(path), "p2")
    assert opened(path).newer_seen is None


@pytest.mark.parametrize("what", ["save", "passphrase", "rekey", "purge"])
def test_every_write_of_the_file_is_remembered(
    closed: tuple[Path, str], opened: Open, tmp_path: Path, what: str
) -> None:
    path, _ = closed
    review = opened(path)
    with review.change("Delete") as change:
        change.delete(Person, "p1")
    review.save()
    older = shutil.copy(path, tmp_path / "older")
    if what == "save":
        review.save()
    elif what == "passphrase":
        review.change_passphrase("correct horse battery", cost=LOWEST)
    elif what == "rekey":
        review.rekey("correct horse battery", cost=LOWEST)
    else:
        review.purge([(Person, "p1")])
    review.close(save=False)
    for log in (review._vault.work.database,):
        log.unlink(missing_ok=True)
    shutil.copy(older, path)
    assert opened(path).newer_seen is not None


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"generation": "x"}', b"\xff", b'{"generation": {}}'])
def test_what_cannot_be_read_is_nothing_seen(closed: tuple[Path, str], opened: Open, content: bytes) -> None:
    opened(closed[0]).close()
    review = opened(closed[0])
    review._vault.work.seen.write_bytes(content)
    review.close(save=False)
    assert opened(closed[0]).newer_seen is None


def test_no_room_to_remember_fails_nothing(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    review._vault.work.seen.unlink()
    review._vault.work.seen.mkdir()
    review.save()
    review.close()
    assert opened(closed[0]).newer_seen is None


def test_it_says_nothing_of_the_case(closed: tuple[Path, str], opened: Open) -> None:
    seen = opened(closed[0])._vault.work.seen
    assert seen.stat().st_mode & 0o077 == 0
    assert set(json.loads(seen.read_text())) == {"generation", "seal", "at"}


def test_a_copy_elsewhere_is_no_older_version(path: Path, opened: Open, tmp_path: Path) -> None:
    made, _ = ReviewFile.create(path, "correct horse battery", cost=LOWEST)
    made.close()
    copy = tmp_path / "copy.review"
    shutil.copy(path, copy)
    assert opened(copy, Secret("correct horse battery")).newer_seen is None
