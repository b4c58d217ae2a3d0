"""Runs commands in processes of their own that need not load the program first: each is a fork of this one.

Requests come on the file descriptor that is named first, answers go to the second, a line of JSON each way. A start
from nothing is most of a command's time; tests that ask for `from_nothing` have it.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import sys
from typing import Any, NoReturn

import desktop_app
from desktop_app.__main__ import main


def load() -> None:
    """All but the window, which no command of these tests opens in this way."""
    for found in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
        if not found.name.startswith(("desktop_app.ui", "desktop_app.__main__")):
            importlib.import_module(found.name)
    gc.freeze()


def become(asked: dict[str, Any]) -> NoReturn:
    """In the child: what was asked for, to its end, as if Python had been started with it."""
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    for number, name in enumerate(("in", "out", "err")):
        os.dup2(os.open(asked[name], os.O_WRONLY if number else os.O_RDONLY), number)
    sys.argv = ["candour", *asked["words"]]
    sys.exit(main())


def serve(requests: int, answers: int) -> None:
    with open(requests, encoding="utf-8") as asked, open(answers, "w", encoding="utf-8") as told:
        for line in asked:
            child = os.fork()
            if child == 0:
                become(json.loads(line))
            _, status = os.waitpid(child, 0)
            told.write(json.dumps(os.waitstatus_to_exitcode(status)) + "\n")
            told.flush()


if __name__ == "__main__":
    load()
    serve(int(sys.argv[1]), int(sys.argv[2]))
