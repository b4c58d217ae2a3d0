"""Deleted things come back, or go for good; long texts have earlier versions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.people import Person
from desktop_app.domain.review import Kloe, Narrative
from desktop_app.services.backups import backup_state, make_backup
from desktop_app.services.bin import bin_items, purge, restore_from_bin
from desktop_app.services.session import Session
from desktop_app.services.versions import versions_of


def test_what_was_deleted_is_listed_and_comes_back(session: Session) -> None:
    session.put("Add", Person(uid="a", name="Callum Thornley"), Kloe(uid="b", question="Why\n  so   late? " * 20))
    session.delete("Delete", Person, "a")
    session.delete("Delete", Kloe, "b")
    items = bin_items(session)
    assert {item.uid for item in items} == {"a", "b"}
    words = {item.uid: item.words for item in items}
    assert words["a"] == "Callum Thornley"
    assert words["b"].startswith("Why so late? Why so late?")
    assert len(words["b"]) == 80
    assert all(item.deleted_at for item in items)
    changed = restore_from_bin(session, items)
    assert changed.families == {"people", "kloes"}
    assert bin_items(session) == ()
    assert session.snapshot.people[0].name == "Callum Thornley"
    session.undo()
    assert len(bin_items(session)) == 2


def test_purging_takes_older_backups_along(session: Session) -> None:
    session.put("Add", Person(uid="a", name="Callum Thornley"))
    make_backup(session)
    session.delete("Delete", Person, "a")
    record = purge(session, bin_items(session))
    assert (record.count, record.backups_removed, record.backups_trouble) == (1, 1, "")
    assert (record.entry, record.mac) == session.anchor()
    assert backup_state(session).count == 1
    assert bin_items(session) == ()


def test_purging_may_leave_backups_alone(session: Session) -> None:
    session.put("Add", Person(uid="a"))
    make_backup(session)
    session.delete("Delete", Person, "a")
    assert purge(session, bin_items(session), keep_backups=True).backups_removed == 0
    assert backup_state(session).count == 1


def test_earlier_versions_of_a_text(session: Session) -> None:
    text = Narrative(uid="n", key="background", text="One.")
    session.put("Write", text)
    session.put("Rewrite", replace(text, text="Two."))
    session.put("Move", replace(text, text="Two.", key="learning"))
    session.put("Rewrite again", replace(text, text="Three."))
    assert [v.text for v in versions_of(session, "n", "text")] == ["Two.", "One."]
    assert [v.label for v in versions_of(session, "n", "text")] == ["Rewrite again", "Rewrite"]
    session.undo()
    assert "Three." in [v.text for v in versions_of(session, "n", "text")], "an undone text can be had back"
    with pytest.raises(ValueError, match="have no"):
        versions_of(session, "n", 'nonsense"; DROP TABLE people; --')
    assert versions_of(session, "nobody", "text") == ()


def test_a_purged_text_has_no_versions(session: Session) -> None:
    session.put("Write", Narrative(uid="n", text="One."))
    session.put("Rewrite", Narrative(uid="n", text="Two."))
    session.delete("Delete", Narrative, "n")
    purge(session, bin_items(session))
    assert versions_of(session, "n", "text") == ()
