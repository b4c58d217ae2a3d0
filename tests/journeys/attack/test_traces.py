"""The command line, watched by Python's own audit hook: no socket, and nothing written outside a short list.

The hook does not see what SQLite opens by itself: what that leaves is found in the folders afterwards, and what it
opens and removes again by `test_strace.py`. The window is watched in `test_memory.py`.
"""

from __future__ import annotations

from typing import Any


def test_the_command_line_writes_where_it_was_told_and_opens_no_socket(grounds: Any) -> None:
    grounds.journey()
    happened = grounds.watched()
    assert [what for _, event, what in happened if event == "socket"] == []
    assert str(grounds.review) in [what for _, event, what in happened if event == "write"]
    assert grounds.strays() == []
    assert list(grounds.temp.iterdir()) == []
    assert grounds.alive() == []


def test_a_stray_would_be_seen(grounds: Any) -> None:
    (grounds.home / "notes.txt").touch()
    assert grounds.strays() == [str(grounds.home / "notes.txt")]
    strays = [str(grounds.reviews / "case.review.tmp"), "/etc/hosts", "/var/tmp/x"]
    assert grounds.unexpected([*strays, str(grounds.review), "/dev/null"]) == sorted(strays)
