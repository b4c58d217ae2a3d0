"""The ledger as rows: a heading a person, a row a fact, and at the end the outputs that are finer than another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.services.jigsaw import Ledger, PersonLedger, Piece, say_undone
from desktop_app.ui.widgets.record_list import Entry


@dataclass(frozen=True, slots=True)
class FactRow:
    """One kind of fact about one person; `said` in whatever words and places."""

    uid: str
    person: PersonLedger
    piece: Piece


def fact_rows(found: Ledger) -> tuple[FactRow, ...]:
    return tuple(
        FactRow(f"{person.jigsaw.person}|{piece.kind}", person, piece)
        for person in found.people
        for piece in person.jigsaw.pieces
    )


def entries(found: Ledger) -> Iterator[Entry]:
    for person in found.people:
        yield Entry(group=_head(person))
        for row in fact_rows(Ledger((person,), ())):
            yield _entry(row)
    if found.undone:
        yield Entry(group=_tr("One output says more than another"))
    for number, pair in enumerate(found.undone):
        said = say_undone(pair)
        yield Entry(
            uid=f"undone|{number}",
            title=f"“{pair.finer.fact.value}” / “{pair.coarser.fact.value}”",
            second=said,
            icon="warning",
            tone="warn",
        )


def _head(person: PersonLedger) -> str:
    many = len(person.jigsaw.pieces)
    said = _tr("1 kind of fact") if many == 1 else _tr("{} kinds of fact").format(many)
    if person.waits:
        state = _tr("could show who it is")
    elif person.warning:
        state = _tr("stays, with a reason")
    else:
        state = _tr("nothing to do")
    return f"{person.label}: {said}, {state}"


def _entry(row: FactRow) -> Entry:
    values = list(dict.fromkeys(placed.fact.value for placed in row.piece.said))
    places = list(dict.fromkeys(placed.place for placed in row.piece.said))
    return Entry(
        uid=row.uid,
        title=", ".join(f"“{value}”" for value in values),
        second=f"{row.piece.label} · {'; '.join(places)}",
        right=_tr("rare") if row.piece.rare else "",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("JigsawEntries", text)
