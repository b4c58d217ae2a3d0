"""`candour approver`: somebody who may approve, with a passphrase that whoever compiles does not know."""

from __future__ import annotations

import argparse

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.cli.secrets import ask_twice, first_line
from desktop_app.common.errors import Exit
from desktop_app.services.release.approvers import fingerprint, make_approver, retire_approver
from desktop_app.services.release.listed import approver_lines


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        if args.retire:
            retire_approver(session, args.role)
            lines = approver_lines(session.snapshot)
            say(f"“{args.role}” approves nothing from now on; what they signed stays signed.")
        else:
            given = args.approver_passphrase_file
            secret = first_line(given) if given else ask_twice("The passphrase that the approver chooses: ")
            _, made = make_approver(session, args.role, args.name, secret)
            lines = approver_lines(session.snapshot)
            say(
                f"“{made.role}” may approve from now on. Write down and keep: {fingerprint(made)}. Whoever puts "
                "another key in its place shows by it."
            )
    if args.json:
        document({"approvers": lines})
    return int(Exit.DONE)
