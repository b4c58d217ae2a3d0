"""An output's bytes on their way: how far they are, and that Cancel is heard in every part of the way."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.gate import CHECKING
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Dates, Document, Table, Text
from desktop_app.common.progress import CancelledError, NoProgress
from desktop_app.domain.people import RegisterEntry
from desktop_app.exporters.reader import READING
from desktop_app.services.output_bytes import Made, make_and_read_back

REGISTER = Register((RegisterEntry("p1", "person", "Callum Draycott", (), "Rowan"),))


def chronology(*, said: str = "seen at home with the health visitor") -> AnonymisedDocument:
    rows = tuple((Cell((Text(f"no {n}", Dates.FIXED, "r"),)), Cell((Text(said),))) for n in range(120))
    table = Table((Text("No", Dates.FIXED, "t"), Text("What was done", Dates.FIXED, "t")), rows, (1, 4))
    title, empty = Text("Combined chronology", Dates.FIXED, "t"), Text("")
    allowed = frozenset({"seen at home with the health visitor"})
    return AnonymisedDocument(
        Document("chronology", title, empty, empty, empty, (table,), landscape=True), "panel", allowed, 0, 0
    )


class Watching:
    """Notes every step; cancels at the third that says `until`."""

    def __init__(self, until: str = "") -> None:
        self.until, self.seen = until, list[tuple[int, int, str]]()

    def step(self, done: int, total: int, what: str) -> None:
        self.seen.append((done, total, what))
        if self.until and sum(said == self.until for _, _, said in self.seen) == 3:
            raise CancelledError


def make(watcher: Watching | NoProgress, file_format: str = "pdf", said: AnonymisedDocument | None = None) -> Made:
    return make_and_read_back(said or chronology(), file_format, REGISTER, load_profile("panel"), "Version 1", watcher)


@pytest.mark.parametrize("file_format", ["pdf", "docx", "xlsx"])
def test_the_steps_go_forward_through_one_whole(file_format: str) -> None:
    watcher = Watching()
    assert make(watcher, file_format).leaks == ()
    far = [done for done, _, _ in watcher.seen]
    assert far == sorted(far)
    assert (far[0], far[-1] <= 95) == (25, True)
    assert {total for _, total, _ in watcher.seen} == {100}
    assert [what for _, _, what in watcher.seen if what == READING]


@pytest.mark.parametrize("where", ["Setting pages", READING, CHECKING])
def test_cancel_is_heard(where: str) -> None:
    watcher = Watching(until=where)
    with pytest.raises(CancelledError):
        make(watcher)
    assert watcher.seen[-1][2] == where


@pytest.mark.parametrize("file_format", ["pdf", "docx", "xlsx"])
def test_a_name_that_the_document_itself_holds_is_found_on_the_pages(file_format: str) -> None:
    """Words that stand in their place are still matched with the register, whoever says that they were approved."""
    made = make(NoProgress(), file_format, chronology(said="seen at home with Callum Draycott and nobody else"))
    assert "Callum Draycott" in {leak.surface for leak in made.leaks}
