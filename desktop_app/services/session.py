"""An open review, as every page and command sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.kept_snapshot import KeptSnapshot
from desktop_app.storage.event_reading import EventReader
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import Passphrase, RecoveryKey, RecoveryShares, Secret

__all__ = [
    "EventReader",
    "Passphrase",
    "RecoveryKey",
    "RecoveryShares",
    "Secret",
    "Session",
    "create_review",
    "open_session",
]

_AT_ONCE = 1_000  # records between two looks at whether somebody cancelled
ChangesT = TypeVar("ChangesT", ChangeSet, ChangeSet | None)


class Session:
    """The one object a page is given. Not shared between threads; long work runs on a snapshot or a path."""

    def __init__(self, file: ReviewFile) -> None:
        self.file = file
        self.edited_at: dt.datetime | None = None
        self.storing = False  # a worker has the file to itself for a while: who can wait with a question should
        self._aside_at_opening = file.set_aside
        self._kept = KeptSnapshot(file)
        self.key_waits = bool(file.untold())  # found at opening: a recovery key that nobody said is put away

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A refusal is not a fault: what was done before it is whole, and is written.
        self.file.close(save=kind is None or issubclass(kind, UserError))

    @property
    def path(self) -> Path:
        return self.file.path

    @property
    def title(self) -> str:
        """Reference and commissioning body, for the top bar."""
        review = self.snapshot.review
        return "  ".join(part for part in (review.reference, review.commissioning_body) if part)

    @property
    def recovered(self) -> bool:
        return self.file.recovered

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know about how the file was opened, and about what a save found."""
        notices = []
        if self.file.recovered:
            notices.append("The last session ended before the file was written. Its work was kept and is here.")
        if self.file.set_aside not in (None, self._aside_at_opening):
            notices.append(
                "Something else wrote the review file while it was open here: perhaps a synced folder, or another "
                "computer. Both were kept. Your work is in the file; the other version is beside it, with “changed "
                "elsewhere” in its name, and opens with the passphrase it was saved with. Compare the two."
            )
        if self._aside_at_opening is not None:
            notices.append(
                "The file and the work kept on this computer did not belong together. The file was opened; the other "
                "work was put beside it as a review of its own, which opens with the same passphrase."
            )
        if self.key_waits:
            notices.append(
                "A recovery key, or recovery shares, were made and nobody has said that they are put away. They are "
                "shown again under Settings, Security. What they replaced no longer opens the review."
            )
        if (seen := self.file.newer_seen) is not None:
            notices.append(
                "This is an older version of the review than the one last open on this computer, on "
                f"{seen.astimezone():%d %B %Y at %H:%M}. If you did not put it back yourself, look for the newer file "
                "before you work on: beside this one, among the versions a synced folder keeps, or in the backups."
            )
        if self.file.header_repaired:
            notices.append(
                "One of the two copies of the keys at the file's beginning was damaged or only half written. It was "
                "repaired from the other. If this happens again, the disk may be failing: make a backup elsewhere."
            )
        return tuple(notices)

    @property
    def snapshot(self) -> Snapshot:
        """The review as it is now; for this thread only, see `LazySnapshot`."""
        return self._kept.now

    def whole_snapshot(self) -> Snapshot:
        """The review with all its events, at one moment: for a worker, which calls this itself."""
        return self._kept.whole()

    @property
    def events(self) -> EventReader:
        """The chronology by question and page, without reading all of it."""
        return self.file.events

    def put(self, label: str, *records: Record) -> ChangeSet:
        """Add or edit records as one undo step."""
        with self.file.change(label) as change:
            change.put_all(records)
        return self._changed(change.result)

    def store(self, label: str, records: Sequence[Record], progress: Progress) -> ChangeSet:
        """As `put`, for a worker and many records; `follow` what comes back, on the session's own thread.

        Raises CancelledError: all of it is then taken back.
        """
        self.storing = True
        try:
            with self.file.change(label) as change:
                for done in range(0, len(records), _AT_ONCE):
                    progress.step(done, len(records), "Storing")
                    change.put_all(records[done : done + _AT_ONCE])
                progress.step(len(records), len(records), "Storing")
        finally:
            self.storing = False
        return change.result

    def follow(self, changes: ChangeSet) -> ChangeSet:
        """What this session shows is brought up to what `store` stored; a session closed since shows nothing."""
        return changes if self.closed else self._changed(changes)

    def replace_all(
        self, label: str, puts: tuple[Record, ...], deletes: tuple[tuple[type[Record], str], ...]
    ) -> ChangeSet:
        """Several additions, edits and deletions as one undo step."""
        with self.file.change(label) as change:
            change.put_all(puts)
            for kind, uid in deletes:
                change.delete(kind, uid)
        return self._changed(change.result)

    def delete(self, label: str, kind: type[Record], uid: str) -> ChangeSet:
        return self.replace_all(label, (), ((kind, uid),))

    def undo(self) -> ChangeSet | None:
        return self._changed(self.file.undo())

    def redo(self) -> ChangeSet | None:
        return self._changed(self.file.redo())

    @property
    def undo_label(self) -> str | None:
        return self.file.undo_label

    @property
    def redo_label(self) -> str | None:
        return self.file.redo_label

    def forget_undo(self) -> None:
        """At a lock: what was done so far can no longer be undone. Earlier texts stay, and what is in the bin."""
        self.file.forget_undo()

    def _changed(self, changes: ChangesT) -> ChangesT:
        if changes is not None:
            self._kept.follow(changes)
            self.edited_at = now()
        return changes

    def forget_snapshot(self) -> None:
        """For who changed the file by another way than this session's own."""
        self._kept.forget()

    def log(self, action: str, detail_code: str = "") -> None:
        self.file.log(action, detail_code)

    def anchor(self) -> tuple[int, str]:
        return self.file.anchor()

    def save(self) -> dt.datetime:
        return self.file.save()

    @property
    def closed(self) -> bool:
        return self.file.closed

    @property
    def unsaved(self) -> bool:
        return self.file.unsaved

    @property
    def saved_at(self) -> dt.datetime | None:
        return self.file.saved_at

    def draft(self, key: str) -> str:
        return self.file.draft(key)

    def save_draft(self, key: str, text: str) -> None:
        self.file.save_draft(key, text)

    def close(self) -> None:
        """Write the file and let go of it; nothing is asked."""
        self.file.close(save=True)

    def leave(self) -> None:
        """Let go without writing the file: the encrypted working copy keeps the rest, and the next opening finds it."""
        self.file.close(save=False)


def open_session(path: Path, secret: Secret) -> Session:
    return Session(ReviewFile.open(path, secret))


def create_review(
    path: Path, passphrase: str, *, title: str = "", reference: str = "", keyfile: bytes | None = None
) -> tuple[Session, str]:
    """A new, empty review; the string is the recovery key, in the file until `keys.put_away`."""
    check_passphrase(passphrase, safe="No file was made.")
    file, recovery = ReviewFile.create(path, passphrase, keyfile=keyfile)
    session = Session(file)
    file.keep_untold(recovery)
    session.put("Start the review", Review(working_title=title, reference=reference))
    session.save()
    return session, recovery


def check_passphrase(passphrase: str, *, safe: str) -> None:
    """Refuse only what is no secret at all; strength is advice, never a rule (`services.passphrases`)."""
    if not passphrase.strip():
        raise UserError(
            "The passphrase is empty.",
            safe=safe,
            do="Choose one: four or five unrelated words are easy to remember and hard to guess.",
            code="passphrase-empty",
            exit_code=Exit.USAGE,
        )
