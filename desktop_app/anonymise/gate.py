"""The check on finished bytes: what the register and the recognisers still find in the parts of a file."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.anonymise.gate_recognisers import Recognised
from desktop_app.anonymise.gate_register import RegisteredNames
from desktop_app.anonymise.gather import Queue
from desktop_app.anonymise.profiles import Profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart, Undecided
from desktop_app.common.document import Document
from desktop_app.common.progress import NoProgress, Progress

CHECKING = "Checking what the finished file says"


def check_parts(
    parts: Iterable[FilePart],
    register: Register,
    allowed: frozenset[str],
    profile: Profile,
    made_of: Document | None = None,
    progress: Progress | None = None,
) -> tuple[Undecided, ...]:
    """What stands in the parts without having been approved; () when the file may leave.

    `made_of` is the anonymised document that the file was made of: what stands in the file as it does there need not
    be recognised a second time. Raises CancelledError when `progress` says so.
    """
    watcher = progress or NoProgress()
    queue = Queue(register)
    listed = [part for part in parts if part.text]
    names = RegisteredNames(register, allowed, queue)
    covered: list[bytearray] = []
    for number, part in enumerate(listed):
        watcher.step(number, 2 * len(listed), CHECKING)
        covered.append(names.look(part))
    names.look_across(listed)
    recognised = Recognised(profile, names.surfaces, made_of, queue)
    for number, part in enumerate(listed):
        watcher.step(len(listed) + number, 2 * len(listed), CHECKING)
        recognised.look(part, covered[number])
    recognised.look_at_short_sentences()
    return queue.undecided()


def register_leaks(parts: Iterable[FilePart], register: Register, allowed: frozenset[str]) -> tuple[Undecided, ...]:
    """Registered names that stand in the parts, whatever the recognisers may think of the rest."""
    queue = Queue(register)
    check_register([part for part in parts if part.text], register, allowed, queue)
    return queue.undecided()


def check_register(parts: Iterable[FilePart], register: Register, allowed: frozenset[str], queue: Queue) -> None:
    """Put registered names that still stand into the queue: as matched, across parts, and squashed."""
    names = RegisteredNames(register, allowed, queue)
    looked = []
    for part in parts:
        names.look(part)
        looked.append(part)
    names.look_across(looked)
