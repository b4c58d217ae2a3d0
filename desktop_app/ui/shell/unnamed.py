"""`candour open FILE` without FILE in the list of processes, which others at this computer can read all day.

The same process begins again as `candour open -` and reads the path from its standard input, as a locked window does.
What remains is the tenth of a second before. Windows shows a process's arguments to its own user and to administrators
only, and cannot begin a process again in place: there the path stays where it is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import desktop_app
from desktop_app.ui.shell.handover import Handover
from desktop_app.ui.shell.successor import command


def begin_again_unnamed(path: Path) -> NoReturn:
    reading, writing = os.pipe()
    os.write(writing, Handover(path.absolute(), from_desk=False).line())
    os.close(writing)
    os.dup2(reading, 0)
    os.close(reading)
    words = command()
    os.chdir(Path(desktop_app.__file__).parents[1])  # where `-m desktop_app` is found, installed or not
    os.execv(words[0], words)  # noqa: S606 - this program again
