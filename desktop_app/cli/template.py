"""`candour template`: a return for an agency to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.blocked import blocked_report, tell_blocked
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit
from desktop_app.services.return_template import USUAL_COLUMNS, USUAL_MANDATORY, make_template


def run(args: argparse.Namespace) -> int:
    target = Path(args.to)
    file_format = args.format or target.suffix.lower().lstrip(".")
    with opened(args) as session:
        result = make_template(
            session.snapshot,
            args.agency,
            file_format,
            target,
            columns=_listed(args.columns) or USUAL_COLUMNS,
            mandatory=_listed(args.mandatory) or USUAL_MANDATORY,
        )
    if args.json:
        document(
            {
                "written": result.written,
                "blocked": blocked_report(result.blocked),
                "sha256": result.sha256 or None,
                "left_out": result.left_out,
            }
        )
    elif result.written:
        say(f"Written and read back clean: {result.path}\nSHA-256 {result.sha256}")
        if result.left_out:
            say(f"{result.left_out} glossary entries were left out: they need a decision before anybody may read them.")
    else:
        tell_blocked(result.blocked)
    return int(Exit.DONE if result.written else Exit.LOOK)


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(word for part in (text or "").split(",") if (word := part.strip()))
