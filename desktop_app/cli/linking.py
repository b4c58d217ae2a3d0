"""`candour link` and `candour gap`: answers to what `list duplicates|contradictions|corroborations|gaps` propose."""

from __future__ import annotations

import argparse
import datetime as dt

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.merging.named import answer_pair, answer_silence, resolve_pair


def run(args: argparse.Namespace) -> int:
    return _gap(args) if args.command == "gap" else _link(args)


def _link(args: argparse.Namespace) -> int:
    first, second = args.events
    state = "refused" if args.refuse else "later" if args.later else "proposed" if args.undo else "accepted"
    with opened(args) as session:
        if args.resolved is not None:
            resolve_pair(session, (first, second), args.resolved)
        else:
            answer_pair(session, (first, second), args.kind, state, args.reason)
    if args.json:
        document({"events": [first, second], "kind": args.kind, "state": state})
    say("Stored in the review. Both events stay as they were sent.")
    return int(Exit.DONE)


def _gap(args: argparse.Namespace) -> int:
    day = day_of(args.start)
    with opened(args) as session:
        gap = answer_silence(session, args.agency, day, "refused" if args.none else "accepted", args.explained)
    if args.json:
        document(
            {
                "from": gap.start.isoformat(),
                "to": gap.end.isoformat(),
                "days": gap.days,
                "state": gap.state,
                "explained": gap.explained,
            }
        )
    say(f"Stored in the review, for {gap.days} days.")
    return int(Exit.DONE)


def day_of(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UserError(
            "That is not a date as this option takes it.",
            safe="Nothing was changed.",
            do="Write it as 2024-05-03.",
            code="bad-date",
            exit_code=Exit.USAGE,
        ) from None
