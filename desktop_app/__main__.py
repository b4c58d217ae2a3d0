"""Composition root: `candour` with arguments is the command line, without any the window."""

from __future__ import annotations

import sys

from desktop_app.cli.main import run
from desktop_app.common import core_dumps


def main() -> int:
    core_dumps.forbid()
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
