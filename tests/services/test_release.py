"""From draft to published and withdrawn: steps, a second person's signature, what changed since, who was given it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.common.clock import today
from desktop_app.common.errors import UserError
from desktop_app.domain.learning import Recommendation
from desktop_app.domain.output import Choice, Output, OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.release import Status
from desktop_app.domain.review import Narrative, Review
from desktop_app.exporters.reader import read_back
from desktop_app.services.checking import check
from desktop_app.services.decisions import decide_surface
from desktop_app.services.listing import list_records
from desktop_app.services.outputs import ExportResult, export
from desktop_app.services.release.approvers import fingerprint, make_approver, retire_approver
from desktop_app.services.release.approving import approve
from desktop_app.services.release.named import output_named
from desktop_app.services.release.recipients import give
from desktop_app.services.release.signed import holds
from desktop_app.services.release.steps import may_follow, record_step, set_withdrawal, steps_of, waits_for
from desktop_app.services.release.superseded import superseded
from desktop_app.services.session import Session

SECRET = "heron quarry lantern dusk"
LOOKS = (Status.CHECKED, Status.AGENCIES, Status.FAMILY, Status.LEGAL)


@pytest.fixture
def written(session: Session, tmp_path: Path) -> Output:
    """A public briefing of a small review, as a draft."""
    session.put(
        "Fill",
        replace(session.snapshot.review, commissioning_body="Eastmarch Safeguarding Children Partnership"),
        Person(uid="0" * 31 + "1", name="Callum Draycott", pseudonym="Rowan", role="subject"),
        Narrative(key="about", text="Callum Draycott was known to four agencies. They met twice.", order=1),
        Narrative(key="next_steps", text="The partnership keeps watch.", order=2),
        Recommendation(uid="a" * 32, number=1, text="Every contact is screened.", findings=()),
    )
    result = draft(session, tmp_path)
    assert result.written, result.blocked
    return session.snapshot.outputs[-1]


def draft(session: Session, folder: Path, profile: ProfileName = ProfileName.PUBLIC, **more: Any) -> ExportResult:
    day = dt.date(2026, 5, 15)
    return export(session, OutputKind.BRIEFING, profile, "pdf", folder / "draft.pdf", as_at=day, **more)


def code(act: Any, *args: object, **words: object) -> str:
    with pytest.raises(UserError) as caught:
        act(*args, **words)
    assert caught.value.safe
    assert caught.value.do
    return caught.value.code


def newest(session: Session) -> Output:
    return session.snapshot.outputs[-1]


def looked_at(session: Session) -> Output:
    for status in LOOKS:
        record_step(session, newest(session), status, by="Business manager", note="Seen")
    return newest(session)


def approved(session: Session, folder: Path) -> Output:
    make_approver(session, "Independent chair", "", SECRET)
    final = folder / "final.pdf"
    assert approve(session, looked_at(session), final, by="Independent chair", passphrase=SECRET).written
    return newest(session)


def words_in(path: Path) -> str:
    return "\n".join(part.text for part in read_back(path).parts)


def test_the_whole_way_and_the_approved_bytes_are_the_published_ones(
    session: Session, written: Output, tmp_path: Path
) -> None:
    assert "Draft, not for circulation" in words_in(tmp_path / "draft.pdf")
    assert "Version 1" in words_in(tmp_path / "draft.pdf")
    assert waits_for(written, steps_of(session.snapshot, written.uid)) == LOOKS
    output = approved(session, tmp_path)
    final = tmp_path / "final.pdf"
    assert output.final_sha256 == hashlib.sha256(final.read_bytes()).hexdigest() != output.sha256
    assert "raft" not in words_in(final), "what was approved is no draft"
    assert "Version 1" in words_in(final)
    assert code(record_step, session, output, Status.PUBLISHED, by="Manager", file=tmp_path / "draft.pdf") == (
        "not-the-approved-file"
    )
    record_step(session, output, Status.PUBLISHED, by="Business manager", file=final)
    assert newest(session).published == today()
    record_step(session, newest(session), Status.WITHDRAWN, by="Business manager", note="Twelve months are over")
    taken = [step.status for step in steps_of(session.snapshot, output.uid)]
    assert taken == [Status.DRAFT, *LOOKS, Status.APPROVED, Status.PUBLISHED, Status.WITHDRAWN]
    assert newest(session).status == "withdrawn"
    assert may_follow(newest(session), steps_of(session.snapshot, output.uid)) == ()
    assert check(session).ok


def test_the_compiler_cannot_approve(session: Session, tmp_path: Path, written: Output) -> None:
    looked_at(session)
    assert (
        code(approve, session, newest(session), tmp_path / "f.pdf", by="Compiler", passphrase=SECRET) == "no-approver"
    )
    make_approver(session, " compiler", "", SECRET)
    assert code(approve, session, newest(session), tmp_path / "f.pdf", by="COMPILER", passphrase=SECRET) == (
        "compiler-approves"
    )
    assert code(make_approver, session, "Chair", "", "otter velvet cumulus brig") == "passphrase-is-the-reviews"
    assert code(make_approver, session, "Chair", "", " ") == "passphrase-empty"
    assert code(make_approver, session, "Compiler", "", "x y z") == "approver-exists"
    assert not (tmp_path / "f.pdf").exists()
    assert newest(session).status == "legal"


def test_only_the_approvers_own_passphrase_approves(session: Session, written: Output, tmp_path: Path) -> None:
    _, chair = make_approver(session, "Independent chair", "A. Chair", SECRET)
    assert len(fingerprint(chair).replace(" ", "")) == 16
    looked_at(session)
    final = tmp_path / "final.pdf"
    for wrong in ("otter velvet cumulus brig", "", "heron quarry lantern dust"):
        assert code(approve, session, newest(session), final, by="Independent chair", passphrase=wrong) == (
            "wrong-approver-secret"
        )
    assert not final.exists()
    retire_approver(session, "independent chair")
    assert code(approve, session, newest(session), final, by="Independent chair", passphrase=SECRET) == "no-approver"


def test_an_approval_holds_for_one_file_of_one_output(session: Session, written: Output, tmp_path: Path) -> None:
    output = approved(session, tmp_path)
    step = steps_of(session.snapshot, output.uid)[-1]
    assert holds(session.snapshot, output, step)
    for other in (
        replace(step, sha256="0" * 64),
        replace(step, on=dt.date(2020, 1, 1)),
        replace(step, role="Somebody else"),
        replace(step, signature="00" * 64),
        replace(step, approver=""),
    ):
        assert not holds(session.snapshot, output, other)
    assert not holds(session.snapshot, replace(output, version=2), step)
    line = next(line for line in list_records(session.snapshot, "outputs"))
    assert json.loads(json.dumps(line))["steps"][-1]["signed"] is True


def test_a_changed_or_missing_step_shows(session: Session, written: Output, tmp_path: Path) -> None:
    output = approved(session, tmp_path)
    steps = steps_of(session.snapshot, output.uid)
    session.put("Tamper", replace(steps[1], role="Nobody"))
    assert {p.code for p in check(session).problems} == {"release-step"}
    session.undo()
    session.put("Tamper", replace(steps[-1], sha256="f" * 64))
    assert {p.code for p in check(session).problems} == {"release-step", "release-signature"}
    session.undo()
    session.delete("Tamper", type(steps[-1]), steps[-1].uid)
    assert "release-step" in {p.code for p in check(session).problems}


def test_steps_come_in_an_order_and_need_somebody(session: Session, written: Output, tmp_path: Path) -> None:
    assert code(record_step, session, written, Status.PUBLISHED, by="Chair") == "step-out-of-order"
    assert code(record_step, session, written, Status.CHECKED, by="  ") == "no-role"
    tomorrow = today() + dt.timedelta(days=1)
    assert code(record_step, session, written, Status.CHECKED, by="Chair", on=tomorrow) == "day-ahead"
    assert code(record_step, session, written, Status.FAMILY, by="Chair", not_needed=True) == "no-reason"
    record_step(session, written, Status.FAMILY, by="Chair", not_needed=True, note="The family asked not to see it")
    record_step(session, newest(session), Status.CHECKED, by="Lead")
    assert code(record_step, session, newest(session), Status.CHECKED, by="Lead") == "step-out-of-order"
    assert waits_for(written, steps_of(session.snapshot, written.uid)) == (Status.AGENCIES, Status.LEGAL)
    make_approver(session, "Chair", "", SECRET)
    assert code(approve, session, newest(session), tmp_path / "f.pdf", by="Chair", passphrase=SECRET) == (
        "step-out-of-order"
    )


def test_an_abbreviation_nobody_knows_stops_the_approval_not_the_draft(
    session: Session, written: Output, tmp_path: Path
) -> None:
    session.put("Write", replace(session.snapshot.narratives[1], text="The NYP keeps watch."))
    decide_surface(session, "NYP", Choice.KEEP, reason="A body")
    assert draft(session, tmp_path).written
    make_approver(session, "Chair", "", SECRET)
    looked_at(session)
    assert code(approve, session, newest(session), tmp_path / "f.pdf", by="Chair", passphrase=SECRET) == "not-expanded"


def test_a_pseudonym_a_decision_or_the_record_beneath_supersedes_and_undo_takes_it_back(
    session: Session, written: Output, tmp_path: Path
) -> None:
    assert superseded(session.snapshot) == {}
    callum = session.snapshot.people[0]
    about = next(n for n in session.snapshot.narratives if n.key == "about")
    for record, why in (
        (replace(callum, pseudonym="Ash"), "a pseudonym"),
        (replace(about, text=about.text.replace("twice", "once")), "the record beneath"),
    ):
        session.put("Change", record)
        assert why in superseded(session.snapshot)[written.uid].why
        session.undo()
        assert superseded(session.snapshot) == {}
    decide_surface(session, "four agencies", Choice.GENERALISE, replacement="several agencies")
    why = superseded(session.snapshot).get(written.uid)
    session.undo()
    decide_surface(session, "poppy wreath", Choice.KEEP, reason="Nothing to do with this output")
    assert superseded(session.snapshot) == {}, "a decision on words that do not stand in it changes nothing"
    assert why is None or "decision" in why.why


def test_what_is_superseded_is_not_approved(session: Session, written: Output, tmp_path: Path) -> None:
    make_approver(session, "Chair", "", SECRET)
    looked_at(session)
    session.put("Change", replace(session.snapshot.people[0], pseudonym="Ash"))
    assert code(approve, session, newest(session), tmp_path / "f.pdf", by="Chair", passphrase=SECRET) == "superseded"
    assert not (tmp_path / "f.pdf").exists()
    draft(session, tmp_path)
    found = superseded(session.snapshot)
    assert found[written.uid].by == newest(session).uid
    assert "draft 2" in found[written.uid].why


def test_recipients_and_the_day_it_comes_down(session: Session, written: Output, tmp_path: Path) -> None:
    give(session, written, to="Eastmarch Police", how="secure mail", by="Business manager")
    assert code(give, session, written, to=" ", by="Business manager") == "no-recipient"
    record_step(session, approved(session, tmp_path), Status.PUBLISHED, by="Manager", on=today())
    give(session, newest(session), to="The website", by="Business manager")
    set_withdrawal(session, newest(session), today())
    (line,) = list_records(session.snapshot, "outputs")
    assert (line["withdraw_by"], line["withdrawal"]) == (today().isoformat(), "due")
    held: Any = line["recipients"]
    assert [r["to"] for r in held] == ["Eastmarch Police", "The website"]
    assert [r["sha256"] for r in held] == [written.sha256, newest(session).final_sha256]


def test_the_panel_releases_alone_and_an_output_has_names(session: Session, written: Output, tmp_path: Path) -> None:
    assert draft(session, tmp_path, ProfileName.PANEL, by="Business  manager").written
    output = newest(session)
    assert steps_of(session.snapshot, output.uid)[0].role == "Business manager"
    assert approve(session, output, tmp_path / "panel.pdf", by="Business manager").written
    found = session.snapshot
    assert output_named(found, "briefing").uid == output.uid
    assert output_named(found, "briefing/public/1").uid == written.uid
    assert output_named(found, written.sha256[:8]).uid == written.uid
    assert output_named(found, f" {written.uid} ").uid == written.uid
    for words in ("overview", "briefing/public/9", "", "abc"):
        assert code(output_named, found, words) == "no-such-output"
    assert isinstance(found.review, Review)
