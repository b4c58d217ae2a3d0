"""Outputs, decisions, and texts that need no review."""

from __future__ import annotations

from desktop_app.cli.jigsaw_words import add_jigsaw_words
from desktop_app.cli.words.command import PROFILES, add_command

PSEUDONYM_KEY = "pseudonym-key"  # no kind of output: real names, encrypted
OUTPUT_KINDS = (
    *("briefing", "seven-minute", "overview", "chronology", "timeline", "action-plan"),
    *("workshop-pack", "facilitator-notes", "reflections-summary", "you-said", "governance-update"),
    *("hand-over", "tracker"),
    *("letter-family", "letter-practitioner", "letter-agency", "non-involvement"),
    *("publication-note", "press-statement", "anonymisation-log", "destruction-record"),
)


def add_output_commands(commands: object) -> None:
    export = add_command(commands, "export", "exporting", "make an output and read it back", review=True)
    export.add_argument(
        "--output", required=True, choices=(*OUTPUT_KINDS, PSEUDONYM_KEY), metavar="KIND", help=", ".join(OUTPUT_KINDS)
    )
    export.add_argument("--restricted", action="store_true", help=f"with --output {PSEUDONYM_KEY}: it holds real names")
    export.add_argument("--key-passphrase-file", metavar="F", help="the passphrase that file is encrypted with")
    export.add_argument("--profile", required=True, choices=PROFILES, metavar="PROFILE", help=", ".join(PROFILES))
    export.add_argument(
        "--format",
        choices=("pdf", "docx", "xlsx", "csv", "png"),
        help="png: the timeline alone; csv: the tracker's fields",
    )
    export.add_argument("--as-at", metavar="DATE", help="e.g. 2026-05-15")
    export.add_argument(
        "--preset", metavar="NAME", help="a shape of overview, chronology or action-plan, for this once"
    )
    export.add_argument("--agency", metavar="NAME", help="an action plan of this agency's actions alone; code or name")
    export.add_argument("--by", default="", metavar="ROLE", help="who compiled it; they cannot approve it")
    export.add_argument("--template", metavar="HOUSE.docx", help="set a Word file in this template, which is kept")
    export.add_argument("--to", required=True, metavar="OUT")
    house = add_command(commands, "house-template", "house_template", "make a Word template to begin with")
    house.add_argument("--to", required=True, metavar="HOUSE.docx")
    template = add_command(commands, "template", "template", "make a return for an agency to fill in", review=True)
    template.add_argument("--agency", required=True, metavar="NAME", help="code or name")
    template.add_argument("--format", choices=("docx", "xlsx"))
    template.add_argument("--columns", metavar="FIELD,…", help="else the usual ones")
    template.add_argument("--mandatory", metavar="FIELD,…", help="else date, source and event")
    template.add_argument("--to", required=True, metavar="OUT")
    decide = add_command(commands, "decide", "deciding", "decide what to print for a form of words", review=True)
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
        add_command(
            commands, "jigsaw", "weighing", "say what readers could put together; enter what is weighed", review=True
        )
    )
    inspect = add_command(commands, "inspect", "inspecting", "read an output back as an attacker would", secrets=True)
    inspect.add_argument("out", metavar="OUT")
    inspect.add_argument("--against", metavar="FILE", help="the review whose register to look for")


def add_text_commands(commands: object) -> None:
    detect = add_command(commands, "detect", "detect", "find identifiers in JSONL texts")
    detect.add_argument("source", metavar="SOURCE.jsonl", nargs="?", default="-")
    replace = add_command(commands, "pseudonymise", "texts", "replace names in JSONL texts", secrets=True)
    replace.add_argument("paths", metavar="FILE [SOURCE.jsonl]", nargs="*")
    replace.add_argument("--register", metavar="PEOPLE.csv", help="a register in place of FILE")
    replace.add_argument("--profile", choices=PROFILES, default="public", metavar="P")
    dates = add_command(commands, "dates", "texts", "read dates as people write them")
    dates.add_argument("source", metavar="SOURCE", nargs="?", default="-")
    dates.add_argument("--order", choices=("day-first", "month-first"), help="else the list itself tells, or day first")
