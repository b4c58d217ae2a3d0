"""`candour open` and `candour screens`: the only commands that load the window."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError


def run(args: argparse.Namespace) -> int:
    return _screens(args) if args.command == "screens" else _open(args)


def _open(args: argparse.Namespace) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise UserError(
            "There is no display here to open a window on.",
            safe="Nothing was opened.",
            do="Everything can be done without one: “candour --help” lists the commands, “candour demo” shows the job.",
            code="no-display",
            exit_code=Exit.OUTSIDE,
        )
    if args.file == "-":  # what a window that locks itself starts in its place
        from desktop_app.ui.app import take_over

        return take_over()
    if args.file and sys.platform != "win32":
        from desktop_app.ui.shell.unnamed import begin_again_unnamed

        begin_again_unnamed(Path(args.file))
    from desktop_app.ui.app import run as run_window

    return run_window(Path(args.file) if args.file else None)


def _screens(args: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.ui.screens import render_screens

    folder = Path(args.folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = render_screens(folder, args.page, args.scheme, args.scale)
    if args.json:
        document({"screens": [str(path) for path in made]})
    else:
        for path in made:
            say(str(path))
    return int(Exit.DONE)
