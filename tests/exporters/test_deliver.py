"""The last step out: all of the file or none of it, and a plain sentence when the system refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop_app.common.errors import Exit, UserError
from desktop_app.exporters.deliver import deliver


def _refused(target: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        deliver(b"new", target)
    assert caught.value.exit_code is Exit.OUTSIDE
    assert target.name in caught.value.message
    return caught.value


def test_writes_and_replaces_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    deliver(b"first", target)
    deliver(b"second", target)
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0


def test_missing_folder(tmp_path: Path) -> None:
    assert _refused(tmp_path / "no" / "out.pdf").code == "not-found"


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert _refused(tmp_path / "file" / "out.pdf").code == "not-found"


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    assert _refused(tmp_path).code == "no-permission"


def test_read_only_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything, so the answer is given here
    assert _refused(target).code == "no-permission"
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "no-permission"),
        (errno.EROFS, "no-permission"),
        (errno.EIO, "not-written"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_any_refusal_keeps_the_old_file_and_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, call, fail)
    assert _refused(target).code == code
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    real, link, pipe = tmp_path / "real.pdf", tmp_path / "link.pdf", tmp_path / "pipe.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    os.mkfifo(pipe)
    for target in (link, pipe, tmp_path / "dangling"):
        if target.name == "dangling":
            target.symlink_to(tmp_path / "nowhere")
        assert _refused(target).code == "not-a-file"
    assert (real.read_bytes(), link.is_symlink(), pipe.exists()) == (b"old", True, True)
