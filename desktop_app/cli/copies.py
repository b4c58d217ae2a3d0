"""A co-author's copy at the terminal: its secret, what came of it, and `candour settle` for what waits."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.cli.secrets import first_line, keyfile_of, secret_of
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.copies.bringing import BroughtHome, Waiting, keep_mine, take_theirs, waiting
from desktop_app.services.session import Passphrase, Secret


def secret_of_copy(args: argparse.Namespace) -> Secret:
    """The review's own, for a copy is opened by what opened it then; unless another is given."""
    if args.copy_passphrase_file:
        return Passphrase(first_line(args.copy_passphrase_file), keyfile_of(args))
    if args.passphrase_file == "-":  # noqa: S105 - standard input
        raise UserError(
            "Standard input was read for the review, and cannot be read again for its copy.",
            safe="Nothing was changed.",
            do="Give the copy's passphrase with --copy-passphrase-file.",
            code="usage",
            exit_code=Exit.USAGE,
        )
    return secret_of(args)


def home_report(path: Path, done: BroughtHome) -> dict[str, object]:
    merge = done.merge
    return {
        "file": path.name,
        "new": merge.new,
        "taken": merge.taken,
        "deleted": merge.deleted,
        "same": merge.same,
        "conflicts": merge.conflicts,
        "left": merge.left,
    }


def tell_home(path: Path, done: BroughtHome) -> None:
    merge = done.merge
    say(
        f"{path.name}: {merge.new} new, {merge.taken} changed there alone, {merge.deleted} deleted there, "
        f"{merge.same} as here, {merge.conflicts} for you to settle (“candour settle”)."
    )
    if merge.left:
        say(f"{merge.left} records of what left that copy stay with it: outputs, approvals, holds.")


def run(args: argparse.Namespace) -> int:
    """`candour settle`: what copies say otherwise, and which version counts."""
    with opened(args) as session:
        found = waiting(session.snapshot)
        if args.uid:
            asked = next((one for one in found if one.conflict.uid == args.uid), None)
            if asked is None or not (args.mine or args.theirs):
                raise UserError(
                    "Nothing with that uid waits." if asked is None else "Say which version counts.",
                    safe="Nothing was changed.",
                    do="“candour settle FILE --json” lists what waits; --mine or --theirs settles one.",
                    code="usage",
                    exit_code=Exit.USAGE,
                )
            (keep_mine if args.mine else take_theirs)(session, asked.conflict)
            found = waiting(session.snapshot)
    if args.json:
        document({"waiting": [_waiting(one) for one in found]})
    else:
        for one in found:
            say(f"{one.conflict.uid}  {one.conflict.family}, {one.conflict.why.value}")
            for difference in one.differences:
                say(f"  {difference.field}: here “{difference.mine}”, there “{difference.theirs}”")
    return int(Exit.LOOK if found else Exit.DONE)


def _waiting(one: Waiting) -> dict[str, object]:
    return {
        "uid": one.conflict.uid,
        "kind": one.conflict.family,
        "record": one.conflict.record,
        "why": one.conflict.why.value,
        "differences": [{"field": d.field, "mine": d.mine, "theirs": d.theirs} for d in one.differences],
    }
