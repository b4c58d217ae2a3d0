"""Making a review, bringing files in, listing, checking, closing, its bin, its keys and its backups."""

from __future__ import annotations

from desktop_app.cli.listing_arguments import add_listing_arguments
from desktop_app.cli.words.command import add_command

KINDS = (
    *("events", "people", "bodies", "reflections", "findings", "recommendations", "actions", "updates"),
    *("duplicates", "contradictions", "gaps", "crossreferences", "abbreviations", "orphans"),
    "ladders",
    *("decisions", "outputs", "approvers", "clocks", "jigsaw", "lint"),
    *("corroborations", "irregularities", "knowledge", "episodes", "kloes", "views", "landmarks", "returns"),
    *("coverage", "family", "promises", "changes"),
    *("setup", "meetings", "progress", "same-bodies"),
    *("themes", "codings", "board"),
)


def add_file_commands(commands: object) -> None:
    new = add_command(commands, "new", "making", "make a review; print its recovery key once", review=True)
    new.add_argument("--title", default="", help="working title; it stays inside the file")
    new.add_argument("--recovery-to", metavar="F", help="write the recovery key to F instead of printing it")
    sample = add_command(commands, "sample", "making", "make the invented Rowan review", review=True)
    sample.add_argument("--recovery-to", metavar="F", help="write the recovery key to F instead of printing it")
    bring = add_command(commands, "import", "importing", "read returns, registers or recommendations", review=True)
    bring.add_argument("sources", metavar="SOURCE", nargs="+")
    kinds = ("chronology", "people", "reflections", "recommendations", "auto")
    bring.add_argument("--as", dest="kind", choices=kinds, default="auto")
    bring.add_argument("--agency", default="", metavar="NAME", help="code or name of the agency a chronology is from")
    bring.add_argument("--dates", choices=("day-first", "month-first"), help="how the file writes dates in figures")
    bring.add_argument("--mapping", metavar="JSON", help='field to heading, e.g. {"event": "What happened"}')
    bring.add_argument("--dry-run", action="store_true", help="show what would happen and write nothing")
    listing = add_command(commands, "list", "listing", "print records, one JSON object a line", review=True)
    listing.add_argument("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    add_listing_arguments(listing)
    checking = add_command(
        commands, "check", "checking", "check the seal, every page, the links and the ledger", review=True
    )
    checking.add_argument("--anchor", metavar="N:HEX", help="as printed on an output: has the ledger been cut since?")
    bin_command = add_command(
        commands, "bin", "binning", "list what was deleted; put it back or remove it", review=True
    )
    close = add_command(commands, "close", "closing", "destroy what identifies, keep anonymised learning", review=True)
    close.add_argument("--rule", metavar="ID", help="a retention rule; --undecided lists them")
    close.add_argument("--by", metavar="ROLE", help="who is responsible, for the destruction record")
    close.add_argument("--reason", default="")
    close.add_argument("--new-passphrase-file", metavar="F", help="read the passphrase of what is kept from F")
    close.add_argument("--recovery-to", metavar="F", help="write the new recovery key to F instead of printing it")
    close.add_argument("--undecided", action="store_true", help="only list words of the learning that need a decision")
    close.add_argument(
        "--plan", action="store_true", help="only show what would be kept and destroyed, and what is due"
    )
    hold = add_command(commands, "hold", "holding", "say whether a legal hold stands; place or lift one", review=True)
    turns = hold.add_mutually_exclusive_group()
    turns.add_argument("--place", action="store_true", help="from now on nothing of the review may be destroyed")
    turns.add_argument("--lift", action="store_true")
    hold.add_argument("--by", metavar="ROLE", default="", help="who is responsible, e.g. “legal services”")
    hold.add_argument("--reason", default="")
    does = bin_command.add_mutually_exclusive_group()
    does.add_argument("--restore", metavar="UID", nargs="+")
    does.add_argument("--purge", metavar="UID", nargs="+", help="remove for good, with history and older backups")
    does.add_argument("--purge-all", action="store_true", help="remove everything in the bin for good")


def add_backup_commands(commands: object) -> None:
    backup = add_command(commands, "backup", "backups", "make a backup, open it again and compare it", review=True)
    backup.add_argument("--to", metavar="DIR", help="a folder, e.g. on a stick; else Candour's own, rotated")
    restore = add_command(commands, "restore", "backups", "put a backup at a new name", secrets=True)
    restore.add_argument("backup", metavar="BACKUP")
    restore.add_argument("--to", metavar="FILE", required=True, help="a name that is free: nothing is overwritten")
    add_command(commands, "drill", "backups", "restore the newest backup in a scratch folder and compare", review=True)


def add_key_commands(commands: object) -> None:
    change = add_command(commands, "passphrase", "keys", "change the passphrase", review=True)
    rekey = add_command(commands, "rekey", "keys", "a secret leaked: new data key, all is written anew", review=True)
    for command in (change, rekey):
        command.add_argument("--new-passphrase-file", metavar="F", help="read the new passphrase from F")
        command.add_argument("--new-keyfile", metavar="F", help="ask for this keyfile too from now on")
    rekey.add_argument("--recovery-to", metavar="F", help="write the new recovery key to F instead of printing it")
    rekey.add_argument("--keep-backups", action="store_true", help="leave backups that the old secrets open")
    recovery = add_command(
        commands, "recovery-key", "keys", "make a new recovery key; the old one stops working", review=True
    )
    recovery.add_argument("--shares", metavar="K/N", help="make N shares instead, any K of which open the review")
    recovery.add_argument("--recovery-to", metavar="F", help="write it to F (shares: to a folder) and print nothing")
    recovery.add_argument(
        "--again", action="store_true", help="make nothing: print what was made and never said to be put away"
    )
