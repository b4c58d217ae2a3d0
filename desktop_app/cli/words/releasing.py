"""From a draft to a file that was handed over."""

from __future__ import annotations

import argparse

from desktop_app.cli.words.command import add_command
from desktop_app.cli.words.outputs import OUTPUT_KINDS

_OUTPUT = "uid, SHA-256 or KIND/PROFILE/VERSION, e.g. briefing/public/2; without a version the newest"
STATUSES = ("checked", "agencies", "family", "legal", "approved", "published", "withdrawn")


def add_release_commands(commands: object) -> None:
    release = add_command(commands, "release", "releasing", "record the next step of an output", review=True)
    release.add_argument("output", metavar="OUTPUT", help=_OUTPUT)
    what = release.add_mutually_exclusive_group(required=True)
    what.add_argument("--to", choices=STATUSES, metavar="STATUS", help=", ".join(STATUSES))
    what.add_argument(
        "--withdraw-by", metavar="DATE", help="by when this file is to come down; “rule”: as the rules say"
    )
    _add_who(release)
    release.add_argument("--name", default="", help="of that person, where it is to be kept")
    release.add_argument("--note", default="", metavar="TEXT")
    release.add_argument("--not-needed", action="store_true", help="the step is left out, and --note says why")
    release.add_argument(
        "--out",
        metavar="OUT",
        help="with approved: where the final file is written; with published: the file, to be held against it",
    )
    release.add_argument(
        "--approver-passphrase-file",
        metavar="F",
        help="read the approver's own passphrase from F, else it is asked for",
    )
    give = add_command(commands, "give", "giving", "note who was given an output", review=True)
    give.add_argument("output", metavar="OUTPUT", help=_OUTPUT)
    give.add_argument("--to", required=True, metavar="WHO", help="a role or a body")
    give.add_argument("--how", default="", help="e.g. “secure mail”")
    _add_who(give)
    approver = add_command(commands, "approver", "approvers", "add or retire somebody who may approve", review=True)
    approver.add_argument("--role", required=True, metavar="ROLE", help="e.g. “Independent chair”")
    approver.add_argument("--name", default="")
    approver.add_argument("--retire", action="store_true")
    approver.add_argument("--approver-passphrase-file", metavar="F", help="read the passphrase they choose from F")
    compare = add_command(commands, "compare", "comparing", "compare two outputs sentence by sentence", review=True)
    compare.add_argument("before", metavar="A", help=_OUTPUT)
    compare.add_argument("after", metavar="B", help="as A")


def _add_who(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", default="", metavar="ROLE", help="who did it, e.g. “Legal adviser”")
    command.add_argument("--on", metavar="DATE", help="the day it was done, else today")


def add_section_commands(commands: object) -> None:
    sections = add_command(commands, "sections", "sections", "show or change the sections of an output", review=True)
    sections.add_argument("--output", required=True, choices=OUTPUT_KINDS, metavar="KIND", help=", ".join(OUTPUT_KINDS))
    sections.add_argument("--order", metavar="ID,…", help="these first, in this order")
    sections.add_argument("--drop", action="append", default=[], metavar="ID", help="leave it out; may be repeated")
    sections.add_argument("--restore", action="append", default=[], metavar="ID", help="take it in again")
    sections.add_argument("--heading", metavar="ID=WORDS", help="another heading; nothing after = is the usual one")
    own = sections.add_mutually_exclusive_group()
    own.add_argument("--add", metavar="HEADING", help="a section of your own, its words in --text-file")
    own.add_argument("--write", metavar="ID", help="other words in a section of your own")
    sections.add_argument(
        "--text-file", metavar="F", help="plain text; {rec:2}, {finding:3}, {action:7}, {count:actions} stay true"
    )
    sections.add_argument("--usual", action="store_true", help="first: the usual order, nothing left out")
