"""The command line's words, and which module does each."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from desktop_app import __version__
from desktop_app.cli.jigsaw_words import add_jigsaw_words
from desktop_app.cli.listing_arguments import add_listing_arguments
from desktop_app.cli.printing import refuse, say, use_utf8
from desktop_app.common.errors import Exit, UserError

Handler = Callable[[argparse.Namespace], int]
KINDS = (
    *("events", "people", "bodies", "reflections", "findings", "recommendations", "actions", "updates"),
    *("duplicates", "contradictions", "gaps", "crossreferences", "abbreviations", "orphans"),
    "ladders",
    *("decisions", "outputs", "clocks", "jigsaw", "lint"),
    *("corroborations", "irregularities", "knowledge", "episodes", "kloes"),
    *("coverage", "family", "promises", "changes"),
)
OUTPUT_KINDS = (
    *("briefing", "seven-minute", "overview", "chronology", "timeline", "action-plan"),
    *("workshop-pack", "facilitator-notes", "reflections-summary", "you-said", "governance-update"),
)
STATUSES = (
    *("complete", "part-complete", "in-progress", "delayed", "not-started", "not-accepted", "embedded", "unknown"),
)
PROFILES = ("public", "partner", "family", "practitioner", "panel")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        say(f"{self.prog}: {message}\nNothing was done. “{self.prog} --help” lists the words.")
        raise SystemExit(int(Exit.USAGE))


def build_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="candour", description="Sensitive learning reviews in one encrypted file.")
    parser.add_argument("--version", action="version", version=f"candour {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_file_commands(commands)
    _add_output_commands(commands)
    _add_text_commands(commands)
    _add_window_commands(commands)
    _add_room_commands(commands)
    return parser


def _command(
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


def _add_file_commands(commands: object) -> None:
    new = _command(commands, "new", "making", "make a review; print its recovery key once", review=True)
    new.add_argument("--title", default="", help="working title; it stays inside the file")
    new.add_argument("--recovery-to", metavar="F", help="write the recovery key to F instead of printing it")
    sample = _command(commands, "sample", "making", "make the invented Rowan review", review=True)
    sample.add_argument("--recovery-to", metavar="F", help="write the recovery key to F instead of printing it")
    bring = _command(commands, "import", "importing", "read returns, registers or recommendations", review=True)
    bring.add_argument("sources", metavar="SOURCE", nargs="+")
    kinds = ("chronology", "people", "reflections", "recommendations", "auto")
    bring.add_argument("--as", dest="kind", choices=kinds, default="auto")
    bring.add_argument("--agency", default="", metavar="NAME", help="code or name of the agency a chronology is from")
    bring.add_argument("--dates", choices=("day-first", "month-first"), help="how the file writes dates in figures")
    bring.add_argument("--mapping", metavar="JSON", help='field to heading, e.g. {"event": "What happened"}')
    bring.add_argument("--dry-run", action="store_true", help="show what would happen and write nothing")
    listing = _command(commands, "list", "listing", "print records, one JSON object a line", review=True)
    listing.add_argument("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    add_listing_arguments(listing)
    _add_linking_commands(commands)
    _add_recording_commands(commands)
    _add_analysis_commands(commands)
    _add_telling_commands(commands)
    checking = _command(
        commands, "check", "checking", "check the seal, every page, the links and the ledger", review=True
    )
    checking.add_argument("--anchor", metavar="N:HEX", help="as printed on an output: has the ledger been cut since?")
    _add_key_commands(commands)
    _add_backup_commands(commands)
    bin_command = _command(commands, "bin", "binning", "list what was deleted; put it back or remove it", review=True)
    close = _command(commands, "close", "closing", "destroy what identifies, keep anonymised learning", review=True)
    close.add_argument("--rule", metavar="ID", help="a retention rule; --undecided lists them")
    close.add_argument("--by", metavar="ROLE", help="who is responsible, for the destruction record")
    close.add_argument("--reason", default="")
    close.add_argument("--new-passphrase-file", metavar="F", help="read the passphrase of what is kept from F")
    close.add_argument("--recovery-to", metavar="F", help="write the new recovery key to F instead of printing it")
    close.add_argument("--undecided", action="store_true", help="only list words of the learning that need a decision")
    close.add_argument(
        "--plan", action="store_true", help="only show what would be kept and destroyed, and what is due"
    )
    hold = _command(commands, "hold", "holding", "say whether a legal hold stands; place or lift one", review=True)
    turns = hold.add_mutually_exclusive_group()
    turns.add_argument("--place", action="store_true", help="from now on nothing of the review may be destroyed")
    turns.add_argument("--lift", action="store_true")
    hold.add_argument("--by", metavar="ROLE", default="", help="who is responsible, e.g. “legal services”")
    hold.add_argument("--reason", default="")
    does = bin_command.add_mutually_exclusive_group()
    does.add_argument("--restore", metavar="UID", nargs="+")
    does.add_argument("--purge", metavar="UID", nargs="+", help="remove for good, with history and older backups")
    does.add_argument("--purge-all", action="store_true", help="remove everything in the bin for good")


def _add_linking_commands(commands: object) -> None:
    link = _command(commands, "link", "linking", "say how two events belong together, or that they do not", review=True)
    link.add_argument("events", metavar="EVENT", nargs=2, help="ref or uid of an event")
    link.add_argument("--as", dest="kind", choices=("duplicate", "contradicts", "corroborates"), default="duplicate")
    answers = link.add_mutually_exclusive_group()
    answers.add_argument("--refuse", action="store_true", help="they do not; remembered, so that it is not asked again")
    answers.add_argument("--later", action="store_true")
    answers.add_argument("--undo", action="store_true", help="as if nobody had answered: a joined event is two again")
    link.add_argument("--reason", default="")
    link.add_argument("--resolved", metavar="TEXT", help="what was found out about a contradiction")
    gap = _command(commands, "gap", "linking", "say why a gap was, that it is none, or that it stands", review=True)
    gap.add_argument("--agency", default="", metavar="NAME", help="code or name; without it, nobody was in contact")
    gap.add_argument("--from", dest="start", required=True, metavar="DATE", help="any day of the gap")
    gap.add_argument("--explained", default="", metavar="TEXT", help="e.g. “family abroad”")
    gap.add_argument("--none", action="store_true", help="it is no gap; --explained then says why")


def _add_analysis_commands(commands: object) -> None:
    knew = _command(commands, "knew", "analysing", "say when an agency learned of an event, and how", review=True)
    knew.add_argument("event", metavar="EVENT", help="ref or uid of an event")
    knew.add_argument("--agency", required=True, metavar="NAME", help="code or name of the agency that learned of it")
    knew.add_argument("--when", required=True, metavar="DATE", help="as you would say it: “4 May 2024”, “early June”")
    knew.add_argument("--how", default="", metavar="TEXT")
    episode = _command(
        commands, "episode", "analysing", "make a key practice episode, or add events to one", review=True
    )
    episode.add_argument("events", metavar="EVENT", nargs="*", help="refs or uids of events")
    what = episode.add_mutually_exclusive_group(required=True)
    what.add_argument("--title", help="of a new episode")
    what.add_argument("--number", type=int, metavar="N", help="add to this one")
    episode.add_argument("--why", default=None, metavar="TEXT", help="why it mattered")
    episode.add_argument("--appraisal", default=None, metavar="TEXT")
    episode.add_argument("--factor", action="append", default=[], metavar="HEADING", help="a contributory factor")


def _add_telling_commands(commands: object) -> None:
    tell = _command(commands, "tell", "telling", "choose how much a reader is told", review=True)
    tell.add_argument("--reader", required=True, choices=PROFILES, metavar="PROFILE", help=", ".join(PROFILES))
    tell.add_argument("--about", required=True, metavar="WHAT", help="date, age, time, sex, family, or a register uid")
    tell.add_argument("--rung", required=True, metavar="RUNG", help="“list FILE ladders” gives them, finest first")
    explicit = _command(
        commands, "explicit", "telling", "say that only the panel may read an account in full", review=True
    )
    explicit.add_argument("account", metavar="ACCOUNT", help="ref or uid of an event, or the key of a passage")
    explicit.add_argument("--abridged", metavar="WORDS", help="what other readers are given in its place")
    explicit.add_argument("--none", action="store_true", help="it holds nothing explicit after all")
    relate = _command(commands, "relate", "telling", "say how two people belong together", review=True)
    relate.add_argument("people", metavar="UID", nargs=2, help="the first is the KIND of the second")
    kinds = ("parent", "step-parent", "grandparent", "sibling", "partner", "relative", "carer", "friend")
    relate.add_argument("--as", dest="kind", required=True, choices=kinds, metavar="KIND", help=", ".join(kinds))


def _add_recording_commands(commands: object) -> None:
    record = _command(commands, "record", "recording", "add or change records, one JSON object a line", review=True)
    record.add_argument("source", metavar="JSONL", nargs="?", default="-", help="each with its kind and fields")
    kind = _command(commands, "kind", "recording", "say which kind of review this is; adds its clocks", review=True)
    kind.add_argument("regime", metavar="KIND", help="e.g. rapid-review, lcspr, learning-review, sar, dardr, susr")
    action = _command(commands, "action", "recording", "a dated change or update of an action", review=True)
    action.add_argument("number", type=int, metavar="N")
    action.add_argument("--status", choices=STATUSES, metavar="STATUS", help=", ".join(STATUSES))
    action.add_argument("--due", metavar="DATE", help="a new date; the one before is kept, with the reason")
    action.add_argument("--update", metavar="TEXT", help="what has happened, true on the day of --on")
    action.add_argument("--on", metavar="DATE", help="the day it was true; a change without one is of today")
    action.add_argument("--reason", default="")
    action.add_argument("--by", metavar="ROLE", default="")


def _add_backup_commands(commands: object) -> None:
    backup = _command(commands, "backup", "backups", "make a backup, open it again and compare it", review=True)
    backup.add_argument("--to", metavar="DIR", help="a folder, e.g. on a stick; else Candour's own, rotated")
    restore = _command(commands, "restore", "backups", "put a backup at a new name", secrets=True)
    restore.add_argument("backup", metavar="BACKUP")
    restore.add_argument("--to", metavar="FILE", required=True, help="a name that is free: nothing is overwritten")
    _command(commands, "drill", "backups", "restore the newest backup in a scratch folder and compare", review=True)


def _add_key_commands(commands: object) -> None:
    change = _command(commands, "passphrase", "keys", "change the passphrase", review=True)
    rekey = _command(commands, "rekey", "keys", "a secret leaked: new data key, all is written anew", review=True)
    for command in (change, rekey):
        command.add_argument("--new-passphrase-file", metavar="F", help="read the new passphrase from F")
        command.add_argument("--new-keyfile", metavar="F", help="ask for this keyfile too from now on")
    rekey.add_argument("--recovery-to", metavar="F", help="write the new recovery key to F instead of printing it")
    rekey.add_argument("--keep-backups", action="store_true", help="leave backups that the old secrets open")
    recovery = _command(
        commands, "recovery-key", "keys", "make a new recovery key; the old one stops working", review=True
    )
    recovery.add_argument("--shares", metavar="K/N", help="make N shares instead, any K of which open the review")
    recovery.add_argument("--recovery-to", metavar="F", help="write it to F (shares: to a folder) and print nothing")


def _add_output_commands(commands: object) -> None:
    export = _command(commands, "export", "exporting", "make an output and read it back", review=True)
    export.add_argument("--output", required=True, choices=OUTPUT_KINDS, metavar="KIND", help=", ".join(OUTPUT_KINDS))
    export.add_argument("--profile", required=True, choices=PROFILES, metavar="PROFILE", help=", ".join(PROFILES))
    export.add_argument("--format", choices=("pdf", "docx", "xlsx", "png"), help="png: the timeline alone")
    export.add_argument("--as-at", metavar="DATE", help="e.g. 2026-05-15")
    export.add_argument("--to", required=True, metavar="OUT")
    template = _command(commands, "template", "template", "make a return for an agency to fill in", review=True)
    template.add_argument("--agency", required=True, metavar="NAME", help="code or name")
    template.add_argument("--format", choices=("docx", "xlsx"))
    template.add_argument("--columns", metavar="FIELD,…", help="else the usual ones")
    template.add_argument("--mandatory", metavar="FIELD,…", help="else date, source and event")
    template.add_argument("--to", required=True, metavar="OUT")
    decide = _command(commands, "decide", "deciding", "decide what to print for a form of words", review=True)
    decide.add_argument("surface", metavar="WORDS", nargs="?", help="as export named them")
    decide.add_argument(
        "--from", dest="source", metavar="JSONL", help="many: surface, choice, replacement, entry, reason"
    )
    choice = decide.add_mutually_exclusive_group()
    choice.add_argument("--keep", action="store_true", help="print the words as they stand (needs --reason)")
    choice.add_argument("--replace", metavar="WITH", help="print WITH instead")
    choice.add_argument("--generalise", metavar="WITH", help="print the coarser WITH instead")
    choice.add_argument("--omit", action="store_true", help="take the words out")
    choice.add_argument("--register", metavar="UID", help="they mean this entry of the register")
    decide.add_argument("--reason", default="")
    add_jigsaw_words(
        _command(
            commands, "jigsaw", "weighing", "say what readers could put together; enter what is weighed", review=True
        )
    )
    inspect = _command(commands, "inspect", "inspecting", "read an output back as an attacker would", secrets=True)
    inspect.add_argument("out", metavar="OUT")
    inspect.add_argument("--against", metavar="FILE", help="the review whose register to look for")


def _add_text_commands(commands: object) -> None:
    detect = _command(commands, "detect", "detect", "find identifiers in JSONL texts")
    detect.add_argument("source", metavar="SOURCE.jsonl", nargs="?", default="-")
    replace = _command(commands, "pseudonymise", "texts", "replace names in JSONL texts", secrets=True)
    replace.add_argument("paths", metavar="FILE [SOURCE.jsonl]", nargs="*")
    replace.add_argument("--register", metavar="PEOPLE.csv", help="a register in place of FILE")
    replace.add_argument("--profile", choices=PROFILES, default="public", metavar="P")
    dates = _command(commands, "dates", "texts", "read dates as people write them")
    dates.add_argument("source", metavar="SOURCE", nargs="?", default="-")
    dates.add_argument("--order", choices=("day-first", "month-first"), help="else the list itself tells, or day first")


def _add_room_commands(commands: object) -> None:
    pack = _command(commands, "pack", "packs", "make the file that a workshop's room runs from", review=True)
    pack.add_argument("--workshop", required=True, metavar="W", help="its number, title or uid")
    pack.add_argument("--to", required=True, metavar="PACK")
    pack.add_argument("--room-passphrase-file", metavar="F", help="the passphrase that opens and ends the room")
    room = _command(commands, "room", "room", "run a workshop from its pack, full screen")
    room.add_argument("pack", metavar="PACK", help="- reads its path from standard input")
    merge = _command(commands, "merge", "packs", "bring back what rooms captured", review=True)
    merge.add_argument("packs", metavar="PACK", nargs="+")


def _add_window_commands(commands: object) -> None:
    screens = _command(commands, "screens", "window", "render pages of the sample review to PNG")
    screens.add_argument("folder", metavar="DIR")
    screens.add_argument("--page", metavar="P", action="append")
    screens.add_argument("--scheme", choices=("light", "dark", "contrast"), default="light")
    screens.add_argument("--scale", type=int, choices=(100, 150, 200), default=100)
    window = _command(commands, "open", "window", "open the window")
    window.add_argument("file", metavar="FILE", nargs="?")
    demo = _command(commands, "demo", "demo", "do the main job on the sample review, visibly")
    demo.add_argument("folder", metavar="DIR", nargs="?")


def run(arguments: Sequence[str]) -> int:
    """Do what the words say; the exit code is a promise (`common.errors.Exit`)."""
    use_utf8()
    try:
        args = build_parser().parse_args(list(arguments) or ["open"])
    except SystemExit as stop:
        return int(stop.code or 0)
    if args.command is None:
        args = build_parser().parse_args(["open"])
    as_json = bool(getattr(args, "json", False))
    try:
        return _handler(args.module)(args)
    except UserError as error:
        return refuse(error, as_json=as_json)
    except KeyboardInterrupt:
        say("Stopped. Nothing that was saved is lost.")
        return int(Exit.OUTSIDE)
    except BrokenPipeError:
        # Whoever read our output has gone: say nothing more, not even while Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.OUTSIDE)


def _handler(module: str) -> Handler:
    """Each command's module is imported only when it is asked for: start-up stays short."""
    import importlib

    handler: Handler = importlib.import_module(f"desktop_app.cli.{module}").run
    return handler
