"""Loaded by Python itself in every process of a watched run: what is opened for writing, and each use of a socket.

`CANDOUR_WATCH` is a folder; each process writes `<pid>.jsonl` there: [event, path] a line. It also lets the test read
this process's memory, which the program forbids (`common.core_dumps`).
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NAMES_PATHS = {"os.rename": (0, 1), "os.link": (1,), "os.symlink": (1,), "os.mkdir": (0,), "os.truncate": (0,)}
_SET_PTRACER, _ANYBODY = 0x59616D61, -1  # linux/prctl.h


def _watch(folder: str) -> None:
    log = os.open(os.path.join(folder, f"{os.getpid()}.jsonl"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(event: str, what: object) -> None:
        os.write(
            log, json.dumps([event, os.fsdecode(what) if isinstance(what, str | bytes) else str(what)]).encode() + b"\n"
        )

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and args[2] & _WRITES and not isinstance(args[0], int):
            write("write", os.path.abspath(args[0]))
        elif event.startswith("socket."):
            write("socket", event)
        elif event == "subprocess.Popen":
            write("start", json.dumps([str(word) for word in args[1]]))
        elif event in _NAMES_PATHS:
            for number in _NAMES_PATHS[event]:
                write("write", os.path.abspath(args[number]))

    sys.addaudithook(hook)


def _let_memory_be_read() -> None:
    from desktop_app.common import core_dumps

    core_dumps.forbid = lambda: None
    ctypes.CDLL(None).prctl(_SET_PTRACER, ctypes.c_ulong(_ANYBODY), 0, 0, 0)


if folder := os.environ.get("CANDOUR_WATCH"):
    _watch(folder)
if os.environ.get("CANDOUR_MEMORY") and sys.platform == "linux":
    _let_memory_be_read()
