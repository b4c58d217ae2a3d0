"""Any session whatever: edits, undo, drafts, saves, locks and crashes against a model that keeps whole copies."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop_app.common import durable
from desktop_app.domain.chronology import EventLink
from desktop_app.domain.people import Person
from desktop_app.domain.record import Record
from desktop_app.storage import vault
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, RecoveryKey

Held = dict[str, Record]
UIDS = st.sampled_from(["a", "b", "c"])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
RECORDS = st.one_of(
    st.builds(Person, uid=UIDS, name=WORDS, aliases=st.lists(WORDS, max_size=2).map(tuple)),
    st.builds(EventLink, uid=UIDS, note=WORDS, score=st.floats(allow_nan=False, allow_infinity=False)),
)
STEP = st.lists(st.one_of(RECORDS, st.tuples(st.sampled_from([Person, EventLink]), UIDS)), max_size=4)
# Of a save: before anything, with the new file beside the old, and with the file replaced but the work not told.
MOMENTS = {"held": (vault, "hold_still"), "written": (durable, "_replace"), "replaced": (durable, "sync_folder")}


class Copies:
    """The files of a review and of its working copy as a kill leaves them: taken now, put back later."""

    def __init__(self, path: Path, review: ReviewFile) -> None:
        self._path, self._work, self._id = path, review._vault.work.folder, review._vault.work.vault
        self._kept: dict[Path, bytes] = {}

    @property
    def made(self) -> bool:
        return bool(self._kept)

    def make(self) -> None:
        self._kept = {file: file.read_bytes() for file in self._files()}

    def put_back(self) -> None:
        for file in self._files():
            file.unlink()
        for file, content in self._kept.items():
            file.write_bytes(content)

    def _files(self) -> list[Path]:
        working = [file for file in self._work.glob(f"{self._id}*") if file.suffix != ".lock"]
        return [*self._path.parent.glob("x*"), *working]


class AnySession(RuleBasedStateMachine):
    """The model: all records, the stacks of what they were before and after each step, and the drafts."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "x.review"
        self.review, self.key = ReviewFile.create(self.path, "x", cost=LOWEST)
        self.now: Held = {}
        self.before: list[tuple[str, Held]] = []
        self.after: list[tuple[str, Held]] = []
        self.drafts: dict[str, str] = {}

    @rule(step=STEP, label=WORDS)
    def change(self, step: list[Record | tuple[type[Record], str]], label: str) -> None:
        held = dict(self.now)
        with self.review.change(label) as change:
            for item in step:
                if isinstance(item, Record):
                    change.put(item)
                    held[type(item).__name__ + item.uid] = item
                else:
                    change.delete(*item)
                    held.pop(item[0].__name__ + item[1], None)
        if change.result.touched:
            self.before.append((label, self.now))
            self.after.clear()
        else:
            assert held == self.now
        self.now = held

    @rule(step=STEP)
    def fail(self, step: list[Record | tuple[type[Record], str]]) -> None:
        with suppress(ZeroDivisionError), self.review.change("fails") as change:
            change.put_all(item for item in step if isinstance(item, Record))
            raise ZeroDivisionError

    @rule()
    def undo(self) -> None:
        result = self.review.undo()
        assert (result is None) == (not self.before)
        if result is not None:
            label, held = self.before.pop()
            assert result.label == label
            self.after.append((label, self.now))
            self.now = held

    @rule()
    def redo(self) -> None:
        result = self.review.redo()
        assert (result is None) == (not self.after)
        if result is not None:
            label, held = self.after.pop()
            assert result.label == label
            self.before.append((label, self.now))
            self.now = held

    @rule(key=UIDS, text=WORDS)
    def draft(self, key: str, text: str) -> None:
        self.review.save_draft(key, text)
        self.drafts[key] = text

    @rule()
    def save(self) -> None:
        self.review.save()
        assert not self.review.unsaved

    @rule(save=st.booleans())
    def close_and_open(self, save: bool) -> None:
        unsaved = self.review.unsaved
        self.review.close(save=save)
        self.open()
        assert self.review.recovered == (unsaved and not save)

    @rule()
    def lock(self) -> None:
        self.review.forget_undo()
        self.review.close()
        self.before.clear()
        self.after.clear()
        self.open()
        assert not self.review.recovered

    @rule()
    def crash(self) -> None:
        unsaved = self.review.unsaved
        kept = Copies(self.path, self.review)
        kept.make()
        self.review.close(save=False)
        kept.put_back()
        self.open()
        assert self.review.recovered == unsaved

    @rule(moment=st.sampled_from(sorted(MOMENTS)), edit=st.booleans())
    def crash_while_saving(self, moment: str, edit: bool) -> None:
        """Killed in the middle, perhaps after somebody typed on meanwhile."""
        where, name = MOMENTS[moment]
        real, kept = getattr(where, name), Copies(self.path, self.review)

        def interrupted(*args: object) -> object:
            if not kept.made:
                if edit and moment != "held":
                    self.review.save_draft("a", "typed on")
                    self.drafts["a"] = "typed on"
                kept.make()
            return real(*args)

        with patch.object(where, name, interrupted):
            self.review.save()
        self.review.close(save=False)
        kept.put_back()
        self.open()

    def open(self) -> None:
        self.review = ReviewFile.open(self.path, RecoveryKey(self.key))
        assert self.review.set_aside is None
        assert self.review.newer_seen is None

    @invariant()
    def the_file_holds_what_the_model_holds(self) -> None:
        snapshot = self.review.snapshot()
        found = {type(record).__name__ + record.uid: record for record in (*snapshot.people, *snapshot.event_links)}
        assert found == self.now
        assert self.review.undo_label == (self.before[-1][0] if self.before else None)
        assert self.review.redo_label == (self.after[-1][0] if self.after else None)
        assert all(self.review.draft(key) == text for key, text in self.drafts.items())

    def teardown(self) -> None:
        if hasattr(self, "review"):
            assert self.review.check() == []
            self.review.close()
            self.folder.cleanup()


@pytest.mark.usefixtures("work_home")
class TestAnySession(AnySession.TestCase):
    settings = settings(deadline=None, max_examples=8, stateful_step_count=20)


@pytest.mark.long
@pytest.mark.usefixtures("work_home")
class TestAnySessionAtLength(AnySession.TestCase):
    settings = settings(deadline=None, max_examples=150, stateful_step_count=40)
