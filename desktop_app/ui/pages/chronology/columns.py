"""The columns of the table: the usual ones, and those that a person may put beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.chronology import Significance
from desktop_app.services.chronology import EventRow


class Col(IntEnum):
    REF = 0
    DATE = 1
    AGENCY = 2
    WHAT = 3
    ACTION = 4
    SOURCE = 5
    SEEN = 6
    MATTERS = 7
    PEOPLE = 8
    KLOES = 9
    THEMES = 10
    MARKS = 11


MATTERS_WORDS = {
    Significance.ROUTINE: QT_TRANSLATE_NOOP("chronology", "Routine"),
    Significance.SIGNIFICANT: QT_TRANSLATE_NOOP("chronology", "Significant"),
    Significance.KEY: QT_TRANSLATE_NOOP("chronology", "Key practice episode"),
}


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """`key` is how a saved view names it, "" for a usual one; `field` is edited in the row; `width` is px at 100 %."""

    col: Col
    head: str
    width: int
    text: Callable[[EventRow], str]
    key: str = ""
    field: str = ""


def _date(row: EventRow) -> str:
    return ", ".join(filter(None, [row.date_words, row.second_line]))


def _agencies(row: EventRow) -> str:
    return ", ".join(filter(None, [row.agency_code, *(code for _, code, _ in row.others)]))


def matters(row: EventRow) -> str:
    return QCoreApplication.translate("chronology", str(MATTERS_WORDS[row.event.significance]))


COLUMNS: tuple[ColumnInfo, ...] = (
    ColumnInfo(Col.REF, str(QT_TRANSLATE_NOOP("chronology", "Ref")), 92, lambda row: row.event.ref),
    ColumnInfo(Col.DATE, str(QT_TRANSLATE_NOOP("chronology", "Date")), 178, _date, field="date"),
    ColumnInfo(Col.AGENCY, str(QT_TRANSLATE_NOOP("chronology", "Agency")), 84, _agencies),
    ColumnInfo(Col.WHAT, str(QT_TRANSLATE_NOOP("chronology", "What happened")), 300, lambda row: row.event.event),
    ColumnInfo(
        *(Col.ACTION, str(QT_TRANSLATE_NOOP("chronology", "Action, or why none")), 180),
        *(lambda row: row.event.action or row.event.no_action_reason, "action"),
    ),
    ColumnInfo(
        *(Col.SOURCE, str(QT_TRANSLATE_NOOP("chronology", "Source")), 150),
        *(lambda row: row.event.source, "source", "source"),
    ),
    ColumnInfo(
        *(Col.SEEN, str(QT_TRANSLATE_NOOP("chronology", "Child seen")), 110),
        *(lambda row: row.event.child_seen, "child_seen", "child_seen"),
    ),
    ColumnInfo(
        *(Col.MATTERS, str(QT_TRANSLATE_NOOP("chronology", "How much it matters")), 150),
        *(matters, "significance", "significance"),
    ),
    ColumnInfo(Col.PEOPLE, str(QT_TRANSLATE_NOOP("chronology", "People")), 150, lambda row: row.people, "people"),
    ColumnInfo(
        Col.KLOES, str(QT_TRANSLATE_NOOP("chronology", "Lines of enquiry")), 110, lambda row: row.kloes, "kloes"
    ),
    ColumnInfo(
        *(Col.THEMES, str(QT_TRANSLATE_NOOP("chronology", "Themes")), 150),
        *(lambda row: ", ".join(row.event.themes), "themes"),
    ),
    ColumnInfo(Col.MARKS, str(QT_TRANSLATE_NOOP("chronology", "Marks")), 190, lambda row: ", ".join(row.marks)),
)
EXTRA: tuple[ColumnInfo, ...] = tuple(info for info in COLUMNS if info.key)


def head_of(info: ColumnInfo) -> str:
    return QCoreApplication.translate("chronology", info.head)
