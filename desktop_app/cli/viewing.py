"""`candour view`: a way of looking at the chronology kept under a name, or let go."""

from __future__ import annotations

import argparse

from desktop_app.cli.narrowing import said_by
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.events_chosen import filter_said
from desktop_app.services.saved_views import delete_view, save_view, view_named
from desktop_app.services.views_listed import view_lines


def run(args: argparse.Namespace) -> int:
    said = said_by(args)
    if args.delete and (said.narrows or args.column):
        raise UserError(
            "A view that is deleted shows nothing.",
            safe="Nothing was changed.",
            do="Use --delete alone, or leave it out.",
            code="view-deleted",
            exit_code=Exit.USAGE,
        )
    with opened(args) as session:
        if args.delete:
            delete_view(session, view_named(session.snapshot, args.name))
        else:
            save_view(session, args.name, filter_said(session.snapshot, said), tuple(args.column))
        kept = view_lines(session.snapshot)
    if args.json:
        document({"views": kept})
    say("The view was deleted; no event was." if args.delete else "Kept in the review. The window lists it too.")
    return int(Exit.DONE)
