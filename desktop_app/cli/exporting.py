"""`candour export`: written and clean, or refused with every form of words that stands in the way."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from desktop_app.cli.blocked import blocked_report, tell_blocked
from desktop_app.cli.exporting_words import check_words, format_of
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import TerminalProgress, document, say
from desktop_app.cli.secrets import ask_twice, first_line
from desktop_app.cli.words.outputs import PSEUDONYM_KEY
from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.services.house_template import keep_template
from desktop_app.services.output_shapes import shaped, wanted_shape
from desktop_app.services.outputs import ExportResult, export
from desktop_app.services.proofing import warnings
from desktop_app.services.pseudonym_key import write_pseudonym_key

_SAID = 6  # of what readers could put together, at a terminal; --json has all


def run(args: argparse.Namespace) -> int:
    check_words(args)
    if args.output == PSEUDONYM_KEY:
        return _pseudonym_key(args)
    target = Path(args.to)
    file_format = format_of(args)
    as_at = _date(args.as_at)
    kind = OutputKind(args.output)
    with opened(args) as session:
        shape = None
        if args.preset or args.agency:
            shape = wanted_shape(session.snapshot, kind, preset=args.preset or "", agency=args.agency or "")
        template = keep_template(session, Path(args.template))[1].sha256 if args.template else ""
        result = export(
            session,
            kind,
            ProfileName(args.profile),
            file_format,
            target,
            as_at=as_at,
            shape=shape,
            template=template,
            by=args.by,
            progress=TerminalProgress(),
        )
        if args.json:
            held = session.snapshot if shape is None else shaped(session.snapshot, shape)
            document({**report(result), "notes": list(warnings(held, kind, as_at or today()))})
    if not args.json:
        _tell(result)
    return int(Exit.DONE if result.written else Exit.LOOK)


def _pseudonym_key(args: argparse.Namespace) -> int:
    """Real names in an encrypted PDF, when somebody says that they know what it is."""
    passphrase = ""
    if args.restricted:
        given = args.key_passphrase_file
        passphrase = first_line(given) if given else ask_twice("Passphrase for the pseudonym key: ")
    with opened(args) as session:
        digest = write_pseudonym_key(
            session, Path(args.to), passphrase, restricted=args.restricted, progress=TerminalProgress()
        )
    if args.json:
        document({"written": True, "blocked": [], "sha256": digest})
    else:
        say(f"RESTRICTED. Real names, encrypted: {args.to}\nKeep it apart from every output. SHA-256 {digest}")
    return int(Exit.DONE)


def _date(text: str | None) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UserError(
            "The date after --as-at could not be read.",
            safe="Nothing was written.",
            do="Write it as year-month-day, e.g. 2026-05-15.",
            code="bad-date",
            exit_code=Exit.USAGE,
        ) from None


def report(result: ExportResult) -> dict[str, object]:
    return {
        "written": result.written,
        "blocked": blocked_report(result.blocked),
        "sha256": result.sha256 or None,
        "jigsaw": list(result.jigsaw),
        "too_long": list(result.too_long),
    }


def _tell(result: ExportResult) -> None:
    if result.written:
        say(f"Written and read back clean: {result.path}\nSHA-256 {result.sha256}")
        for warning in (*result.too_long, *result.jigsaw[:_SAID]):
            say(f"Look at this: {warning}")
        if (more := len(result.jigsaw) - _SAID) > 0:
            say(f"And {more} more of what readers could put together: “candour jigsaw FILE” says all of it.")
        return
    tell_blocked(result.blocked)
