"""`candour pack` makes the file a room runs from; `candour merge` brings back what rooms and co-authors did."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop_app.cli.blocked import blocked_report, tell_blocked
from desktop_app.cli.copies import home_report, secret_of_copy, tell_home
from desktop_app.cli.opening import opened
from desktop_app.cli.printing import document, say
from desktop_app.cli.secrets import ask_twice, first_line, secret_lines
from desktop_app.common.errors import Exit
from desktop_app.services.copies.bringing import bring_home, is_review
from desktop_app.services.rooms.making import PackResult, make_room_pack, workshop_called
from desktop_app.services.rooms.returning import BroughtBack, bring_back


def run(args: argparse.Namespace) -> int:
    return _pack(args) if args.command == "pack" else _merge(args)


def _pack(args: argparse.Namespace) -> int:
    target = Path(args.to)
    with opened(args) as session:
        workshop = workshop_called(session.snapshot, args.workshop)
        result = make_room_pack(session, workshop, target, _room_passphrase(args))
    if args.json:
        document(_packed(result))
    elif result.written:
        say(f"Made {target}. It holds pseudonyms and coarse dates only; the room's passphrase opens it.")
    else:
        tell_blocked(result.blocked)
    return int(Exit.DONE if result.written else Exit.LOOK)


def _room_passphrase(args: argparse.Namespace) -> str:
    """From its own file; else the second line of the review's; else asked for; else the review's own, in a script."""
    if args.room_passphrase_file:
        return first_line(args.room_passphrase_file)
    given = args.passphrase_file
    lines = secret_lines(given) if given and given != "-" else []
    if len(lines) > 1:
        return lines[1]
    if sys.stdin.isatty() or not lines:
        return ask_twice("Passphrase of the room, for its facilitators: ")
    return lines[0]


def _packed(result: PackResult) -> dict[str, object]:
    return {
        "written": result.written,
        "blocked": blocked_report(result.blocked),
    }


def _merge(args: argparse.Namespace) -> int:
    paths = [Path(source) for source in args.packs]
    copies = [path for path in paths if is_review(path)]
    packs = [path for path in paths if path not in copies]
    with opened(args) as session:
        secret = secret_of_copy(args) if copies else None
        home = [(path, bring_home(session, path, secret)) for path in copies if secret is not None]
        done = bring_back(session, packs)
    if args.json:
        document(_merged(done) | ({"copies": [home_report(path, one) for path, one in home]} if home else {}))
    else:
        for path, one in home:
            tell_home(path, one)
        if packs:
            _tell(done)
    look = done.merge.conflicts or done.cut or any(one.merge.conflicts for _, one in home)
    return int(Exit.LOOK if look else Exit.DONE)


def _merged(done: BroughtBack) -> dict[str, object]:
    merge = done.merge
    return {
        "new": merge.new,
        "corrected": merge.corrected,
        "withdrawn": merge.withdrawn,
        "same": merge.same,
        "conflicts": merge.conflicts,
        "cut": list(done.cut),
        "still_open": list(done.still_open),
    }


def _tell(done: BroughtBack) -> None:
    merge = done.merge
    say(
        f"{merge.new} new, {merge.corrected} corrected, {merge.withdrawn} withdrawn, {merge.same} already here, "
        f"{merge.conflicts} for you to settle."
    )
    for name in done.cut:
        say(f"The end of {name} is missing: bring it again from the room's computer if there may be more.")
    for name in done.still_open:
        say(f"The room of {name} was not closed: its wall is still in the file, under the room's passphrase.")
