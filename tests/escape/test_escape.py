"""A review opens without Candour: by the stand-alone script, with its own AES, into plain SQLite that says the same."""

from __future__ import annotations

import importlib.util
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app.services.sample import fill_learning
from desktop_app.services.sample.people import people_records
from desktop_app.services.sample.returns import import_returns
from desktop_app.services.sample.review import review_records
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST

SCRIPT = Path(__file__).parents[2] / "packaging" / "escape" / "open_review.py"
PASSPHRASE = "otter velvet cumulus brig"


@pytest.fixture(scope="module")
def escape() -> ModuleType:
    spec = importlib.util.spec_from_file_location("open_review", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def sample(tmp_path: Path) -> tuple[Path, str, tuple[str, ...], Session]:
    path = tmp_path / "s.review"
    file, key = ReviewFile.create(path, PASSPHRASE, keyfile=b"a picture", cost=LOWEST)
    session = Session(file)
    session.put("Start", *review_records("r"), *people_records())
    import_returns(session)
    fill_learning(session)
    shares = file.new_shares(2, 3)
    session.close()
    return path, key, shares, session


def opened(tmp_path: Path, *words: str | Path, secret: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "secret.txt").write_text(secret, encoding="utf-8")
    command = [sys.executable, "-I", str(SCRIPT), *map(str, words), "--secret-file", str(tmp_path / "secret.txt")]
    return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)


def test_fips_197_appendix_c(escape: ModuleType) -> None:
    decrypt = escape.own_decrypter(bytes(range(32)))
    plain = decrypt(bytes(16), bytes.fromhex("8ea2b7ca516745bfeafc49904b496089"))
    assert plain.hex() == "00112233445566778899aabbccddeeff"


def test_the_sample_comes_out_whole(sample: tuple[Path, str, tuple[str, ...], Session], tmp_path: Path) -> None:
    path, key, shares, _ = sample
    (tmp_path / "keyfile").write_bytes(b"a picture")
    out = tmp_path / "plain.sqlite"
    done = opened(tmp_path, path, out, "--keyfile", "keyfile", secret=PASSPHRASE + "\n")
    assert done.returncode == 0, done.stderr
    assert "NOT encrypted" in done.stderr
    assert out.stat().st_mode & 0o777 == 0o600
    assert out.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log: it opens where nothing may be written
    with closing(sqlite3.connect(out)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = {name for (name,) in db.execute("SELECT name FROM people")}
        count = db.execute("SELECT count(*) FROM events").fetchone()[0]
    again = ReviewFile.open(path, escape_secret(key))
    snapshot = again.snapshot()
    again.close()
    assert {person.name for person in snapshot.people} == names
    assert len(snapshot.events) == count > 100
    for number, (words, secret) in enumerate([("--recovery", key), ("--shares", "\n".join(shares[1:]))]):
        other = tmp_path / f"{number}.sqlite"
        done = opened(tmp_path, path, other, words, secret=secret)
        assert done.returncode == 0, done.stderr
        assert other.read_bytes() == out.read_bytes()


def escape_secret(key: str) -> object:
    from desktop_app.storage.secrets import RecoveryKey

    return RecoveryKey(key)


def test_what_is_wrong_is_refused_and_nothing_written(
    sample: tuple[Path, str, tuple[str, ...], Session], tmp_path: Path
) -> None:
    path, key, _, _ = sample
    out = tmp_path / "plain.sqlite"
    for words, secret in (([], "wrong"), (["--recovery"], "AAAAA"), ([], PASSPHRASE)):
        assert opened(tmp_path, path, out, *words, secret=secret).returncode == 1
        assert not out.exists()
    raw = bytearray(path.read_bytes())
    raw[8192 + 40 * 4096 + 7] ^= 1
    path.write_bytes(raw)
    assert "not what was last saved" in opened(tmp_path, path, out, "--recovery", secret=key).stderr
    assert not out.exists()
    saved = opened(tmp_path, path, out, "--recovery", "--salvage", secret=key)
    assert (saved.returncode, "[41]" in saved.stderr) == (1, True)
    before = out.read_bytes()
    assert opened(tmp_path, path, out, "--recovery", "--salvage", secret=key).returncode == 1
    assert out.read_bytes() == before
    (tmp_path / "other.review").write_bytes(b"hello")
    assert "not a review" in opened(tmp_path, "other.review", "x.sqlite", secret="x").stderr


def test_it_needs_nothing_of_candour() -> None:
    text = SCRIPT.read_text("utf-8")
    assert "desktop_app" not in text
