"""`candour list`: JSON Lines of records, printed only because they were asked for."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import lines
from desktop_app.common.errors import Exit
from desktop_app.services.listing import list_records


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        found = list_records(session.snapshot, args.kind)
    lines(found)
    return int(Exit.DONE)
