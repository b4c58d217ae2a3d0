"""What can be recorded is said by the record types; what says nothing is refused."""

from __future__ import annotations

import json

import pytest

from desktop_app.cli.main import run
from desktop_app.common.errors import UserError
from desktop_app.services.recording import record_all
from desktop_app.services.recording_fields import KINDS, described
from desktop_app.services.session import Session


def test_every_kind_says_its_fields_and_what_they_hold() -> None:
    held = {str(line["kind"]): line["fields"] for line in described(KINDS)}
    assert tuple(held) == KINDS
    assert held["publication_decisions"] == {
        **dict.fromkeys(("outcome", "reasons", "harm_considered", "decided_by"), "text"),
        "date": "day, as 2026-03-04; or null",
    }
    assert "declined" in str(held["involvements"])
    assert "'key'" not in str(held["people"])


def test_fields_are_told_without_a_review(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["record", "--fields", "findings"]) == 0
    assert json.loads(capsys.readouterr().out)["fields"]["statement"] == "text"
    assert run(["record", "--fields"]) == 0
    assert [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()] == list(KINDS)
    assert run(["record", "--fields", "secrets"]) == 2
    assert "Kinds are: involvements" in capsys.readouterr().err


def test_an_entry_that_says_nothing_is_refused(session: Session) -> None:
    for said in ({}, {"statement": ""}, {"events": [], "underlying": False}):
        with pytest.raises(UserError, match="nothing is said in it"):
            record_all(session, [(1, {"kind": "findings", **said})])
    assert session.snapshot.findings == ()
    _, (uid,) = record_all(session, [(1, {"kind": "findings", "statement": "Seen is not heard.", "underlying": True})])
    with pytest.raises(UserError, match="nothing is said in it"):
        record_all(session, [(1, {"kind": "findings", "uid": uid})])
    record_all(session, [(1, {"kind": "findings", "uid": uid, "underlying": False})])
    (finding,) = session.snapshot.findings
    assert (finding.statement, finding.underlying) == ("Seen is not heard.", False)
