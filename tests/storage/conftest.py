"""Reviews for the storage tests: cheap keys, and a work folder that is not this account's own."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import platformdirs
import pytest

from desktop_app.domain.people import Person
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase, Secret

PASSPHRASE = "correct horse battery"
_OPENS = Passphrase(PASSPHRASE)


@pytest.fixture(autouse=True)
def work_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands in for the account's data folder."""
    home = tmp_path / "account data"
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: home)
    return home


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Rowan.review"


@pytest.fixture
def opened() -> Iterator[Callable[[Path, Secret], ReviewFile]]:
    """Opens reviews that are let go of, unsaved, when the test ends."""
    with ExitStack() as stack:

        def open_review(path: Path, secret: Secret = _OPENS) -> ReviewFile:
            review = ReviewFile.open(path, secret)
            stack.callback(review.close, save=False)
            return review

        yield open_review


@pytest.fixture
def review(path: Path) -> Iterator[ReviewFile]:
    """An open, new review at `path`."""
    made, _ = ReviewFile.create(path, PASSPHRASE, cost=LOWEST)
    yield made
    made.close(save=False)


@pytest.fixture
def closed(path: Path) -> tuple[Path, str]:
    """A review with one person in it, closed; its path and its recovery key."""
    made, key = ReviewFile.create(path, PASSPHRASE, cost=LOWEST)
    with made.change("Add a person") as change:
        change.put(Person(uid="p1", name="Callum Thornley"))
    made.close()
    return path, key


@pytest.fixture(scope="session")
def plain_pages() -> Callable[[bytes, bytes, bytes], bytes]:
    """Decrypts database pages, given with data key and salt: whole pages, with what stands in their free room."""
    script = Path(__file__).parents[2] / "packaging" / "escape" / "open_review.py"
    spec = importlib.util.spec_from_file_location("open_review", script)
    assert spec is not None
    assert spec.loader is not None
    escape = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(escape)

    def decrypt(raw: bytes, data_key: bytes, salt: bytes) -> bytes:
        decrypter = escape.decrypter(escape.subkey(data_key, "db"))
        pages = [page for _, page in escape.pages(raw, data_key, salt, decrypter)]
        assert pages
        return b"".join(pages)

    return decrypt
