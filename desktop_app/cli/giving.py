"""`candour give`: note who was given an output, how and when."""

from __future__ import annotations

import argparse

from desktop_app.cli.linking import day_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.services.release.named import output_named
from desktop_app.services.release.recipients import give, recipients_of


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        output = output_named(session.snapshot, args.output)
        give(session, output, to=args.to, how=args.how, by=args.by, on=day_of(args.on) if args.on else None)
        held = recipients_of(session.snapshot, output.uid)
    if args.json:
        lines = [
            {"to": r.to, "how": r.how, "on": r.on.isoformat() if r.on else None, "by": r.role, "sha256": r.sha256}
            for r in held
        ]
        document({"output": output.uid, "recipients": lines})
    say(f"Noted. {len(held)} in all were given version {output.version}.")
    return int(Exit.DONE)
