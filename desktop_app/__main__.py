"""Composition root: `candour` with arguments is the command line, without any the window."""

from __future__ import annotations

import sys

from desktop_app.cli.main import run


def main() -> int:
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
