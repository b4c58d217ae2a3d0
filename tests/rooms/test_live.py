"""The wall while a room runs: what is captured, put together, given dots, attributed, and taken off again."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.room import EntryKind
from desktop_app.domain.workshop import Attribution, Consent, Valence
from desktop_app.services.rooms.live import MOST_TEXT, LiveRoom
from desktop_app.storage.packs.capture import Room
from desktop_app.storage.packs.making import read_returned

FIRST, SECOND = "a" * 32, "b" * 32


def column(room: LiveRoom, kind: Valence, prompt: str = FIRST) -> list[Any]:
    return room.wall(prompt)[kind]


def said(room: LiveRoom, text: str, kind: Valence = Valence.CONTEXT, prompt: str = FIRST) -> str:
    uid = room.capture(text, prompt)
    room.put_in_column(uid, kind)
    return uid


def test_a_note_is_in_the_last_column_until_it_is_given_another(room: LiveRoom) -> None:
    uid = room.capture("  Nobody rang back.  ", FIRST)
    assert [card.text for card in column(room, Valence.CONTEXT)] == ["Nobody rang back."]
    room.put_in_column(uid, Valence.GOT_IN_THE_WAY)
    assert column(room, Valence.CONTEXT) == []
    assert [card.uid for card in column(room, Valence.GOT_IN_THE_WAY)] == [uid]
    assert column(room, Valence.GOT_IN_THE_WAY, SECOND) == []


def test_what_was_captured_is_there_after_the_process_died(packed: Any) -> None:
    room = LiveRoom(packed.path, packed.words)
    uid = said(room, "Nobody rang back.", Valence.GOT_IN_THE_WAY)
    room.give_dots(uid, 3)
    again = LiveRoom(packed.path, packed.words)  # the first was never left: its battery was pulled
    (card,) = again.wall(FIRST)[Valence.GOT_IN_THE_WAY]
    assert (card.text, card.dots) == ("Nobody rang back.", 3)
    assert not again.is_passphrase("another")


def test_points_that_say_the_same_are_one_with_a_count_and_the_dots_of_both(room: LiveRoom) -> None:
    first, second, third = (said(room, text) for text in ("No reply.", "Nobody answered.", "Nobody wrote."))
    room.give_dots(first, 2)
    room.give_dots(second, 5)
    cluster = room.say_the_same(second, first)
    cluster = room.say_the_same(third, cluster)
    (card,) = column(room, Valence.CONTEXT)
    assert (card.text, card.count, card.dots, card.uid) == ("No reply.", 3, 7, cluster)
    assert list(card.notes) == sorted(card.notes)
    room.put_in_column(cluster, Valence.WOULD_HELP)
    room.edit(cluster, "Silence")
    assert [(c.text, c.count) for c in column(room, Valence.WOULD_HELP)] == [("Silence", 3)]
    room.take_off(cluster)
    assert {c.text for c in column(room, Valence.WOULD_HELP)} == {"No reply.", "Nobody answered.", "Nobody wrote."}


def test_tables_are_entered_apart_and_the_number_of_a_table_is_written_nowhere(packed: Any) -> None:
    room = LiveRoom(packed.path, packed.words)
    for table in (1, 2, 3):
        room.table = table
        said(room, "No time to think", Valence.GOT_IN_THE_WAY)
        said(room, f"only here, {'xyz'[table - 1]}")
    assert [c.text for c in column(room, Valence.CONTEXT)] == ["only here, z"]
    room.table = 4
    said(room, "no time to THINK.", Valence.GOT_IN_THE_WAY)
    assert room.all_together() == 1
    assert [(c.text, c.count) for c in column(room, Valence.GOT_IN_THE_WAY)] == [("No time to think", 4)]
    assert len(column(room, Valence.CONTEXT)) == 3
    room.table = 5
    said(room, "No time to think!", Valence.GOT_IN_THE_WAY)
    assert room.all_together() == 1
    assert [c.count for c in column(room, Valence.GOT_IN_THE_WAY)] == [5]
    room.close()
    back = read_returned(packed.path, packed.secret, [packed.pack])
    assert {name for entry in back.entries for name, _ in entry.values} == {
        *("text", "prompt", "valence", "capture", "title", "members", "dots")
    }


@pytest.mark.parametrize(
    ("group", "label", "count"),
    [
        ("GP", "health practitioner", 3),
        ("health visitor", "health practitioner", 3),
        ("YJS worker", "partner agency", 4),
        ("social worker", "social worker", 4),
        ("health practitioner", "health practitioner", 3),
        ("no such group", "", 0),
    ],
)
def test_a_group_of_fewer_than_three_is_offered_the_next_one_up(
    room: LiveRoom, group: str, label: str, count: int
) -> None:
    assert (room.may_say(group).label, room.may_say(group).count) == (label, count)


def test_a_small_group_is_refused_and_the_note_stays_as_it_was(room: LiveRoom) -> None:
    uid = said(room, "We never got the letter.")
    with pytest.raises(UserError) as refused:
        room.attribute(uid, Attribution.ROLE, "GP")
    assert refused.value.code == "room-group-small"
    room.attribute(uid, Attribution.AGENCY_TYPE, "health practitioner")
    (card,) = column(room, Valence.CONTEXT)
    assert (card.attribution, card.group) == (Attribution.AGENCY_TYPE, "health practitioner")


def test_off_the_record_and_sensitive_words_are_not_on_the_wall(room: LiveRoom) -> None:
    off = said(room, "zanzibar quince")
    room.consent(off, Consent.OFF_RECORD)
    room.capture("Hannah rang", FIRST, sensitive=True)
    assert [(card.shown, card.hidden) for card in column(room, Valence.CONTEXT)] == [
        ("", "off-record"),
        ("", "sensitive"),
    ]


def test_a_safeguarding_matter_leaves_the_wall_before_anybody_is_asked(packed: Any) -> None:
    room = LiveRoom(packed.path, packed.words)
    uid = said(room, "He still lives there.")
    concern = room.escalate(uid)
    assert column(room, Valence.CONTEXT) == []
    assert room.unfinished_concerns == (concern,)
    again = LiveRoom(packed.path, packed.words)
    assert (again.concerns, again.unfinished_concerns) == (1, (concern,))
    again.act_on(concern, "the facilitator", "today")
    assert again.unfinished_concerns == ()
    again.close()
    back = read_returned(packed.path, packed.secret, [packed.pack])
    matters = [e for e in back.entries if e.kind is EntryKind.CONCERN]
    last = max(matters, key=lambda e: e.n)
    assert dict(last.values) == {"text": "He still lives there.", "who_acts": "the facilitator", "by_when": "today"}
    assert any(e.uid == uid and e.gone for e in back.entries)


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👧 said “no”",
        "مرحبا بالعالم",
        "Roedd yn ŵr tawel, ŷd a gŵydd",
        "x" * 100_000,
        "a\r\nb\tc\x00d",
        "half \ud83d",
    ],
)
def test_whatever_is_pasted_comes_back_word_for_word(packed: Any, text: str) -> None:
    room = LiveRoom(packed.path, packed.words)
    room.capture(text, FIRST)
    room.close()
    back = read_returned(packed.path, packed.secret, [packed.pack])
    assert back.entries[0].get("text") == text.replace("\ud83d", "?")


@pytest.mark.parametrize(("text", "code"), [("  \n", "room-note-empty"), ("x" * (MOST_TEXT + 1), "room-note-long")])
def test_nothing_and_far_too_much_are_refused(room: LiveRoom, text: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        room.capture(text, FIRST)
    assert refused.value.code == code
    assert column(room, Valence.CONTEXT) == []


def test_a_full_stick_is_told_and_the_wall_stays_true(packed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    room = LiveRoom(packed.path, packed.words)
    said(room, "kept")
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(UserError):
        room.capture("lost?", FIRST)
    monkeypatch.setattr(os, "write", real)
    assert [c.text for c in column(room, Valence.CONTEXT)] == ["kept"]
    room.capture("kept too", FIRST)
    room.leave()
    assert [e.get("text") for e in Room(packed.path, packed.words).entries] == ["kept", "kept too"]


def test_a_pack_cut_short_while_a_note_was_written_loses_that_note_only(packed: Any) -> None:
    room = LiveRoom(packed.path, packed.words)
    for number in range(5):
        room.capture(f"note {'abcde'[number]}", FIRST)
    room.leave()
    packed.path.write_bytes(packed.path.read_bytes()[:-20])
    again = LiveRoom(packed.path, packed.words)
    assert [c.text for c in column(again, Valence.CONTEXT)] == [f"note {x}" for x in "abcd"]
    again.capture("and on", FIRST)
    assert len(column(again, Valence.CONTEXT)) == 5
