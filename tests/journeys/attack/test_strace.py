"""A whole journey as the operating system sees it: every socket, every file opened for writing. `-m long`."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.long

SOCKETS = ("socket", "connect", "bind", "listen", "sendto", "sendmsg")
OPENS = ("open", "openat", "creat")
MAKES = ("rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat", "symlink", "symlinkat", "mknodat")
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(?: .*)?")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')


@pytest.fixture
def under(tmp_path: Path) -> tuple[str, ...]:
    """What a process is run under."""
    strace = shutil.which("strace")
    assert strace, "strace is not installed, and without it this test shows nothing. On Debian: apt install strace"
    traced = f"trace={','.join((*SOCKETS, *OPENS, *MAKES))}"
    return (strace, "-f", "-ff", "--seccomp-bpf", "-qq", "-e", traced, "-s", "4096", "-o", str(tmp_path / "calls"))


def calls(folder: Path) -> list[tuple[str, str, bool]]:
    """(call, its words, whether it succeeded) of every process and thread."""
    found = []
    for log in sorted(folder.glob("calls.*")):
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            match = _CALL.fullmatch(line)
            assert match or line.startswith(("+++", "---")) or line.endswith("= ?"), line
            if match:
                found.append((match[1], match[2], match[3] != "-1"))
    return found


def written(found: list[tuple[str, str, bool]], cwd: Path) -> list[str]:
    """Paths that were opened for writing, made or renamed. A failed attempt counts unless it could make nothing."""
    paths = []
    for call, words, done in found:
        named = _PATH.findall(words)
        if (call in OPENS and (call == "creat" or _WRITING.search(words)) and (done or "O_CREAT" in words)) or (
            call in MAKES and done
        ):
            paths.append(os.path.normpath(cwd / named[-1]))
    return paths


def test_no_socket_and_no_stray_file_in_a_whole_journey(grounds: Any, under: tuple[str, ...], tmp_path: Path) -> None:
    grounds.journey(before=under)
    person = grounds.sit_down("strace", 6, "desk.xlsx", before=under)
    (locked,) = grounds.lock(person)
    grounds.end(locked)
    found = calls(tmp_path)
    assert len(found) > 1000
    assert [words for call, words, _ in found if call in SOCKETS] == []
    paths = [path for path in written(found, grounds.out) if not path.startswith(str(grounds.watch))]
    assert str(grounds.review) in paths, "the trace must see what it looks for"
    assert grounds.unexpected(paths) == []


def test_a_socket_would_be_seen(grounds: Any, under: tuple[str, ...], tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "import socket; socket.socket(); open('/dev/full', 'w').close()"
    subprocess.run([*under, sys.executable, "-c", code], check=True)
    found = calls(tmp_path)
    assert "socket" in [call for call, _, _ in found]
    assert grounds.unexpected(written(found, grounds.out)) == ["/dev/full"]
