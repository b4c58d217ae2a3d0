"""Secrets: from a file, from standard input, or asked for without echo. Never an argument, never the environment."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from desktop_app.common.errors import Exit, UserError
from desktop_app.services.keys import is_share
from desktop_app.services.secret_files import LARGEST, read_keyfile, read_secret_file
from desktop_app.services.session import Passphrase, RecoveryKey, RecoveryShares, Secret


def secret_of(args: argparse.Namespace) -> Secret:
    """What opens an existing review."""
    if args.recovery_key_file:
        return _recovery_secret(args.recovery_key_file)
    text = first_line(args.passphrase_file) if args.passphrase_file else ask("Passphrase: ")
    return Passphrase(text, keyfile_of(args))


def _recovery_secret(names: list[str]) -> Secret:
    """One recovery key; or shares, one a file (its words on one line or several) or one a line."""
    lines = [[line for line in secret_lines(name) if line.strip()] for name in names]
    if len(names) == 1 and not is_share(" ".join(lines[0])):
        return RecoveryKey(lines[0][0] if lines[0] else "")
    texts = []
    for found in lines:
        texts += found if all(is_share(line) for line in found) else [" ".join(found)]
    return RecoveryShares(tuple(texts))


def new_passphrase_of(args: argparse.Namespace) -> str:
    """The passphrase of a review about to be made; asked for twice at a terminal."""
    if args.passphrase_file:
        return first_line(args.passphrase_file)
    return ask_twice("Choose a passphrase: ")


def keyfile_of(args: argparse.Namespace) -> bytes | None:
    return read_keyfile(Path(args.keyfile)) if args.keyfile else None


def ask(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise UserError(
            "A passphrase is needed, and there is no terminal to ask at.",
            safe="Nothing was opened or changed.",
            do="Give it with --passphrase-file F, where - means standard input.",
            code="no-terminal",
            exit_code=Exit.USAGE,
        )
    return getpass.getpass(prompt, stream=sys.stderr)


def ask_twice(prompt: str) -> str:
    first = ask(prompt)
    if ask("Once more: ") != first:
        raise UserError(
            "The two passphrases are not the same.",
            safe="Nothing was made or changed.",
            do="Try again.",
            code="passphrases-differ",
            exit_code=Exit.USAGE,
        )
    return first


def first_line(name: str) -> str:
    found = secret_lines(name)
    return found[0] if found else ""


def secret_lines(name: str) -> list[str]:
    """The lines of a secret file, each without its line end; spaces inside and around stay."""
    data = sys.stdin.buffer.read(LARGEST) if name == "-" else read_secret_file(Path(name))
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UserError(
            "The file with the passphrase is not text.",
            safe="Nothing was opened or changed.",
            do="Put the passphrase on the first line of a UTF-8 text file.",
            code="secret-not-text",
            exit_code=Exit.USAGE,
        ) from None


def cannot_keep_recovery_key() -> UserError:
    return UserError(
        "The recovery key could not be written there: a file of that name exists, or the folder may not be written to.",
        safe="No existing file was touched.",
        do="Choose a new file name for --recovery-to.",
        code="recovery-file",
        exit_code=Exit.OUTSIDE,
    )
