"""`candour check`."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.services.checking import check, read_anchor


def run(args: argparse.Namespace) -> int:
    anchor = read_anchor(args.anchor) if args.anchor else None
    with opened(args) as session:
        report = check(session, anchor)
    if args.json:
        document(
            {
                "ok": report.ok,
                "problems": [{"code": p.code, "what": p.what, "where": p.where} for p in report.problems],
                "loose_ends": [{"code": p.code, "what": p.what, "where": p.where} for p in report.loose_ends],
                "unseen": list(report.unseen),
            }
        )
    else:
        for problem in report.problems:
            say(f"{problem.what} ({problem.where})")
        for loose in report.loose_ends:
            say(f"Loose end: {loose.what}")
        say("Everything that was checked is in order." if report.ok else "Something needs a person’s eyes.")
        say("No check of the file can see:")
        for unseen in report.unseen:
            say(f"  {unseen}")
    return int(Exit.DONE if report.ok else Exit.LOOK)
