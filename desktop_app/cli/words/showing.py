"""The window, its pictures, and a workshop's room."""

from __future__ import annotations

from desktop_app.cli.words.command import add_command


def add_room_commands(commands: object) -> None:
    pack = add_command(commands, "pack", "packs", "make the file that a workshop's room runs from", review=True)
    pack.add_argument("--workshop", required=True, metavar="W", help="its number, title or uid")
    pack.add_argument("--to", required=True, metavar="PACK")
    pack.add_argument("--room-passphrase-file", metavar="F", help="the passphrase that opens and ends the room")
    room = add_command(commands, "room", "room", "run a workshop from its pack, full screen")
    room.add_argument("pack", metavar="PACK", help="- reads its path from standard input")
    agenda = add_command(commands, "agenda", "workshop_day", "the day of a workshop, its times worked out", review=True)
    agenda.add_argument("--workshop", required=True, metavar="W", help="its number, title or uid")
    agenda.add_argument("--template", metavar="ID", help="put this agenda in place of what is there")
    agenda.add_argument("--starts", metavar="HH:MM")
    prompts = add_command(
        commands, "prompts", "workshop_day", "what a workshop asks; choose a set of them", review=True
    )
    prompts.add_argument("--workshop", required=True, metavar="W", help="its number, title or uid")
    chosen = prompts.add_mutually_exclusive_group()
    chosen.add_argument("--library", metavar="ID", help="a set that ships with the program")
    chosen.add_argument("--from", dest="source", metavar="F", help="a set of your own: TOML or CSV")
    recall = add_command(commands, "recall", "workshop_day", "what a recall event said of the findings", review=True)
    does = recall.add_mutually_exclusive_group()
    does.add_argument("--finding", type=int, metavar="N", help="add what was said of this one (--stance, --text)")
    does.add_argument("--answer", metavar="UID", help="answer this, in --text")
    recall.add_argument("--stance", choices=("agree", "nuance", "challenge"), default="agree")
    recall.add_argument("--text", default="", metavar="WORDS")
    recall.add_argument("--workshop", metavar="W", help="where it was said")
    invite = add_command(commands, "invite", "workshop_day", "letters that ask people to a workshop", review=True)
    invite.add_argument("--workshop", required=True, metavar="W", help="its number, title or uid")
    invite.add_argument("--sent", metavar="DATE", help="note that all of them were asked on this day")
    invite.add_argument("--pre-reading", metavar="DATE", help="note that all were sent what to read on this day")
    merge = add_command(commands, "merge", "packs", "bring back rooms’ packs, and co-authors’ copies", review=True)
    merge.add_argument("packs", metavar="PACK", nargs="+", help="packs of rooms, or copies of this review")
    merge.add_argument("--copy-passphrase-file", metavar="F", help="of the copies, where it is another")
    settle = add_command(commands, "settle", "copies", "what copies say otherwise; which version counts", review=True)
    settle.add_argument("uid", metavar="UID", nargs="?")
    counts = settle.add_mutually_exclusive_group()
    counts.add_argument("--mine", action="store_true", help="keep the review’s")
    counts.add_argument("--theirs", action="store_true", help="take the copy’s")


def add_window_commands(commands: object) -> None:
    screens = add_command(commands, "screens", "window", "render pages of the sample review to PNG")
    screens.add_argument("folder", metavar="DIR")
    screens.add_argument("--page", metavar="P", action="append")
    screens.add_argument("--scheme", choices=("light", "dark", "contrast"), default="light")
    screens.add_argument("--scale", type=int, choices=(100, 150, 200), default=100)
    window = add_command(commands, "open", "window", "open the window")
    window.add_argument("file", metavar="FILE", nargs="?")
    demo = add_command(commands, "demo", "demo", "do the main job on the sample review, visibly")
    demo.add_argument("folder", metavar="DIR", nargs="?")
