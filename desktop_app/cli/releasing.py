"""`candour release`: a step of an output, with who took it; an approval writes and signs the final file."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.blocked import blocked_report, tell_blocked
from desktop_app.cli.linking import day_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import TerminalProgress, document, say
from desktop_app.cli.secrets import ask, first_line
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.output import Output
from desktop_app.domain.release import Status
from desktop_app.services.outputs import ExportResult
from desktop_app.services.release.approving import approve
from desktop_app.services.release.listed import release_fields
from desktop_app.services.release.named import output_named
from desktop_app.services.release.rules import rule_for
from desktop_app.services.release.steps import record_step, set_withdrawal
from desktop_app.services.release.superseded import superseded
from desktop_app.services.session import Session


def run(args: argparse.Namespace) -> int:
    with opened(args) as session:
        output = output_named(session.snapshot, args.output)
        result = _do(session, output, args)
        output = output_named(session.snapshot, output.uid)
        if result is not None and not result.written:
            return _blocked(result, as_json=args.json)
        found = superseded(session.snapshot)
        said = {"uid": output.uid, "version": output.version, **release_fields(session.snapshot, output, found)}
    if args.json:
        document({**said, "sha256": output.final_sha256 or output.sha256})
        return int(Exit.DONE)
    say(f"{output.kind.value}/{output.profile.value}/{output.version} is now: {output.status}.")
    if result is not None:
        say(f"The file to hand over, read back clean: {result.path}\nSHA-256 {result.sha256}")
    if output.uid in found:
        say(f"Look at this: superseded, {found[output.uid].why}.")
    return int(Exit.DONE)


def _do(session: Session, output: Output, args: argparse.Namespace) -> ExportResult | None:
    if args.withdraw_by:
        set_withdrawal(session, output, None if args.withdraw_by == "rule" else day_of(args.withdraw_by))
        return None
    status, on = Status(args.to), day_of(args.on) if args.on else None
    file = Path(args.out) if args.out else None
    if status is not Status.APPROVED:
        record_step(
            session,
            output,
            status,
            by=args.by,
            name=args.name,
            on=on,
            note=args.note,
            not_needed=args.not_needed,
            file=file,
        )
        return None
    if file is None:
        raise UserError(
            "An approval writes the file that will be handed over, and no place for it was given.",
            safe="Nothing was changed.",
            do="Add --out OUT.",
            code="no-file",
            exit_code=Exit.USAGE,
        )
    secret = ""
    if rule_for(output.profile).second_person:
        secret = approver_secret(args)
    return approve(
        session, output, file, by=args.by, passphrase=secret, on=on, note=args.note, progress=TerminalProgress()
    )


def approver_secret(args: argparse.Namespace) -> str:
    """The approver's own passphrase, from its file or asked for."""
    given = args.approver_passphrase_file
    return first_line(given) if given else ask("The approver's own passphrase: ")


def _blocked(result: ExportResult, *, as_json: bool) -> int:
    if as_json:
        document({"written": False, "blocked": blocked_report(result.blocked), "sha256": None})
    else:
        tell_blocked(result.blocked)
    return int(Exit.LOOK)
