"""`candour board` and `candour rests`: what is laid beside a finding, and what a passage is written from."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.services.board_named import board_lines, lay_named, name_factors
from desktop_app.services.passages import rest_passage
from desktop_app.services.thread.named import record_named


def run(args: argparse.Namespace) -> int:
    return _board(args) if args.command == "board" else _rests(args)


def _board(args: argparse.Namespace) -> int:
    with opened(args) as session:
        if args.factor:
            name_factors(session, args.finding, args.factor)
        if args.records:
            side = "off" if args.off else args.side
            cards = lay_named(session, args.finding, args.records, side, args.note, args.at)
        else:
            cards = board_lines(session.snapshot, args.finding)
    if args.json:
        document({"finding": args.finding, "cards": cards})
    else:
        for card in cards:
            print(f"{card['side']:8} {card['words']}" + (f"  ({card['note']})" if card["note"] else ""))
    return int(Exit.DONE)


def _rests(args: argparse.Namespace) -> int:
    with opened(args) as session:
        uids = [record_named(session.snapshot, name) for name in args.records]
        rest_passage(session, args.passage, uids, off=args.off)
        now = next(n.rests_on for n in session.snapshot.narratives if n.key == args.passage)
    if args.json:
        document({"passage": args.passage, "rests_on": list(now)})
    say("Stored in the review. Nothing of it is ever printed.")
    return int(Exit.DONE)
