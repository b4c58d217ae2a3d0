"""The review itself and its lines of enquiry, as kinds of record on the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.review import Kloe, Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.arrangements import delete_kloe
from desktop_app.ui.dates_words import day
from desktop_app.ui.records_page import KindInfo
from desktop_app.ui.widgets.record_form import FieldInfo
from desktop_app.ui.widgets.record_list import Entry

_NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")


def _tr(text: str) -> str:
    return QCoreApplication.translate("setup", text)


def _review(_snapshot: Snapshot, review: Review) -> Entry:
    aware = _tr("aware on {}").format(day(review.became_aware)) if review.became_aware else _tr("no day of awareness")
    second = ", ".join(filter(None, [review.reference, review.nation, aware]))
    return Entry(uid=review.uid, title=_tr("The review"), second=second)


def _kloe(_snapshot: Snapshot, kloe: Kloe) -> Entry:
    said = {"answered": _tr("answered"), "not-answerable": _tr("cannot be answered")}.get(kloe.status, _tr("open"))
    icon = "check-circle" if kloe.status == "answered" else "question"
    title = kloe.question or _tr("No question yet")
    return Entry(uid=kloe.uid, title=title, second=said, icon=icon, number=str(kloe.number))


def _new_kloe(snapshot: Snapshot) -> Kloe:
    return Kloe(number=max((kloe.number for kloe in snapshot.kloes), default=0) + 1)


def review_kinds() -> tuple[KindInfo, ...]:
    """The review is one: it is neither added nor deleted."""

    def line(name: str, label: str, hint: str = "") -> FieldInfo:
        return FieldInfo(name, label, "line", hint)

    review = (
        line("reference", _tr("Reference")),
        line("commissioning_body", _tr("Commissioning body, as printed")),
        line("published_title", _tr("Title that may be printed")),
        line("working_title", _tr("Working title, never printed")),
        FieldInfo("nation", _tr("Nation, for its bank holidays"), "choice", choices=tuple((n, n) for n in _NATIONS)),
        FieldInfo("became_aware", _tr("The partnership became aware on"), "day"),
        FieldInfo("trigger_event_date", _tr("Day of the incident"), "day"),
        line("protective_marking", _tr("Protective marking")),
        FieldInfo("scope_start", _tr("Period under review, from"), "day"),
        FieldInfo("scope_end", _tr("Period under review, to"), "day"),
        line("lead_reviewer", _tr("Lead reviewer")),
        line("data_controller", _tr("Data controller")),
        FieldInfo("independence", _tr("Independence of the lead reviewer, and how that is known"), "text"),
        FieldInfo("methodology", _tr("Method"), "text"),
        FieldInfo("legal_basis", _tr("Legal basis"), "text"),
        FieldInfo("mandatory", _tr("The review is mandatory"), "tick"),
    )
    enquiry = (
        FieldInfo("question", _tr("Key line of enquiry"), "text"),
        FieldInfo("why", _tr("Why it is asked"), "text"),
        FieldInfo(
            *("status", _tr("Where it stands"), "choice"),
            choices=(
                ("open", _tr("Open")),
                ("answered", _tr("Answered")),
                ("not-answerable", _tr("Cannot be answered")),
            ),
        ),
    )
    return (
        KindInfo("reviews", _tr("The review"), _tr("The review"), review, _review, None),
        KindInfo(
            "kloes", _tr("Key line of enquiry"), _tr("Key lines of enquiry"), enquiry, _kloe, _new_kloe, delete_kloe
        ),
    )
