"""One real file of each schema that was ever written, kept for ever: it opens, is migrated, and says what it said.

Each is the invented sample review, made by the program of its day with the cheapest key derivation.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.storage import migrations
from desktop_app.storage.header import SIZE, read_header
from desktop_app.storage.keyslots import unwrap
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import Passphrase, RecoveryKey

FILES = Path(__file__).parent / "files"
PASSPHRASE = Passphrase("otter velvet cumulus brig")


@dataclass(frozen=True)
class Kept:
    name: str
    recovery: str
    events: int
    people: int
    anchor: tuple[int, str]  # as an output printed it on the day


ALL = [
    Kept("schema-1.review", "JHUFX-KEVWS-ECBAX-SGTUY-ONLUH-QVSKV-HNMJM-5U74H", 173, 20, (20, "b6cf8f479dda")),
    Kept("schema-2.review", "VVPTK-HP7QN-4C7HQ-R7D55-NPJLN-H2BRQ-FMA3G-AE447", 173, 20, (29, "f27ce4d81f23")),
]


@pytest.fixture(params=ALL, ids=lambda kept: kept.name)
def kept(request: pytest.FixtureRequest, path: Path) -> Kept:
    """Which file it is; a copy of it is at `path`."""
    shutil.copy(FILES / request.param.name, path)
    return request.param


def test_it_opens_and_is_migrated(kept: Kept, path: Path, opened: Callable[..., ReviewFile]) -> None:
    before = path.read_bytes()
    review = opened(path, PASSPHRASE)
    snapshot = review.snapshot()
    assert (len(snapshot.events), len(snapshot.people)) == (kept.events, kept.people)
    assert snapshot.review.working_title
    assert review.check(kept.anchor) == []
    assert not migrations.is_pending(review._vault.db)
    assert path.read_bytes() == before, "opening does not write the file"
    if kept is ALL[-1]:
        assert review.backups() == [], "nothing to migrate"
        return
    (backup,) = review.backups()
    assert backup.path.read_bytes() == before, "as it was before the migration"
    review.close()
    again = opened(path, PASSPHRASE)
    assert again.backups() == [backup], "which is there already"
    assert again.drill(backup)[1] == []


def test_it_is_backed_up_as_it_is(kept: Kept, path: Path, opened: Callable[..., ReviewFile]) -> None:
    """The copy has the tables it was written with, what is open has this version's: that is no difference."""
    review = opened(path, PASSPHRASE)
    backup = review.back_up()
    assert backup.path.read_bytes() == path.read_bytes()
    assert review.drill(backup)[1] == []


def test_work_goes_on_in_it(kept: Kept, path: Path, opened: Callable[..., ReviewFile]) -> None:
    review = opened(path, RecoveryKey(kept.recovery))
    label = review.undo_label
    assert review.undo() is not None
    assert review.redo_label == label
    assert review.redo() is not None
    review.save()
    review.close()
    again = opened(path, PASSPHRASE)
    assert len(again.snapshot().events) == kept.events
    assert len(again.backups()) == (kept is not ALL[-1]), "nothing is left to migrate"
    assert again.check(kept.anchor) == []


def test_the_header_is_read_the_same(kept: Kept, path: Path) -> None:
    read = read_header(path)
    assert read.authentic(unwrap(read.header.slots, PASSPHRASE))
    assert path.stat().st_size == SIZE + read.header.size


def test_there_is_one_of_each_schema() -> None:
    assert {file.name for file in FILES.glob("*.review")} == {kept.name for kept in ALL}
    assert len(ALL) >= migrations.SCHEMA_MAJOR
