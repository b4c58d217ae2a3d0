"""`candour house-template`: a Word template to begin with."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from desktop_app.cli.printing import document, say
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.house_template import write_starter


def run(args: argparse.Namespace) -> int:
    target = Path(args.to)
    if target.suffix.lower() != ".docx":
        raise UserError(
            "A house template is a Word document.",
            safe="Nothing was written.",
            do="Give it a name that ends in .docx.",
            code="format-and-name-differ",
            exit_code=Exit.USAGE,
        )
    write_starter(target)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    if args.json:
        document({"written": True, "sha256": digest})
    else:
        say(f"Written: {target}\nDress it in Word, then: candour export … --format docx --template {target.name}")
    return int(Exit.DONE)
