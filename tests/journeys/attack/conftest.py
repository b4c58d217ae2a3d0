"""A place to attack the program in: folders of its own, processes that are watched, a person at the real window."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.people import Agency
from desktop_app.domain.review import Review
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
PASSPHRASE = "otter velvet cumulus brig"
PATIENCE_S = 120
if sys.platform != "linux":
    collect_ignore = ["test_memory.py", "test_strace.py"]  # /proc and strace are Linux's own

# Everything that may be opened for writing, made or renamed during a whole journey. ID is a review's random id.
EXPECTED = (
    r"/dev/(null|tty|pts/\d+)",
    r"REVIEWS/case\.review(\.bak)?(\.saving)?",
    r"REVIEWS/(key|key2)\.txt(\.saving)?",
    r"OUT",
    r"OUT/[a-z]+\.(pdf|xlsx|review|candour-backup)(\.saving)?",
    r"OUT/ID-\d{8}T\d{6}Z\.(review|sums)(\.saving)?",
    r"HOME/data(/candour)?",
    r"HOME/data/candour/work",
    r"HOME/data/candour/work/ID\.(lock|seen|(db|arriving|snapshot|retired|checking)(-wal|-shm|-journal)?)",
    r"HOME/data/candour/work/ID\.scratch(/[^/]+(\.saving)?)?",
    r"HOME/data/candour/backups(/ID)?",
    r"HOME/data/candour/backups/ID/ID-\d{8}T\d{6}Z(-\d+)?\.(review|sums)(\.saving)?",
    r"HOME/config(/candour(/window\.ini(\.[A-Za-z]+|\.lock)?)?)?",
    r"HOME/cache(/candour(/firago-[\d.]+(/fig[a-z]+\.(ttf|\d+))?)?)?",  # the program's own letter forms
    r"HOME/cache/fontconfig(/.*)?|/var/cache/fontconfig(/.*)?",  # the system's list of its fonts, made by fontconfig
    r"TEMP/Candour-[A-Za-z]{6}(/.*)?",  # where Qt's file dialog is kept quiet; it goes with the window
    r"SIGNALS/[a-z]+",
)

CSV = "Date,What happened,Source\n3 May 2024,Visit to the home.,Case note\n7 May 2024,Seen at school.,Register\n"
JOURNEY = (
    ("new", "REVIEW", "--recovery-to", "REVIEWS/key.txt"),
    ("import", "REVIEW", "SIGNALS/csc.csv", "--as", "chronology", "--agency", "CSC"),
    ("list", "REVIEW", "events"),
    ("export", "REVIEW", "--output", "chronology", "--profile", "panel", "--to", "OUT/chronology.pdf"),
    ("check", "REVIEW", "--json"),
    ("backup", "REVIEW", "--to", "OUT"),
    ("backup", "REVIEW"),
    ("drill", "REVIEW"),
)


@dataclass
class Grounds:
    """Where everything happens. `reviews` holds the review, `out` what is exported; the others are the account's."""

    home: Path
    reviews: Path
    out: Path
    temp: Path
    signals: Path
    watch: Path
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def review(self) -> Path:
        return self.reviews / "case.review"

    @property
    def secret(self) -> Path:
        return self.signals / "secret.txt"

    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        return kept | {
            "PYTHONPATH": os.pathsep.join([str(HERE / "watching"), str(ROOT)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "qt.qpa.*=false",
            "TMPDIR": str(self.temp),
            "TEMP": str(self.temp),
            "CANDOUR_WATCH": str(self.watch),
        }

    def run(self, *command: str | Path, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
        """The command line, watched; `before` is what the process is run under."""
        words = [*before, sys.executable, "-m", "desktop_app", *map(str, command)]
        return subprocess.run(words, cwd=self.out, env=self.environment(), capture_output=True, check=False)

    def journey(self, before: tuple[str, ...] = ()) -> None:
        """New, import, list, export, check, backup, drill."""
        (self.signals / "csc.csv").write_text(CSV, encoding="utf-8")
        places = {"REVIEW": self.review, "REVIEWS": self.reviews, "SIGNALS": self.signals, "OUT": self.out}
        for step in JOURNEY:
            parted = [word.partition("/") for word in step]
            words = [f"{places.get(first, first)}{slash}{rest}" for first, slash, rest in parted]
            done = self.run(*words, "--passphrase-file", self.secret, before=before)
            assert done.returncode == 0, (step[0], done.stderr.decode())

    def sit_down(self, seed: str, count: int, out: str, before: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
        """Somebody at the window: `at_the_desk.py`, who has typed everything when this returns."""
        for signal_file in ("typed", "lock"):
            (self.signals / signal_file).unlink(missing_ok=True)
        words = [str(w) for w in (self.review, self.secret, self.signals, self.out / out, seed, count)]
        with (self.signals / "stderr").open("wb") as errors:
            person = subprocess.Popen(
                [*before, sys.executable, str(HERE / "at_the_desk.py"), *words],
                cwd=self.home,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        self.started.append(person)
        self.wait(lambda: self.said("typed") or person.poll() is not None)
        assert person.poll() is None, (self.signals / "stderr").read_text()
        return person

    def said(self, what: str) -> bool:
        return (self.signals / what).exists()

    def lock(self, person: subprocess.Popen[bytes]) -> list[int]:
        """Ctrl+L; returns the processes that live when the one that held the review has ended and another is there."""
        before = set(self.alive())
        (self.signals / "lock").touch()
        self.wait(lambda: set(self.alive()) and not before & set(self.alive()))
        assert person.poll() in (0, None), (self.signals / "stderr").read_text()
        return self.alive()

    @staticmethod
    def wait(until: Callable[[], object]) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while not until():
            assert time.monotonic() < give_up, "it took too long"
            time.sleep(0.02)

    def watched(self) -> list[tuple[int, str, str]]:
        """(process, event, what) of every process so far."""
        found = []
        for log in sorted(self.watch.glob("*.jsonl")):
            for line in log.read_text(encoding="utf-8").splitlines():
                event, what = json.loads(line)
                found.append((int(log.stem), event, what))
        return found

    def strays(self) -> list[str]:
        """Whatever is there, or was written as far as Python's audit hook saw, and is on no list."""
        folders = (self.home, self.reviews, self.out, self.temp)
        left = [str(path) for folder in folders for path in folder.rglob("*")]
        return self.unexpected([*left, *(what for _, event, what in self.watched() if event == "write")])

    def alive(self) -> list[int]:
        """Processes of the program's that live now."""
        return [int(log.stem) for log in self.watch.glob("*.jsonl") if _lives(int(log.stem))]

    def end(self, pid: int) -> None:
        """A locked window, as somebody who shuts the computer down ends it."""
        os.kill(pid, signal.SIGTERM)
        self.wait(lambda: not _lives(pid))

    def unexpected(self, paths: Iterable[str]) -> list[str]:
        """Those that are on no list."""
        allowed = re.compile("|".join(f"(?:{pattern})" for pattern in EXPECTED))
        return sorted({path for path in paths if not allowed.fullmatch(self._role(path))})

    def _role(self, path: str) -> str:
        for role, folder in (
            *(("SIGNALS", self.signals), ("REVIEWS", self.reviews), ("OUT", self.out)),
            *(("TEMP", self.temp), ("HOME", self.home)),
        ):
            if path == str(folder) or path.startswith(f"{folder}{os.sep}"):
                path = role + path.removeprefix(str(folder)).replace(os.sep, "/")
                break
        return re.sub(r"\b[0-9a-f]{32}\b", "ID", path)


def _lives(pid: int) -> bool:
    """Not a zombie, whose memory is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


@pytest.fixture
def grounds(tmp_path: Path, own_home: Path) -> Iterator[Grounds]:
    folders = {name: tmp_path / name for name in ("reviews", "out", "temp", "signals", "watch")}
    for folder in folders.values():
        folder.mkdir()
    made = Grounds(own_home.resolve(), **{name: folder.resolve() for name, folder in folders.items()})
    made.secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    yield made
    for pid in made.alive():
        os.kill(pid, signal.SIGKILL)
    for process in made.started:
        process.wait(PATIENCE_S)


@pytest.fixture
def small_review(grounds: Grounds) -> Grounds:
    """A review with two agencies and a few events, under a key that is quickly derived."""
    file, _ = ReviewFile.create(grounds.review, PASSPHRASE, cost=LOWEST)
    with file.change("Start") as change:
        change.put(Review(reference="EM-LR-2026-09"))
        change.put_all(Agency(uid=f"a-{code}", code=code, name=code) for code in ("CSC", "POL"))
        change.put_all(ChronologyEvent(agency="a-CSC", ref=f"CSC-{n}", event=f"Visit {n}.") for n in range(30))
    file.close()
    return grounds
