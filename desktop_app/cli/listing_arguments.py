"""The options of `candour list`."""

from __future__ import annotations

import argparse


def add_listing_arguments(listing: argparse.ArgumentParser) -> None:
    listing.add_argument("--at", metavar="DATE", help="with knowledge: what each agency knew by the end of that day")
    listing.add_argument("--as-at", metavar="DATE", help="with what can be asked for any day: actions, clocks, …")
    listing.add_argument("--since", metavar="DATE", help="with changes or actions: only what changed after that day")
    only = listing.add_argument_group("with events: only those that the window would show")
    only.add_argument("--words", default="", help="with every one of these words, or words that begin so")
    only.add_argument("--agency", action="append", default=[], metavar="CODE", help="of this agency; may be repeated")
    only.add_argument("--from", dest="first", metavar="DATE", help="on or after this day")
    only.add_argument("--to", dest="last", metavar="DATE", help="on or before this day")
    only.add_argument("--kloe", action="append", default=[], type=int, metavar="N", help="of this line of enquiry")
    only.add_argument("--view", default="", metavar="NAME", help="what this saved view shows, besides")
