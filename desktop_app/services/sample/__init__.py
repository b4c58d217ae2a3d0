"""The invented *Rowan* review, made by code from the data under `resources/sample/`."""

from __future__ import annotations

from pathlib import Path

from desktop_app.common.progress import NoProgress, Progress
from desktop_app.services.importing_updates import with_sealed_updates
from desktop_app.services.keys import RECOVERY, put_away
from desktop_app.services.sample.analysis import analysis_records
from desktop_app.services.sample.arrangements import arrangement_records
from desktop_app.services.sample.family import family_records
from desktop_app.services.sample.learning import decision_records, learning_records
from desktop_app.services.sample.people import people_records
from desktop_app.services.sample.returns import import_returns
from desktop_app.services.sample.review import review_records
from desktop_app.services.sample.telling import telling_records
from desktop_app.services.sample.timeline import timeline_records
from desktop_app.services.sample.workshops import recall_records, workshop_records
from desktop_app.services.session import Session, create_review

__all__ = ["fill_learning", "make_sample", "start_sample", "take_decisions"]


def make_sample(
    path: Path, passphrase: str, *, keyfile: bytes | None = None, progress: Progress | None = None
) -> tuple[Session, str]:
    """The whole sample review at `path`; the string is its recovery key."""
    watcher = progress or NoProgress()
    session, recovery = start_sample(path, passphrase, keyfile=keyfile)
    watcher.step(1, 3, "Reading the agencies' returns")
    import_returns(session)
    watcher.step(2, 3, "Adding workshops, findings and actions")
    fill_learning(session)
    take_decisions(session)
    session.save()
    watcher.step(3, 3, "Done")
    return session, recovery


def start_sample(path: Path, passphrase: str, *, keyfile: bytes | None = None) -> tuple[Session, str]:
    """The review with who is who, before any chronology has come in."""
    session, recovery = create_review(path, passphrase, keyfile=keyfile)
    put_away(session, RECOVERY)  # of an invented review: nobody is to be reminded of it
    session.put("Set up the sample review", *review_records(session.snapshot.review.uid), *people_records())
    return session, recovery


def fill_learning(session: Session) -> None:
    """What comes after the chronology, linked to its events by ref."""
    session.put("Curate the timeline", *timeline_records(session.snapshot))
    session.put("Add workshops", *workshop_records(session.snapshot))
    session.put("Say how people belong together", *telling_records(session.snapshot))
    session.put("Add the family and those affected", *family_records(session.snapshot))
    learnt = with_sealed_updates(session.snapshot.review, learning_records(session.snapshot), "")
    session.put("Add findings and actions", *learnt)
    session.put("Add what the recall event said", *recall_records(session.snapshot))
    session.put("Add how it was set up and overseen", *arrangement_records(session.snapshot))
    session.put("Mark themes and lay boards", *analysis_records(session.snapshot))


def take_decisions(session: Session) -> None:
    """What the author decided about words in the briefing, so that it can be exported."""
    session.put("Decide on words", *decision_records())
