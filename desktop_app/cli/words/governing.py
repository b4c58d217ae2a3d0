"""Overseeing a review without a window: names of bodies, names of statuses, answers, and what goes to others."""

from __future__ import annotations

from desktop_app.cli.words.command import PROFILES, add_command
from desktop_app.cli.words.recording import STATUSES


def add_governing_commands(commands: object) -> None:
    bodies = add_command(commands, "bodies", "governing", "say that names are of one body, or are not", review=True)
    bodies.add_argument("names", metavar="NAME", nargs="+", help="as “list FILE same-bodies” gives them")
    what = bodies.add_mutually_exclusive_group()
    what.add_argument("--keep", metavar="NAME", help="what it is called from now on; else the first of them")
    what.add_argument("--apart", action="store_true", help="they are different; it is not asked again")
    label = add_command(commands, "label", "governing", "say what a status is called in this review", review=True)
    label.add_argument("status", choices=STATUSES, metavar="STATUS", help=", ".join(STATUSES))
    label.add_argument("word", metavar="WORD", nargs="?", default="", help="without it, its usual word again")
    answer = add_command(commands, "answer", "governing", "record the answer to a recommendation", review=True)
    answer.add_argument("number", type=int, metavar="N")
    kinds = ("accepted", "not-accepted", "undecided")
    answer.add_argument("answer", choices=kinds, metavar="ANSWER", help=", ".join(kinds))
    answer.add_argument("--on", metavar="DATE", help="the day it was given; else today")
    answer.add_argument("--reason", default="")
    answer.add_argument("--by", metavar="BODY", default="")
    for name, said in (
        ("tracker", "make the fields that national trackers ask for, read back"),
        ("hand-over", "make the unfinished actions for a review that carries them on, read back"),
    ):
        made = add_command(commands, name, "exporting", said, review=True)
        made.add_argument("--to", required=True, metavar="OUT", help="an .xlsx file; a tracker may be a .csv too")
        made.add_argument("--profile", choices=PROFILES, default="partner", metavar="P", help="else partner")
        made.add_argument("--as-at", metavar="DATE", help="e.g. 2026-05-15")
        never = {"preset": None, "agency": None, "template": None, "restricted": False, "key_passphrase_file": None}
        made.set_defaults(output=name, format=None, by="", **never)
