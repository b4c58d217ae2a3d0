"""Closing under a rule: nothing identified is left, what is kept is anonymised, and a legal hold prevents it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.common.clock import today
from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services import backups
from desktop_app.services.legal_hold import lift_hold, place_hold
from desktop_app.services.retention import (
    close_under_rule,
    closing_plan,
    destruction_words,
    render_learning,
    retention_rules,
)
from desktop_app.services.sample import fill_learning, take_decisions
from desktop_app.services.sample.people import people_records
from desktop_app.services.sample.returns import import_returns
from desktop_app.services.sample.review import review_records
from desktop_app.services.session import Passphrase, RecoveryKey, Session
from desktop_app.storage.header import read_header
from desktop_app.storage.review_file import ReviewFile

NEW = "maple anchor dusk violin"


@pytest.fixture
def rowan(session: Session) -> Session:
    """The invented case, with every word of its learning decided."""
    session.put("Start", *review_records(session.snapshot.review.uid or "r"), *people_records())
    import_returns(session)
    fill_learning(session)
    take_decisions(session)
    keep_what_waits(session)
    session.save()
    return session


def keep_what_waits(session: Session) -> None:
    waiting = render_learning(session.snapshot).undecided
    decided = (SurfaceDecision(surface=u.surface, choice=Choice.KEEP, reason="An ordinary word here.") for u in waiting)
    session.put("Decide", *decided)


def everything_said(snapshot: Snapshot) -> str:
    return repr(snapshot)


def refused(session: Session, code: str, **changes: str) -> None:
    before = session.path.read_bytes()
    words = {"rule_id": "after-publication", "passphrase": NEW, "by_role": "Records officer", **changes}
    with pytest.raises(UserError) as caught:
        close_under_rule(session, words.pop("rule_id"), words.pop("passphrase"), **words)
    assert caught.value.code == code
    assert "Nothing" in caught.value.safe
    assert session.path.read_bytes() == before


def test_learning_stays_and_nobody_is_in_it(rowan: Session) -> None:
    before = rowan.snapshot
    backups.make_backup(rowan)
    names = {form for person in before.people for form in (person.name, *person.aliases) if len(form) > 3}
    closed = close_under_rule(rowan, "after-publication", NEW, by_role="Records officer", reason="Schedule 4")
    after = rowan.snapshot
    assert (len(after.findings), len(after.recommendations)) == (len(before.findings), len(before.recommendations))
    assert len(after.actions) == len(before.actions)
    for family in ("events", "people", "bodies", "reflections", "participants", "returns", "surface_decisions"):
        assert getattr(before, family)
        assert getattr(after, family) == ()
    said = everything_said(after)
    assert not [name for name in names if name in said]
    assert closed.backups_removed == 1
    assert backups.backup_state(rowan).count == 0
    assert rowan.file.in_bin() == []
    assert rowan.undo() is None


def test_references_between_recommendations_are_printed(rowan: Session) -> None:
    close_under_rule(rowan, "after-publication", NEW, by_role="Records officer")
    assert "{rec:" not in everything_said(rowan.snapshot)
    assert all(rec.text or rec.title for rec in rowan.snapshot.recommendations)


def test_the_old_secrets_and_the_old_data_key_open_nothing(rowan: Session) -> None:
    path, former = rowan.path, rowan.file._vault.data_key
    closed = close_under_rule(rowan, "after-publication", NEW, by_role="Records officer")
    rowan.close()
    for place in (path, path.with_name(path.name + ".bak")):
        assert not read_header(place).authentic(former)
        with pytest.raises(UserError, match="does not open"):
            ReviewFile.open(place, Passphrase("otter velvet cumulus brig"))
    for secret in (Passphrase(NEW), RecoveryKey(closed.recovery_key)):
        again = ReviewFile.open(path, secret)
        assert again.snapshot().findings
        assert again.check() == []
        again.close()


def test_the_record_says_who_what_when_and_no_content(rowan: Session) -> None:
    ledger, events = rowan.anchor(), len(rowan.snapshot.events)
    closed = close_under_rule(rowan, "after-publication", NEW, by_role="Records officer", reason="Schedule 4")
    (kept,) = rowan.snapshot.destructions
    assert kept == closed.record
    words = destruction_words(kept)
    for expected in (
        "Records officer",
        "One year after publication",
        "Schedule 4",
        f"{events} events of the chronology",
        kept.file_sha256,
    ):
        assert expected in words
    assert "Rowan" not in words
    assert rowan.file.check((int(kept.ledger.split(":")[0]), kept.ledger.split(":")[1])) == []
    assert kept.ledger.startswith(f"{ledger[0]}:")


def test_a_legal_hold_prevents_it_and_says_so(rowan: Session) -> None:
    place_hold(rowan, by_role="Legal services", reason="Inquest opened")
    rowan.save()
    refused(rowan, "legal-hold")
    lift_hold(rowan, by_role="Legal services", reason="Inquest over")
    closed = close_under_rule(rowan, "after-publication", NEW, by_role="Records officer")
    assert closed.record.hold_lifted == today()
    assert "Legal hold: lifted on" in destruction_words(closed.record)
    assert "nquest" not in everything_said(rowan.snapshot)


def test_what_is_to_go_and_stay_is_said_before(rowan: Session) -> None:
    plan = closing_plan(rowan.snapshot)
    before = rowan.snapshot
    assert f"{len(before.events)} events of the chronology" in plan.gone
    assert not [line for line in plan.gone if "finding" in line]
    assert f"{len(before.findings)} findings" in plan.kept
    closed = close_under_rule(rowan, "after-publication", NEW, by_role="Records officer")
    words = destruction_words(closed.record)
    assert all(line in words for line in (*plan.kept, f"{len(before.events)} events of the chronology"))


def test_closing_again_keeps_the_first_record(rowan: Session) -> None:
    first = close_under_rule(rowan, "after-publication", NEW, by_role="Records officer").record
    keep_what_waits(rowan)
    second = close_under_rule(rowan, "local-schedule", NEW, by_role="Chair").record
    assert rowan.snapshot.destructions == (first, second)


def test_no_table_of_the_file_holds_a_name_afterwards(rowan: Session) -> None:
    """Indexes, drafts and steps too, whatever their table is called."""
    names = {part.lower() for person in rowan.snapshot.people for part in person.name.split() if len(part) > 6}
    names.add("zyqvxwjk")  # the index of words keeps only how a word goes on after the one before it
    rowan.put("Add", ChronologyEvent(event="About qqzyqvxwjk."))
    rowan.save_draft("place", " ".join(names))
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"  # virtual ones lie in others

    def holding() -> set[str]:
        conn = rowan.file._vault.db.conn
        found = {table: repr(conn.execute(f'SELECT * FROM "{table}"').fetchall()) for (table,) in conn.execute(tables)}
        assert len(found) > 30
        return {table for table, held in found.items() if any(name in held.lower() for name in names)}

    assert {"people", "events", "_drafts", "_history", "_event_words_data"} <= holding()
    close_under_rule(rowan, "after-publication", NEW, by_role="Records officer")
    assert holding() == set()
    conn = rowan.file._vault.db.conn
    conn.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, _event_words, row)")
    assert conn.execute("SELECT count(*) FROM temp.terms").fetchone()[0] == 0, "words left in the index of events"


def test_words_that_wait_for_a_decision_prevent_it(rowan: Session) -> None:
    finding = rowan.snapshot.findings[0]
    rowan.put("Edit", replace(finding, statement="We learned this from Mr Zbigniew Quorfeld of 14 Larch Road."))
    rowan.save()
    refused(rowan, "undecided")


def test_what_is_off_is_refused(rowan: Session) -> None:
    refused(rowan, "no-such-rule", rule_id="whim")
    refused(rowan, "nobody-named", by_role="  ")
    refused(rowan, "passphrase-empty", passphrase=" ")


def test_rules_are_data_with_a_source_and_a_version() -> None:
    assert len(retention_rules()) >= 3
    assert all(rule.source and rule.version and rule.what for rule in retention_rules())


def test_backups_that_cannot_be_removed_are_said(rowan: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.make_backup(rowan)
    folder: Path = rowan.file.backups()[0].path.parent
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self.parent == folder:
            raise PermissionError(13, "no")
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    closed = close_under_rule(rowan, "after-publication", NEW, by_role="Records officer")
    assert closed.backups_trouble
    assert closed.recovery_key
