"""A co-author's copy comes home: what only it has is taken, what both changed waits, nothing is overwritten."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.copies import Otherwise
from desktop_app.domain.learning import Action, Finding, ProgressUpdate, Recommendation
from desktop_app.domain.output import Output
from desktop_app.domain.review import Review
from desktop_app.domain.room import Withdrawn
from desktop_app.domain.update_ledger import faults
from desktop_app.domain.workshop import Reflection
from desktop_app.services.copies.bringing import bring_home, keep_mine, take_theirs, waiting
from desktop_app.services.session import Session, create_review
from desktop_app.storage.secrets import Passphrase


def start(desk: Any) -> None:
    desk.session.put(
        "Fill",
        Review(uid="rev", published_title="Ours"),
        *(Finding(uid=f"f{n}", number=n, title=f"Finding {n}") for n in range(1, 6)),
        Reflection(uid="x1", text="We rang twice."),
    )


def change(session: Session, uid: str, title: str) -> None:
    (held,) = [f for f in session.snapshot.findings if f.uid == uid]
    session.put("Edit", replace(held, title=title))


def titles(desk: Any) -> dict[str, str]:
    return {f.uid: f.title for f in desk.session.snapshot.findings}


def test_each_record_becomes_what_its_newest_author_made_of_it(desk: Any) -> None:
    start(desk)

    def work(theirs: Session) -> None:
        change(theirs, "f1", "Theirs")
        change(theirs, "f3", "Both, there")
        theirs.delete("Delete", Finding, "f4")
        theirs.put("Add", Finding(uid="new", number=6, title="New there"), Reflection(uid="x2", text="Roedd yn dawel."))

    copy = desk.copy("copy.review", work)
    change(desk.session, "f2", "Ours")
    change(desk.session, "f3", "Both, here")
    desk.session.put("Add", Finding(uid="mine", number=6, title="New here"))
    done = bring_home(desk.session, copy, desk.secret).merge
    assert (done.new, done.taken, done.deleted, done.conflicts) == (2, 1, 1, 1)
    assert titles(desk) == {
        "f1": "Theirs",
        "f2": "Ours",
        "f3": "Both, here",
        "f5": "Finding 5",
        "mine": "New here",
        "new": "New there",
    }
    assert {f.uid: f.number for f in desk.session.snapshot.findings}["new"] == 7
    assert {r.text for r in desk.session.snapshot.reflections} == {"We rang twice.", "Roedd yn dawel."}
    (asked,) = waiting(desk.session.snapshot)
    assert [(d.field, d.mine, d.theirs) for d in asked.differences] == [("title", "Both, here", "Both, there")]


def test_again_and_after_settling_nothing_is_asked_twice(desk: Any) -> None:
    start(desk)
    copy = desk.copy("copy.review", lambda theirs: change(theirs, "f1", "There"))
    change(desk.session, "f1", "Here")
    for conflicts in (1, 0):
        assert bring_home(desk.session, copy, desk.secret).merge.conflicts == conflicts
    (asked,) = waiting(desk.session.snapshot)
    take_theirs(desk.session, asked.conflict)
    assert titles(desk)["f1"] == "There"
    assert waiting(desk.session.snapshot) == []
    again = bring_home(desk.session, copy, desk.secret).merge
    assert (again.puts, again.deletes, again.conflicts) == ((), (), 0)
    desk.session.undo()
    assert titles(desk)["f1"] == "Here"


@pytest.mark.parametrize("theirs_deleted", [True, False])
def test_deleted_by_one_and_changed_by_the_other_waits(desk: Any, theirs_deleted: bool) -> None:
    start(desk)

    def delete(session: Session) -> None:
        session.delete("Delete", Finding, "f1")

    def edit(session: Session) -> None:
        change(session, "f1", "Changed")

    copy = desk.copy("copy.review", delete if theirs_deleted else edit)
    (edit if theirs_deleted else delete)(desk.session)
    before = titles(desk)
    assert bring_home(desk.session, copy, desk.secret).merge.conflicts == 1
    assert titles(desk) == before
    (asked,) = waiting(desk.session.snapshot)
    assert asked.conflict.why is (Otherwise.DELETED_THERE if theirs_deleted else Otherwise.DELETED_HERE)
    keep_mine(desk.session, asked.conflict)
    assert titles(desk) == before
    take_theirs(desk.session, asked.conflict)
    assert ("f1" in titles(desk)) is not theirs_deleted


def test_reported_updates_stay_one_ledger_and_what_left_a_copy_stays_there(desk: Any) -> None:
    from desktop_app.services.recommendation_edits import add_update

    start(desk)
    desk.session.put("Fill", Recommendation(uid="c1", number=1), Action(uid="a1", number=1, recommendations=("c1",)))
    add_update(desk.session, "a1", dt.date(2026, 1, 1), "Begun.", "Lead")

    def work(theirs: Session) -> None:
        add_update(theirs, "a1", dt.date(2026, 3, 1), "Trained there.", "Lead")
        theirs.put("Export", Output())

    copy = desk.copy("copy.review", work)
    add_update(desk.session, "a1", dt.date(2026, 2, 1), "Trained here.", "Lead")
    done = bring_home(desk.session, copy, desk.secret).merge
    snapshot = desk.session.snapshot
    assert [u.text for u in snapshot.updates] == ["Begun.", "Trained here.", "Trained there."]
    assert faults(snapshot.updates, snapshot.review.updates_head) == []
    assert (done.left, snapshot.outputs) == (1, ())
    assert bring_home(desk.session, copy, desk.secret).merge.puts == ()
    assert all(isinstance(update, ProgressUpdate) for update in snapshot.updates)


def test_two_copies_in_either_order_hold_the_same_words(desk: Any) -> None:
    start(desk)
    one = desk.copy("one.review", lambda theirs: change(theirs, "f1", "First copy"))
    two = desk.copy("two.review", lambda theirs: change(theirs, "f1", "Second copy"))
    seen = []
    for order in ((one, two), (two, one)):
        for copy in order:
            bring_home(desk.session, copy, desk.secret)
        (asked,) = waiting(desk.session.snapshot)
        seen.append({titles(desk)["f1"], *(d.theirs for d in asked.differences)})
        while desk.session.undo_label == "Bring a copy home":
            desk.session.undo()
        assert titles(desk)["f1"] == "Finding 1"
    assert seen[0] == seen[1] == {"First copy", "Second copy"}


@pytest.mark.parametrize("there", [True, False])
def test_what_was_taken_back_in_either_comes_back_in_neither(desk: Any, there: bool) -> None:
    start(desk)

    def take_back(session: Session) -> None:
        session.replace_all("Take back", (Withdrawn(uid="x1"),), ((Reflection, "x1"),))
        session.save()
        session.file.purge([(Reflection, "x1")])
        session.forget_snapshot()

    copy = desk.copy("copy.review", take_back if there else lambda theirs: change(theirs, "f1", "There"))
    if not there:
        take_back(desk.session)
    bring_home(desk.session, copy, desk.secret)
    assert desk.session.snapshot.reflections == ()
    assert desk.session.file.in_bin() == []
    assert [w.uid for w in desk.session.snapshot.withdrawn] == ["x1"]


def test_what_is_no_copy_of_this_review_is_refused(desk: Any, tmp_path: Path) -> None:
    start(desk)
    copy = desk.copy("copy.review", lambda theirs: change(theirs, "f1", "There"))
    other, _ = create_review(tmp_path / "other.review", "otter velvet cumulus brig")
    other.close()
    damaged = tmp_path / "damaged.review"
    data = bytearray(copy.read_bytes())
    data[-100] ^= 1
    damaged.write_bytes(data)
    (tmp_path / "text.review").write_text("nothing")
    for path, secret, code in (
        (desk.session.path, desk.secret, "same-file"),
        (tmp_path / "other.review", desk.secret, "another-review"),
        (copy, Passphrase("wrong words entirely here"), "wrong-secret"),
        (damaged, desk.secret, "damaged"),
        (tmp_path / "text.review", desk.secret, "foreign"),
        (tmp_path / "none.review", desk.secret, "not-found"),
    ):
        with pytest.raises(UserError) as refused:
            bring_home(desk.session, path, secret)
        assert refused.value.code == code, path.name
    assert titles(desk)["f1"] == "Finding 1"
