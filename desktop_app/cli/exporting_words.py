"""Which words of `candour export` go together, and the format that they ask for."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.words.outputs import PSEUDONYM_KEY
from desktop_app.common.errors import Exit, UserError

FORMATS = ("pdf", "docx", "xlsx", "csv", "png")
_OTHERS = ("doc", "odt", "rtf", "txt", "html", "htm", "xls", "ods", "tsv", "jpg", "jpeg")  # made by other programs


def check_words(args: argparse.Namespace) -> None:
    """Raises UserError (Exit.USAGE) for a word that the output asked for would ignore, so that none is in vain."""
    if args.output == PSEUDONYM_KEY:
        given = {
            "--preset": args.preset,
            "--agency": args.agency,
            "--template": args.template,
            "--as-at": args.as_at,
            "--by": args.by,
            "--format": args.format if args.format != "pdf" else "",
        }
        if vain := [word for word, value in given.items() if value]:
            raise refused(
                f"The pseudonym key is one encrypted PDF, and {' and '.join(vain)} would change nothing in it.",
                f"Leave {' and '.join(vain)} out.",
                "words-in-vain",
            )
        return
    vain = [
        word
        for word, value in (("--restricted", args.restricted), ("--key-passphrase-file", args.key_passphrase_file))
        if value
    ]
    if vain:
        raise refused(
            f"Only the pseudonym key takes {' and '.join(vain)}: this output holds no real names and is not encrypted.",
            f"Leave {' and '.join(vain)} out, or ask for --output {PSEUDONYM_KEY}.",
            "words-in-vain",
        )


def format_of(args: argparse.Namespace) -> str:
    """As asked for, else as the name of the file ends, else Word in a house template and PDF without one.

    Raises UserError (Exit.USAGE) format-and-name-differ or template-is-word.
    """
    suffix = Path(args.to).suffix.lower().lstrip(".")
    known = suffix if suffix in (*FORMATS, *_OTHERS) else ""
    wanted: str = args.format or (known if known in FORMATS else "docx" if args.template else "pdf")
    if args.template and wanted != "docx":
        raise refused(
            f"A house template makes a Word file, and {wanted.upper()} was asked for.",
            "Let the name end in .docx, or leave --template out.",
            "template-is-word",
        )
    if known and known != wanted:
        raise refused(
            f"The name ends in .{known}, and the file would be written as {wanted}.",
            f"Let the name end in .{wanted}, or ask for another --format: {', '.join(FORMATS)}.",
            "format-and-name-differ",
        )
    return wanted


def refused(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was written.", do=do, code=code, exit_code=Exit.USAGE)
