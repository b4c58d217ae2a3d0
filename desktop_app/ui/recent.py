"""Files opened since the program started, as "File 1", "File 2" with when: names and folders are never listed.

They are held in memory only. A list on disk would have to hold paths, and a path can name a child.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecentFile:
    path: Path
    opened: dt.datetime


class RecentFiles:
    def __init__(self) -> None:
        self._files: list[RecentFile] = []

    @property
    def files(self) -> tuple[RecentFile, ...]:
        return tuple(self._files)

    def opened(self, path: Path, when: dt.datetime) -> None:
        self._files = [RecentFile(path, when), *(f for f in self._files if f.path != path)][:5]

    def take(self, files: tuple[RecentFile, ...]) -> None:
        """From the window before this one, which has just locked itself."""
        self._files = list(files)

    def forget(self) -> None:
        self._files.clear()
