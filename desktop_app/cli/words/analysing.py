"""Themes, the board beside a finding, what a passage rests on, and where printed words come from."""

from __future__ import annotations

from desktop_app.cli.words.command import add_command


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
