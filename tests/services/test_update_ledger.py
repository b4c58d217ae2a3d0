"""What was reported once cannot be changed unseen: a thousand random tamperings, all told."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest

from desktop_app.domain.import_plan import ImportKind
from desktop_app.domain.learning import Action, ProgressUpdate
from desktop_app.domain.review import Review
from desktop_app.domain.update_ledger import faults, sealed
from desktop_app.importers.source_file import SourceFile, Table, TableRow
from desktop_app.services.checking import check
from desktop_app.services.importing import apply_import, plan_import
from desktop_app.services.recommendation_edits import add_update
from desktop_app.services.session import Session

DAY = dt.date(2026, 2, 1)


def ledger(count: int) -> tuple[list[ProgressUpdate], str]:
    head, made = "", []
    for n in range(count):
        update, head = sealed(ProgressUpdate(action=f"a{n % 3}", as_at=DAY, text=f"Step {n}.", author="Unit"), head)
        made.append(update)
    return made, head


def tampered(updates: list[ProgressUpdate], head: str, chance: random.Random) -> tuple[list[ProgressUpdate], str]:
    """One random change that somebody could make to the rows, or to the head."""
    held = list(updates)
    at = chance.randrange(len(held))
    one = held[at]
    way = chance.randrange(12)
    if way == 0:
        del held[at]
    elif way == 1:
        held[at] = replace(one, text=one.text + chance.choice([" ", "x", "é"]))
    elif way == 2:
        held[at] = replace(one, as_at=None if chance.random() < 0.3 else DAY + dt.timedelta(days=chance.randint(1, 99)))
    elif way == 3:
        held[at] = replace(one, author="")
    elif way == 4:
        held[at] = replace(one, approved=False)
    elif way == 5:
        held[at] = replace(one, action="a9")
    elif way == 6:
        held[at] = replace(one, place=0, seal="")
    elif way == 7:
        other = held[(at + 1) % len(held)]
        held[at], held[(at + 1) % len(held)] = replace(one, text=other.text), replace(other, text=one.text)
    elif way == 8:
        held.append(replace(one, uid="copy"))
    elif way == 9:
        held[at] = replace(one, seal=one.seal[::-1])
    elif way == 10:
        head = chance.choice(["", "x", "3:" + "0" * 32, head[:-1]])
    else:
        del held[at:]
    return held, head


def test_a_thousand_random_tamperings_are_all_told() -> None:
    chance = random.Random(12)
    for _ in range(1_000):
        updates, head = ledger(chance.randint(2, 12))
        assert faults(updates, head) == []
        held, told = tampered(updates, head, chance)
        assert faults(held, told), (held, told)


def test_what_an_import_brought_stands_beside_it() -> None:
    updates, head = ledger(3)
    assert faults([ProgressUpdate(text="Imported."), *updates], head) == []
    assert faults([], "") == []


@pytest.mark.parametrize("undone", [0, 2])
def test_the_window_adds_to_it_undo_takes_back_whole_and_check_tells(session: Session, undone: int) -> None:
    action = Action(number=1)
    session.put("Add", action, Review(reference="R-1"))
    for n in range(3):
        add_update(session, action.uid, DAY, f"Step {n}.", "Unit")
    for _ in range(undone):
        session.undo()
    assert len(session.snapshot.updates) == 3 - undone
    assert check(session).ok
    first = session.snapshot.updates[0]
    session.put("Somebody edits a row", replace(first, text="Never said."))
    (problem,) = check(session).problems
    assert (problem.code, problem.where) == ("update-ledger", first.uid)
    assert "Never" not in problem.what


def test_what_an_import_brings_is_sealed_with_its_file(session: Session) -> None:
    session.put("Begin", Review(reference="X"))
    add_update(session, "a0", DAY, "Here first.", "Unit")
    rows = [["No", "Recommendation", "Action taken"], ["1", "Ask who rang.", "Asked."], ["2", "Say why.", "Said."]]
    source = SourceFile(
        name="plan.csv",
        sha256="ab" * 32,
        form="csv",
        tables=(Table("plan", tuple(TableRow(n, tuple(row)) for n, row in enumerate(rows, 1))),),
    )
    apply_import(session, plan_import(session.snapshot, source, ImportKind.RECOMMENDATIONS))
    snapshot = session.snapshot
    assert sorted(update.place for update in snapshot.updates) == [1, 2, 3]
    assert [u.brought_by for u in sorted(snapshot.updates, key=lambda u: u.place)] == ["", "ab" * 32, "ab" * 32]
    assert faults(snapshot.updates, snapshot.review.updates_head) == []
    laundered = [replace(update, brought_by="") for update in snapshot.updates]
    assert faults(laundered, snapshot.review.updates_head)
    session.undo()
    assert faults(session.snapshot.updates, session.snapshot.review.updates_head) == []
