"""`candour list`: JSON Lines of records, printed only because they were asked for."""

from __future__ import annotations

import argparse

from desktop_app.cli.linking import day_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import lines
from desktop_app.common.errors import Exit
from desktop_app.services.listing import list_records
from desktop_app.services.merging.listed import knowledge_lines


def run(args: argparse.Namespace) -> int:
    day = day_of(args.at) if args.at else None
    with opened(args) as session:
        if day is not None and args.kind == "knowledge":
            found = knowledge_lines(session.snapshot, day)
        else:
            found = list_records(session.snapshot, args.kind)
    lines(found)
    return int(Exit.DONE)
