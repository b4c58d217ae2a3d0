"""Themes, the board beside a finding, what a passage rests on, and where printed words come from."""

from __future__ import annotations

from desktop_app.cli.words.command import PROFILES, add_command
from desktop_app.cli.words.outputs import OUTPUT_KINDS


def add_coding_commands(commands: object) -> None:
    code = add_command(commands, "code", "coding", "mark a record, or words of it, with a theme", review=True)
    code.add_argument("record", metavar="RECORD", nargs="?", help="ref of an event, key of a passage, or a uid")
    code.add_argument("--theme", metavar="NAME", help="name, letter or uid of the theme")
    code.add_argument("--words", default="", metavar="TEXT", help="the words to mark; else the record as a whole")
    code.add_argument("--field", default="", metavar="FIELD", help="the text they stand in, e.g. comment")
    code.add_argument("--memo", default="", metavar="TEXT")
    instead = code.add_mutually_exclusive_group()
    instead.add_argument("--new", metavar="NAME", help="make a theme")
    instead.add_argument("--remove", metavar="UID", nargs="+", help="take these marks away")
    instead.add_argument("--move", metavar="UID", nargs="+", help="put these marks under --theme")
    instead.add_argument("--merge", metavar="NAME", help="put this theme's marks under --theme, and take it out")
    instead.add_argument("--delete", action="store_true", help="take --theme out, with its marks")
    instead.add_argument("--settle", action="store_true", help="marks follow words that were edited since")
    code.add_argument("--define", metavar="TEXT", help="with --new: when to use it, and when not")
    code.add_argument("--under", metavar="NAME", help="with --new: the theme it belongs under")


def add_tracing_commands(commands: object) -> None:
    board = add_command(commands, "board", "laying", "lay evidence beside a finding, or show its board", review=True)
    board.add_argument("finding", type=int, metavar="N", help="number of the finding")
    board.add_argument("records", metavar="RECORD", nargs="*", help="ref of an event, “kpe 2”, or a uid")
    sides = ("for", "against", "context")
    board.add_argument("--side", choices=sides, default="for", metavar="SIDE", help=", ".join(sides))
    board.add_argument("--off", action="store_true", help="take them off the board")
    board.add_argument("--at", type=int, metavar="PLACE", help="from 1; else after the others")
    board.add_argument("--note", metavar="TEXT", help="what you note about them there")
    board.add_argument("--factor", action="append", default=[], metavar="HEADING", help="a contributory factor")
    rests = add_command(commands, "rests", "laying", "say what a passage of an output is written from", review=True)
    rests.add_argument("passage", metavar="KEY", help="of the passage, e.g. about")
    rests.add_argument("records", metavar="RECORD", nargs="+", help="ref of an event, “finding 3”, or a uid")
    rests.add_argument("--off", action="store_true", help="it is not written from these after all")
    trace = add_command(
        commands, "trace", "tracing", "say which record each printed paragraph came from, and its evidence", review=True
    )
    trace.add_argument("--output", required=True, choices=OUTPUT_KINDS, metavar="KIND", help=", ".join(OUTPUT_KINDS))
    trace.add_argument("--profile", required=True, choices=PROFILES, metavar="PROFILE", help=", ".join(PROFILES))
    trace.add_argument("--as-at", metavar="DATE", help="e.g. 2026-05-15")
    trace.add_argument("--words", default="", metavar="TEXT", help="only paragraphs with these words in them")
    thread = add_command(
        commands, "thread", "tracing", "say what a record rests on, and what rests on it (always JSON)", review=True
    )
    thread.add_argument("record", metavar="RECORD", help="ref of an event, “finding 3”, key of a passage, or a uid")
