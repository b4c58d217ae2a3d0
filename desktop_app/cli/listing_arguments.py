"""The options of `candour list`."""

from __future__ import annotations

import argparse

from desktop_app.cli.narrowing import add_narrowing


def add_listing_arguments(listing: argparse.ArgumentParser) -> None:
    listing.add_argument("--at", metavar="DATE", help="with knowledge: what each agency knew by the end of that day")
    listing.add_argument("--as-at", metavar="DATE", help="with what can be asked for any day: actions, clocks, …")
    listing.add_argument("--since", metavar="DATE", help="with changes or actions: only what changed after that day")
    add_narrowing(listing, "with events: only those that the window would show")
