"""Before a workshop's day: letters without the case, prompts of one's own, the record of what was sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import AgendaItem, Participant, Workshop
from desktop_app.services.prompt_files import read_prompt_file
from desktop_app.services.workshop_agenda import prompts_of, use_library
from desktop_app.services.workshop_invitations import invitations, mark_sent, paragraphs

DAY = Workshop(
    uid="w",
    title="Learning event about Callum",
    purpose="Callum Draycott was hurt on 9 October.",
    date=dt.date(2026, 5, 21),
    starts=dt.time(9, 30),
    place="Town Hall, Thornby",
    support_person="Petra Lowrie",
    confidentiality="A court may ask for notes.",
)
HELD = Snapshot(
    workshops=(DAY,),
    people=(Person(uid="p", name="Callum Draycott", pseudonym="Rowan"),),
    participants=(Participant(uid="a", workshop="w", name="Hannah Osei"), Participant(uid="b", workshop="w")),
    agenda_items=(AgendaItem(workshop="w", order=1, title="All", minutes=210),),
)


def test_a_letter_says_where_and_when_and_nothing_of_the_case() -> None:
    (letter,) = invitations(HELD, DAY)
    assert letter.participant.uid == "a"
    assert letter.text.startswith("Dear Hannah Osei,")
    assert "on Thursday 21 May 2026, at Town Hall, Thornby." in letter.text
    assert "begins at 09:30 and ends at about 13:00" in letter.text
    for secret in ("Callum", "Draycott", "Rowan", "9 October", "Learning event about"):
        assert secret not in letter.text
    assert paragraphs(HELD, DAY)[0] == "Dear colleague,"
    assert not any("read beforehand" in text for text in paragraphs(HELD, DAY))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"date": None}, "no-date"),
        ({"pre_reading": "The timeline of Callum Draycott."}, "letter-names-somebody"),
        ({"uid": "other"}, "nobody-to-ask"),
    ],
)
def test_what_cannot_be_sent_is_said(change: dict[str, Any], code: str) -> None:
    with pytest.raises(UserError) as refused:
        invitations(HELD, replace(DAY, **change))
    assert refused.value.code == code
    assert "Callum" not in refused.value.message


def test_what_was_sent_is_noted_day_by_day(session: Any) -> None:
    session.put("Fill", DAY, *HELD.participants)
    mark_sent(session, ["a"], invited=dt.date(2026, 4, 1))
    mark_sent(session, ["a", "b"], pre_reading=dt.date(2026, 5, 1))
    sent = {p.uid: (p.invited, p.pre_reading_sent) for p in session.snapshot.participants}
    assert sent == {"a": (dt.date(2026, 4, 1), dt.date(2026, 5, 1)), "b": (None, dt.date(2026, 5, 1))}


def test_prompts_of_ones_own_are_asked(session: Any, tmp_path: Path) -> None:
    toml, table = tmp_path / "own.toml", tmp_path / "Table sheets.csv"
    toml.write_text('title = "Ours"\nsource = "The board, 2026"\nprompts = ["Beth ŵyr?", "What  next?"]\n', "utf-8")
    table.write_text('\ufeffsource,prompt\nours,"What, if anything, helped?"\nours,What next?\n\n', "utf-8")
    session.put("Fill", DAY)
    for file, title, asked in (
        (toml, "Ours", ["Beth ŵyr?", "What next?"]),
        (table, "Table sheets", ["What, if anything, helped?", "What next?"]),
    ):
        use_library(session, DAY, read_prompt_file(file))
        (shown,) = session.snapshot.workshops
        assert shown.library == title
        assert [p.text for p in prompts_of(session.snapshot, shown)] == asked
    assert {p.origin for p in session.snapshot.prompts} == {"The board, 2026", "ours"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.toml", b"title = "),
        ("a.toml", b'title = "x"\nprompts = "one"'),
        ("a.toml", b'title = "x"\nprompts = []'),
        ("a.toml", b'title = "x"\nprompts = ["a", "  "]'),
        ("a.toml", b'title = "x"\nprompts = ["a", "a"]'),
        ("a.toml", b'prompts = ["a"]'),
        ("a.toml", b'title = "aar"\nprompts = ["a"]'),
        ("a.toml", b'title = "x"\ncolour = "red"\nprompts = ["a"]'),
        ("a.toml", b'title = "x"\nprompts = ["' + b"y" * 700 + b'"]'),
        ("a.toml", b"\xff\xfe\x00"),
        ("a.toml", b"#" * 300_000),
        ("a.csv", b""),
        ("a.csv", b"question\nWhat?\n"),
        ("a.csv", b"source,prompt\nours\n"),
        ("a.csv", b'prompt\n"What\n'),
        ("a.csv", b"prompt\n" + b"".join(b"q%d\n" % n for n in range(101))),
    ],
)
def test_a_bad_file_is_refused_in_words(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError) as refused:
        read_prompt_file(tmp_path / name)
    assert refused.value.code == "bad-prompts"
    assert refused.value.what.startswith(f"“{name}” cannot be used as a set of prompts: ")


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.toml", "bad-prompts"), (tmp_path, "not-a-file")):
        with pytest.raises(UserError) as refused:
            read_prompt_file(path)
        assert refused.value.code == code
