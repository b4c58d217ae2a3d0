"""Commands whose issue has not come yet: said plainly, exit 2."""

from __future__ import annotations

import argparse

from desktop_app.cli.printing import say
from desktop_app.common.errors import Exit


def run(args: argparse.Namespace) -> int:
    say(f"“candour {args.command}” is not there yet. Nothing was done.")
    return int(Exit.USAGE)
