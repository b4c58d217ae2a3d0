"""A legal hold says who and why, stands until it is lifted, and is remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.common.errors import UserError
from desktop_app.services.legal_hold import check_not_held, lift_hold, place_hold, standing_hold
from desktop_app.services.session import Session


def code(act: object, *args: object, **words: object) -> str:
    with pytest.raises(UserError) as caught:
        act(*args, **words)  # type: ignore[operator]
    assert caught.value.safe
    assert caught.value.do
    return caught.value.code


def test_a_hold_from_placing_to_lifting(session: Session) -> None:
    check_not_held(session.snapshot)
    place_hold(session, by_role="  Legal   services ", reason="Inquest opened")
    held = standing_hold(session.snapshot)
    assert held is not None
    assert (held.placed_by, held.reason) == ("Legal services", "Inquest opened")
    with pytest.raises(UserError, match=r"placed by Legal services since \d+ \w+ \d{4}") as caught:
        check_not_held(session.snapshot)
    assert "Inquest" not in caught.value.message, "why is nobody's business on a screen"
    assert code(place_hold, session, by_role="Chair", reason="Again") == "already-held"
    lift_hold(session, by_role="Legal services", reason="Inquest over")
    check_not_held(session.snapshot)
    (kept,) = session.snapshot.holds
    assert (kept.reason, kept.lifted_reason, kept.lifted is not None) == ("Inquest opened", "Inquest over", True)
    assert code(lift_hold, session, by_role="Chair", reason="Again") == "no-hold"


def test_who_and_why_are_needed(session: Session) -> None:
    for act in (place_hold, lift_hold):
        assert code(act, session, by_role=" ", reason="x") == "nobody-named"
        assert code(act, session, by_role="Chair", reason=" ") == "no-reason"
    assert session.snapshot.holds == ()


def test_the_ledger_tells_of_both_without_a_word_of_them(session: Session) -> None:
    before, _ = session.anchor()
    place_hold(session, by_role="Legal services", reason="Inquest opened")
    lift_hold(session, by_role="Legal services", reason="Inquest over")
    rows = session.file._vault.db.conn.execute("SELECT action, detail FROM _audit WHERE n > ?", (before,)).fetchall()
    assert [tuple(row) for row in rows if row[0] == "legal-hold"] == [
        ("legal-hold", "placed"),
        ("legal-hold", "lifted"),
    ]
    assert "nquest" not in repr(rows)


def test_one_of_an_older_candour_still_holds_and_can_be_lifted(session: Session) -> None:
    session.put("Hold", replace(session.snapshot.review, legal_hold=True))
    assert standing_hold(session.snapshot) is not None
    assert code(check_not_held, session.snapshot) == "legal-hold"
    lift_hold(session, by_role="Legal services", reason="Never needed")
    assert standing_hold(session.snapshot) is None
    assert session.snapshot.holds[0].lifted_reason == "Never needed"
    session.undo()
    assert standing_hold(session.snapshot) is not None, "one step"
