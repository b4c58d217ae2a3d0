"""A review, and copies of its file that others worked on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost

WORDS = "otter velvet cumulus brig"


class Desk:
    """One author at a time has a file open, as on one computer; `copy` is what they take away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        file, _ = ReviewFile.create(folder / "ours.review", WORDS, cost=KdfCost(19 * 1024, 1))
        self.session = Session(file)

    @property
    def secret(self) -> Passphrase:
        return Passphrase(WORDS)

    def copy(self, name: str, work: Callable[[Session], None]) -> Path:
        """A copy of the file as it is now, in which `work` was done."""
        self.session.save()
        self.session.close()
        path = self.folder / name
        shutil.copyfile(self.folder / "ours.review", path)
        with open_session(path, self.secret) as theirs:
            work(theirs)
        self.session = open_session(self.folder / "ours.review", self.secret)
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.session.close()
