"""One command of the command line, with the words that every command has."""

from __future__ import annotations

import argparse
from collections.abc import Callable

PROFILES = ("public", "partner", "family", "practitioner", "panel")


def add_command(
    commands: object, name: str, module: str, help_text: str, *, review: bool = False, secrets: bool = False
) -> argparse.ArgumentParser:
    add: Callable[..., argparse.ArgumentParser] = commands.add_parser  # type: ignore[attr-defined]
    parser = add(name, help=help_text, description=help_text[:1].upper() + help_text[1:] + ".")
    parser.set_defaults(module=module)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    if review:
        parser.add_argument("file", metavar="FILE", help="the review")
    if review or secrets:
        parser.add_argument("--passphrase-file", metavar="F", help="read the passphrase from F (- is standard input)")
        parser.add_argument("--keyfile", metavar="F", help="the keyfile, where the review asks for one")
        parser.add_argument(
            "--recovery-key-file",
            metavar="F",
            action="append",
            help="open with the recovery key in F instead; for shares, once for each",
        )
    return parser
