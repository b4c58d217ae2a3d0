"""A backup of the open review comes back beside it; one under older keys says what opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.services.backups import make_backup
from desktop_app.services.restoring import backups_made, restore_beside
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost

CHEAP = KdfCost(19 * 1024, 1)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(ReviewFile.create(tmp_path / "r.review", "x", cost=CHEAP)[0])


def test_it_holds_what_the_review_held_then(session: Session, tmp_path: Path) -> None:
    session.put("Add", Person(uid="p", name="then"))
    make_backup(session)
    session.put("Edit", Person(uid="p", name="now"))
    (made,) = backups_made(session)
    restore_beside(session, made, tmp_path / "back.review")
    assert session.snapshot.people[0].name == "now"
    with pytest.raises(UserError) as taken:
        restore_beside(session, made, tmp_path / "back.review")
    assert taken.value.code == "exists"
    session.close()
    with open_session(tmp_path / "back.review", Passphrase("x")) as back:
        assert back.snapshot.people[0].name == "then"


def test_one_of_older_keys_is_not_called_altered(session: Session, tmp_path: Path) -> None:
    make_backup(session)
    session.file.rekey("y", cost=CHEAP)
    (made,) = backups_made(session)
    with pytest.raises(UserError) as refused:
        restore_beside(session, made, tmp_path / "back.review")
    assert refused.value.code == "backup-other-keys"
    assert not (tmp_path / "back.review").exists()
    session.close()


def test_one_that_rotation_removed_is_gone(session: Session, tmp_path: Path) -> None:
    make_backup(session)
    (made,) = backups_made(session)
    session.file.backups()[0].delete()
    with pytest.raises(UserError) as refused:
        restore_beside(session, made, tmp_path / "back.review")
    assert refused.value.code == "backup-gone"
    session.close()
