"""When backups are made, which are kept, and what is said about drills."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common import clock
from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.services import backups
from desktop_app.services.backup_rotation import Rotation, kept, rotation
from desktop_app.services.session import Session

RULE = Rotation(5, 7, 8, dt.timedelta(hours=24), dt.timedelta(days=30))
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
times = st.lists(st.integers(0, 400 * 24).map(lambda hours: NOW - dt.timedelta(hours=hours)), max_size=60)


@given(times)
def test_what_is_kept_is_what_there_was_and_always_the_newest(made: list[dt.datetime]) -> None:
    stay = kept(made, RULE)
    assert stay <= set(made)
    assert set(sorted(set(made), reverse=True)[:1]) <= stay
    assert len(stay) <= 5 + 7 + 8
    assert kept(stay, RULE) == stay, "rotating twice throws nothing more away"


def test_a_year_of_daily_backups() -> None:
    made = [NOW - dt.timedelta(days=days) for days in range(365)]
    ages = sorted((NOW - time).days for time in kept(made, RULE))
    assert ages[:7] == list(range(7))
    assert ages[7:] == [8, 15, 22, 29, 36, 43]  # Sundays; this week's newest and last week's are among the days


def test_the_rule_is_data() -> None:
    assert (rotation().last, rotation().daily, rotation().weekly) == (5, 7, 8)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    def travel(time: dt.datetime) -> None:
        for module in (clock, backups):
            monkeypatch.setattr(module, "now", lambda: time)

    travel(NOW)
    return travel


def change(session: Session) -> None:
    session.put("Add", Person())
    session.save()


def test_one_is_made_on_opening_when_the_newest_is_old_and_the_file_has_changed(session: Session, at) -> None:
    assert backups.backup_on_open(session) is not None
    assert backups.backup_on_open(session) is None
    at(NOW + dt.timedelta(days=2))
    assert backups.backup_on_open(session) is None, "nothing changed"
    change(session)
    assert backups.backup_on_open(session) is not None
    change(session)
    assert backups.backup_on_open(session) is None, "not a day old"


def test_before_a_merge_one_holds_all_that_is_committed(session: Session) -> None:
    session.put("Add", Person())
    made = backups.backup_first(session)
    assert made is not None
    assert not session.unsaved
    assert backups.backup_first(session) is None, "it is there already"
    session.put("Add", Person())
    assert backups.backup_first(session) is not None


def test_older_ones_go_by_rotation(session: Session, at) -> None:
    for hour in range(12):
        at(NOW + dt.timedelta(hours=hour))
        change(session)
        backups.make_backup(session)
    assert backups.backup_state(session).count == 5
    assert len(list(session.file.backups()[0].path.parent.iterdir())) == 2 * 5


def test_into_a_folder_of_the_persons_own_nothing_is_removed(session: Session, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for _ in range(7):
        assert backups.make_backup(session, stick).removed == 0
    assert len(list(stick.glob("*.review"))) == 7
    assert backups.backup_state(session).count == 0
    with pytest.raises(UserError) as caught:
        backups.make_backup(session, tmp_path / "unplugged")
    assert caught.value.code == "not-found"


def test_unsaved_work_is_in_the_backup(session: Session) -> None:
    session.put("Add", Person())
    backups.make_backup(session)
    assert not session.unsaved
    assert not session.file.changed_since_backup


def test_a_drill_is_due_after_thirty_days(session: Session, at) -> None:
    with pytest.raises(UserError) as caught:
        backups.drill(session)
    assert caught.value.code == "no-backup"
    backups.make_backup(session)
    assert not backups.backup_state(session).drill_due
    at(NOW + dt.timedelta(days=31))
    assert backups.backup_state(session).drill_due
    assert backups.drill(session).ok
    state = backups.backup_state(session)
    assert not state.drill_due
    assert state.last_drill == NOW + dt.timedelta(days=31)
    at(NOW + dt.timedelta(days=62))
    assert backups.backup_state(session).drill_due


def test_renewing_leaves_one(session: Session) -> None:
    for _ in range(3):
        backups.make_backup(session)
    assert backups.renew_backups(session) == 3
    assert backups.backup_state(session).count == 1
