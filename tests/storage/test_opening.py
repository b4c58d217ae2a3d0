"""What opens a review, and what does not."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.people import Person
from desktop_app.storage.header import read_header
from desktop_app.storage.keyslots import unwrap
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase, RecoveryKey, Secret

Open = Callable[..., ReviewFile]
PASSPHRASE = "correct horse battery"


def refusal(open_: Callable[[], object]) -> UserError:
    with pytest.raises(UserError) as caught:
        open_()
    assert caught.value.what
    assert caught.value.safe
    assert caught.value.do
    return caught.value


def test_the_passphrase_opens_it(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    assert [person.name for person in review.snapshot().people] == ["Callum Thornley"]
    assert not review.recovered
    assert not review.unsaved
    assert review.saved_at is not None


def test_a_passphrase_typed_in_decomposed_letters_is_the_same(path: Path, opened: Open) -> None:
    made, _ = ReviewFile.create(path, "caf\N{LATIN SMALL LETTER E WITH ACUTE}", cost=LOWEST)
    made.close()
    assert opened(path, Passphrase("cafe\N{COMBINING ACUTE ACCENT}")).snapshot().people == ()


@pytest.mark.parametrize("wrong", ["", "Correct horse battery", "correct horse battery ", "\ud800"])
def test_a_wrong_passphrase_is_told(closed: tuple[Path, str], opened: Open, wrong: str) -> None:
    before = closed[0].read_bytes()
    error = refusal(lambda: opened(closed[0], Passphrase(wrong)))
    assert (error.code, error.exit_code) == ("wrong-secret", Exit.SECRET)
    assert closed[0].read_bytes() == before
    assert opened(closed[0]).snapshot().people, "the lock was let go of"


@pytest.mark.parametrize(
    "typed", [str, str.lower, lambda key: key.replace("-", " "), lambda key: key.replace("O", "0")]
)
def test_the_recovery_key_opens_it_however_it_is_typed(
    closed: tuple[Path, str], opened: Open, typed: Callable[[str], str]
) -> None:
    assert opened(closed[0], RecoveryKey(typed(closed[1]))).snapshot().people


def test_a_mistyped_recovery_key_is_told_from_a_wrong_one(closed: tuple[Path, str], opened: Open) -> None:
    path, key = closed
    mistyped = key[:-1] + ("A" if key[-1] != "A" else "B")
    for text in (mistyped, "", "é", key + "A", key[:-6]):
        error = refusal(lambda text=text: opened(path, RecoveryKey(text)))
        assert (error.code, error.exit_code) == ("recovery-key-mistyped", Exit.SECRET)
    error = refusal(lambda: opened(path, RecoveryKey(new_recovery_key())))
    assert (error.code, error.exit_code) == ("wrong-secret", Exit.SECRET)


def test_a_keyfile_is_needed_once_it_is_set(path: Path, opened: Open) -> None:
    made, _ = ReviewFile.create(path, PASSPHRASE, keyfile=b"keyfile", cost=LOWEST)
    made.close()
    for secret in (Passphrase(PASSPHRASE), Passphrase(PASSPHRASE, b"other"), Passphrase("other", b"keyfile")):
        error = refusal(lambda secret=secret: opened(path, secret))
        assert error.code == "wrong-secret"
        assert "keyfile" in error.message
    assert opened(path, Passphrase(PASSPHRASE, b"keyfile")).snapshot().people == ()


@pytest.mark.parametrize("secret", [Passphrase("", None), Passphrase("x", b"")])
def test_an_empty_secret_makes_no_review(path: Path, secret: Passphrase) -> None:
    assert refusal(lambda: ReviewFile.create(path, secret.text, keyfile=secret.keyfile)).code == "empty-secret"
    assert not path.exists()


def test_secrets_are_not_printed(closed: tuple[Path, str]) -> None:
    secrets: tuple[Secret, ...] = (Passphrase("hush", b"hush"), RecoveryKey("hush"))
    assert "hush" not in repr(secrets)


def test_a_new_passphrase_takes_the_place_of_the_old_one(closed: tuple[Path, str], opened: Open) -> None:
    path, key = closed
    review = opened(path)
    database = path.read_bytes()[8192:]
    review.change_passphrase("new", keyfile=b"k", cost=LOWEST)
    assert path.read_bytes()[8192:] == database, "the header alone is rewritten"
    for version in (path, path.with_name(path.name + ".bak")):
        slots = read_header(version).header.slots
        assert refusal(lambda slots=slots: unwrap(slots, Passphrase(PASSPHRASE))).code == "wrong-secret"
        assert unwrap(slots, Passphrase("new", b"k"))
    review.close()
    assert refusal(lambda: opened(path)).code == "wrong-secret"
    opened(path, Passphrase("new", b"k")).close()
    opened(path, RecoveryKey(key)).close()


def test_a_new_recovery_key_takes_the_place_of_the_old_one(closed: tuple[Path, str], opened: Open) -> None:
    path, old = closed
    review = opened(path)
    new = review.new_recovery_key()
    review.close()
    assert refusal(lambda: opened(path, RecoveryKey(old))).code == "wrong-secret"
    assert opened(path, RecoveryKey(new)).check() == []


def test_a_second_opening_is_refused_until_the_first_closes(closed: tuple[Path, str], opened: Open) -> None:
    first = opened(closed[0])
    error = refusal(lambda: opened(closed[0]))
    assert (error.code, error.exit_code) == ("in-use", Exit.OUTSIDE)
    first.close()
    first.close()
    opened(closed[0])


def test_making_a_review_never_replaces_a_file(path: Path) -> None:
    path.write_bytes(b"something of value")
    error = refusal(lambda: ReviewFile.create(path, PASSPHRASE, cost=LOWEST))
    assert (error.code, error.exit_code) == ("exists", Exit.OUTSIDE)
    assert path.read_bytes() == b"something of value"


def test_making_a_review_in_a_folder_that_is_not_there(tmp_path: Path, work_home: Path) -> None:
    error = refusal(lambda: ReviewFile.create(tmp_path / "none" / "a.review", PASSPHRASE, cost=LOWEST))
    assert (error.code, error.exit_code) == ("not-found", Exit.OUTSIDE)
    assert not list(work_home.rglob("*.db"))


if os.name == "posix":

    def test_only_this_account_may_read_it(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
        review = opened(closed[0])
        with review.change("x") as change:
            change.put(Person(name="x"))
        assert stat.S_IMODE((work_home / "work").stat().st_mode) == 0o700
        for file in (closed[0], *(work_home / "work").iterdir()):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


if os.name == "posix":

    def test_saving_keeps_a_file_shared_with_a_group(closed: tuple[Path, str], opened: Open) -> None:
        closed[0].chmod(0o660)
        opened(closed[0]).save()
        assert stat.S_IMODE(closed[0].stat().st_mode) == 0o660


def test_saving_through_a_link_keeps_the_link(closed: tuple[Path, str], opened: Open, tmp_path: Path) -> None:
    link = tmp_path / "link.review"
    link.symlink_to(closed[0])
    opened(link).save()
    assert link.is_symlink()
    assert not closed[0].is_symlink()


def test_only_the_lock_and_what_was_seen_are_left(closed: tuple[Path, str], work_home: Path) -> None:
    assert {file.suffix for file in (work_home / "work").iterdir()} == {".lock", ".seen"}
