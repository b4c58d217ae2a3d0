"""`candour list`: JSON Lines of records, printed only because they were asked for."""

from __future__ import annotations

import argparse
import datetime as dt

from desktop_app.cli.linking import day_of
from desktop_app.cli.narrowing import said_by
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import lines
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.events_chosen import chosen_uids, filter_said
from desktop_app.services.listing import list_records
from desktop_app.services.listing_dated import DATED, since_lines
from desktop_app.services.merging.listed import knowledge_lines


def run(args: argparse.Namespace) -> int:
    day = day_of(args.at) if args.at else None
    as_at = day_of(args.as_at) if args.as_at else None
    since = day_of(args.since) if args.since else None
    said = said_by(args)
    _fits(args.kind, as_at, since)
    if said.narrows and args.kind != "events":
        raise _refusal("Only a list of events can be narrowed.", "Use --words, --agency and the like with events.")
    with opened(args) as session:
        if day is not None and args.kind == "knowledge":
            found = knowledge_lines(session.snapshot, day)
        elif since is not None:
            found = since_lines(session.snapshot, args.kind, since, as_at)
        else:
            found = list_records(session.snapshot, args.kind, as_at)
        if said.narrows:
            shown = set(chosen_uids(session, filter_said(session.snapshot, said)))
            found = [line for line in found if line["uid"] in shown]
    lines(found)
    return int(Exit.DONE)


def _fits(kind: str, as_at: dt.date | None, since: dt.date | None) -> None:
    """A day that would be passed over in silence is refused instead."""
    if kind == "changes" and since is None:
        raise _refusal("What changed needs a day to start from.", "Add --since with a day, e.g. --since 2026-02-01.")
    if since is not None and kind not in ("changes", "actions"):
        raise _refusal(f"--since says nothing about {kind}.", "Use it with changes or actions.")
    if as_at is not None and kind != "changes" and kind not in DATED:
        raise _refusal(f"There is no list of {kind} as at a day.", f"Use --as-at with changes, {', '.join(DATED)}.")
    if since is not None and as_at is not None and since > as_at:
        raise _refusal("--since is later than --as-at.", "Give the earlier day to --since.")


def _refusal(what: str, do: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code="bad-day", exit_code=Exit.USAGE)
