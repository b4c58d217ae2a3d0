"""`candour sections`: the sections of an output, in the author's order; changing them."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.regular_file import read_regular
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.output_sections import (
    add_own,
    as_usual,
    drop,
    own_text,
    rename,
    reorder,
    sections_of,
    usual_sections,
    write_own,
)
from desktop_app.services.session import Session

_LARGEST = 2**20  # bytes of a text


def run(args: argparse.Namespace) -> int:
    kind = OutputKind(args.output)
    with opened(args) as session:
        _do(session, kind, args)
        snapshot = session.snapshot
    usual = usual_sections(snapshot, kind)
    lines = _lines(snapshot, kind)
    if args.json:
        document({"output": kind.value, "source": usual.source if usual else None, "sections": lines})
        return int(Exit.DONE)
    for line in lines:
        print(f"{'-' if line['dropped'] else ' '} {line['id']}  {line['heading']}")
    if not lines:
        say("This output has no sections that could be moved.")
    return int(Exit.DONE)


def _do(session: Session, kind: OutputKind, args: argparse.Namespace) -> None:
    """In the order of the words, so that one call can do several things."""
    if args.usual:
        as_usual(session, kind)
    if args.add:
        add_own(session, kind, args.add, _text(args.text_file) if args.text_file else "")
    elif args.write:
        if not args.text_file:
            raise _refusal("There is nothing to write.", "Give the words with --text-file F.", "no-text")
        write_own(session, kind, args.write, _text(args.text_file))
    if args.heading:
        section, equals, words = args.heading.partition("=")
        if not equals:
            raise _refusal(
                "A heading is given as ID=WORDS.", "E.g. --heading next_steps=“What comes next”.", "bad-heading"
            )
        rename(session, kind, section, words)
    for section in args.drop:
        drop(session, kind, section)
    for section in args.restore:
        drop(session, kind, section, dropped=False)
    if args.order:
        reorder(session, kind, [part.strip() for part in args.order.split(",") if part.strip()])


def _lines(snapshot: Snapshot, kind: OutputKind) -> list[dict[str, object]]:
    return [
        {
            "id": section.id,
            "heading": section.name,
            "usual": section.usual or None,
            "own": section.own,
            "dropped": section.dropped,
            "text": own_text(snapshot, section) or None,
        }
        for section in sections_of(snapshot, kind)
    ]


def _text(name: str) -> str:
    try:
        return read_regular(Path(name), _LARGEST, safe="Nothing was changed.").decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UserError(
            f"“{Path(name).name}” could not be read as UTF-8 text.",
            safe="Nothing was changed.",
            do="Check that it is there and saved as plain text.",
            code="not-found",
            exit_code=Exit.OUTSIDE,
        ) from None


def _refusal(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
