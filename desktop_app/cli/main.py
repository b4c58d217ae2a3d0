"""Runs a command; its words are in `cli.words`, and a module of its own does it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from desktop_app import __version__
from desktop_app.cli.printing import refuse, say, use_utf8
from desktop_app.cli.words.analysing import add_coding_commands, add_tracing_commands
from desktop_app.cli.words.governing import add_governing_commands
from desktop_app.cli.words.keeping import add_backup_commands, add_file_commands, add_key_commands
from desktop_app.cli.words.learning import add_learning_commands
from desktop_app.cli.words.outputs import add_output_commands, add_text_commands
from desktop_app.cli.words.recording import (
    add_analysis_commands,
    add_linking_commands,
    add_recording_commands,
    add_telling_commands,
)
from desktop_app.cli.words.releasing import add_release_commands, add_section_commands
from desktop_app.cli.words.showing import add_room_commands, add_window_commands
from desktop_app.common.errors import Exit, UserError

Handler = Callable[[argparse.Namespace], int]
# In the order that --help lists them.
_WORDS: tuple[Callable[[object], None], ...] = (
    add_file_commands,
    add_linking_commands,
    add_recording_commands,
    add_governing_commands,
    add_analysis_commands,
    add_coding_commands,
    add_tracing_commands,
    add_telling_commands,
    add_key_commands,
    add_backup_commands,
    add_output_commands,
    add_release_commands,
    add_section_commands,
    add_text_commands,
    add_learning_commands,
    add_window_commands,
    add_room_commands,
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        say(f"{self.prog}: {message}\nNothing was done. “{self.prog} --help” lists the words.")
        raise SystemExit(int(Exit.USAGE))


def build_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="candour", description="Sensitive learning reviews in one encrypted file.")
    parser.add_argument("--version", action="version", version=f"candour {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for add_words in _WORDS:
        add_words(commands)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Do what the words say; the exit code is a promise (`common.errors.Exit`)."""
    use_utf8()
    try:
        args = build_parser().parse_args(list(arguments) or ["open"])
    except SystemExit as stop:
        return int(stop.code or 0)
    if args.command is None:
        args = build_parser().parse_args(["open"])
    as_json = bool(getattr(args, "json", False))
    try:
        return _handler(args.module)(args)
    except UserError as error:
        return refuse(error, as_json=as_json)
    except KeyboardInterrupt:
        say("Stopped. Nothing that was saved is lost.")
        return int(Exit.OUTSIDE)
    except BrokenPipeError:
        # Whoever read our output has gone: say nothing more, not even while Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.OUTSIDE)


def _handler(module: str) -> Handler:
    """Each command's module is imported only when it is asked for: start-up stays short."""
    import importlib

    handler: Handler = importlib.import_module(f"desktop_app.cli.{module}").run
    return handler
