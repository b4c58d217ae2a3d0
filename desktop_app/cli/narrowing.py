"""The options that narrow a list of events, the same for `candour list FILE events` and `candour view`."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the parser of every command is made of these words, and none of them may wait for services
    from desktop_app.services.events_chosen import Said


def add_narrowing(parser: argparse.ArgumentParser, heading: str) -> None:
    only = parser.add_argument_group(heading)
    only.add_argument("--words", default="", help="with every one of these words, or words that begin so")
    only.add_argument("--agency", action="append", default=[], metavar="CODE", help="of this agency; may be repeated")
    only.add_argument("--from", dest="first", metavar="DATE", help="on or after this day")
    only.add_argument("--to", dest="last", metavar="DATE", help="on or before this day")
    only.add_argument("--kloe", action="append", default=[], metavar="N", help="of this line of enquiry")
    only.add_argument("--mark", action="append", default=[], metavar="MARK", help="e.g. “not seen”, “left out”")
    only.add_argument("--matters", action="append", default=[], metavar="HOW", help="routine, significant or key")
    only.add_argument("--theme", action="append", default=[], metavar="THEME")
    only.add_argument("--person", action="append", default=[], metavar="UID", help="uid or name in the register")
    only.add_argument("--episode", action="append", default=[], metavar="N", help="of this key practice episode")
    only.add_argument("--waiting", action="store_true", help="only what an import left for somebody to decide")
    only.add_argument("--no-action", action="store_true", help="only where no action is recorded, and no reason")
    only.add_argument("--outside", action="store_true", help="only what lies outside the scope of the review")
    only.add_argument("--view", default="", metavar="NAME", help="what this saved view shows, besides")


def said_by(args: argparse.Namespace) -> Said:
    """Raises UserError bad-date."""
    from desktop_app.services.events_chosen import Said

    return Said(
        view=args.view,
        words=args.words,
        agencies=tuple(args.agency),
        kloes=tuple(args.kloe),
        marks=tuple(args.mark),
        significance=tuple(args.matters),
        themes=tuple(args.theme),
        people=tuple(args.person),
        episodes=tuple(args.episode),
        first=_day(args.first),
        last=_day(args.last),
        waiting=args.waiting,
        no_action=args.no_action,
        outside=args.outside,
    )


def _day(text: str | None) -> dt.date | None:
    if not text:
        return None
    from desktop_app.cli.linking import day_of

    return day_of(text)
