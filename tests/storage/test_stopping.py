"""A question that is given up: it ends soon, hurts nothing, and says so apart from errors of the database."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.event_query import EventQuery
from desktop_app.storage.driver import Database, Error, open_plain
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST
from desktop_app.storage.stopping import StoppedError, stoppable

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT max(i) FROM n"


@pytest.fixture
def plain(tmp_path: Path) -> Database:
    return open_plain(tmp_path / "plain.db", create=True)


def test_a_question_is_asked_again_and_again_whether_to_go_on(plain: Database) -> None:
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(StoppedError), stoppable(plain, stop):
        plain.conn.execute(LONG).fetchone()
    assert len(asked) == 4
    assert plain.conn.execute(LONG).fetchone() == (50_000,), "the next question is not stopped"


def test_nobody_stops_it_and_it_is_answered(plain: Database) -> None:
    for stop in (None, lambda: False):
        with stoppable(plain, stop):
            assert plain.conn.execute(LONG).fetchone() == (50_000,)


def test_another_error_stays_what_it_is(plain: Database) -> None:
    with pytest.raises(Error, match="no such table"), stoppable(plain, lambda: False):
        plain.conn.execute("SELECT * FROM absent")


def test_a_search_that_is_given_up_leaves_the_review_as_it_was(tmp_path: Path) -> None:
    file, _ = ReviewFile.create(tmp_path / "r.review", "x", cost=LOWEST)
    with file.change("Fill") as change:
        change.put_all(ChronologyEvent(ref=f"A-{n}", event=f"seen{n} seem{n % 7} seek{n % 11}") for n in range(400))
    for ask in (file.events.ids, file.events.spans):
        with pytest.raises(StoppedError):
            ask(EventQuery(words="see"), stop=lambda: True)
    assert len(file.events.ids(EventQuery(words="see"), lambda: False)) == 400
    assert len(file.events.ids(EventQuery())) == 400
    file.close()
