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
    merge = add_command(commands, "merge", "packs", "bring back what rooms captured", review=True)
    merge.add_argument("packs", metavar="PACK", nargs="+")


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
