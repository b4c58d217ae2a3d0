"""Only files are read, and no more of them than asked: nothing hangs on a pipe or fills the memory from a device."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli.jsonl import read_lines
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.regular_file import read_regular
from desktop_app.exporters.reader.read import read

READERS: list[Callable[[Path], object]] = [
    lambda path: read_regular(path, 100, safe="Nothing was changed."),
    lambda path: list(read_lines(str(path))),
    read,
]


def special_files(folder: Path) -> list[Path]:
    found = [folder]
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
        (folder / "link").symlink_to("/dev/zero")
        found += [folder / "pipe", folder / "link", Path("/dev/zero"), Path("/dev/urandom")]
    return found


@pytest.mark.parametrize("reader", READERS)
def test_what_is_not_a_file_is_refused(tmp_path: Path, reader: Callable[[Path], object]) -> None:
    for path in special_files(tmp_path):
        with pytest.raises(UserError) as caught:
            reader(path)
        assert (caught.value.code, caught.value.exit_code) == ("not-a-file", Exit.OUTSIDE)


def test_a_file_and_a_link_to_it_are_read_within_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 11)
    assert read_regular(tmp_path / "a", 11, safe="") == b"x" * 11
    assert len(read_regular(tmp_path / "a", 5, safe="")) == 6
    if hasattr(os, "mkfifo"):
        (tmp_path / "link").symlink_to(tmp_path / "a")
        assert read_regular(tmp_path / "link", 11, safe="") == b"x" * 11
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "none", 5, safe="")


def test_a_missing_file_is_still_said_to_be_missing(tmp_path: Path) -> None:
    for reader in READERS[1:]:
        with pytest.raises(UserError) as caught:
            reader(tmp_path / "none")
        assert caught.value.code == "not-found"
