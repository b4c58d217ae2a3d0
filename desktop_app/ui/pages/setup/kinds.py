"""The kinds of record on the page: what each is made of, and how it reads in the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.common.clock import today
from desktop_app.domain.arrangements import AgencyRequest, PanelMember, ParallelProcess, ProcessKind, TermsOfReference
from desktop_app.domain.people import Abbreviation
from desktop_app.domain.review import Decision, PublicationDecision, QuoteRecord
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.arrangements import new_terms, overdue
from desktop_app.ui.dates_words import day
from desktop_app.ui.records_page import KindInfo
from desktop_app.ui.widgets.record_form import FieldInfo
from desktop_app.ui.widgets.record_list import Entry


def _tr(text: str) -> str:
    return QCoreApplication.translate("setup", text)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts)) or " "


def _agencies(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(agency.uid, agency.name) for agency in snapshot.agencies]


def _people(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(person.uid, person.name) for person in snapshot.people]


def _bodies(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(body.uid, body.name) for body in snapshot.bodies]


def _key_events(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Those marked key, and those already constrained: a menu of thousands helps nobody."""
    held = {uid for process in snapshot.parallel_processes for uid in process.events}
    rest = [(event.uid, event.ref) for event in snapshot.events if event.uid in held] if held else []
    return list(dict.fromkeys([*snapshot.event_figures.key, *rest]))


def _name(pairs: list[tuple[str, str]], uid: str) -> str:
    return dict(pairs).get(uid, "")


def _decision(_snapshot: Snapshot, made: Decision) -> Entry:
    second = _joined(day(made.date), made.outcome or _tr("no outcome yet"))
    title = made.question or _tr("A decision")
    icon, tone = ("check-circle", "text2") if made.outcome and made.rationale else ("warning", "warn")
    return Entry(uid=made.uid, title=title, second=second, icon=icon, tone=tone)


def _terms(_snapshot: Snapshot, terms: TermsOfReference) -> Entry:
    agreed = _tr("agreed {}").format(day(terms.agreed_on)) if terms.agreed_on else _tr("not agreed yet")
    title = _tr("Terms of reference, version {}").format(terms.version)
    return Entry(uid=terms.uid, title=title, second=_joined(agreed, terms.agreed_by))


def _member(snapshot: Snapshot, member: PanelMember) -> Entry:
    second = _joined(member.role, member.job_title, _name(_agencies(snapshot), member.agency))
    return Entry(uid=member.uid, title=member.name or _tr("No name yet"), second=second)


def _process(_snapshot: Snapshot, process: ParallelProcess) -> Entry:
    if process.ended is not None:
        second, icon, tone = _tr("ended {}").format(day(process.ended)), "check-circle", "text2"
    else:
        held = _tr("publication waits") if process.no_publication else ""
        next_day = _tr("next {}").format(day(process.next_date)) if process.next_date else ""
        second, icon, tone = _joined(process.stage, next_day, held), "hourglass", "warn" if held else "text2"
    title = process.title or dict(process_kinds())[process.kind.value]
    return Entry(uid=process.uid, title=title, second=second, icon=icon, tone=tone)


def _request(snapshot: Snapshot, request: AgencyRequest) -> Entry:
    name = _name(_agencies(snapshot), request.agency) or _tr("No agency yet")
    if request.nil_return:
        second, icon, tone = _tr("holds nothing"), "check-circle", "text2"
    elif request.received:
        second, icon, tone = _tr("received {}").format(day(request.received)), "check-circle", "good"
    elif overdue(request, today()):
        second, icon, tone = _tr("was due {}").format(day(request.due)), "warning", "warn"
    else:
        second = _tr("due {}").format(day(request.due)) if request.due else _tr("no date")
        icon, tone = "hourglass", "text2"
    return Entry(uid=request.uid, title=_joined(name, request.what), second=second, icon=icon, tone=tone)


def _quote(_snapshot: Snapshot, quote: QuoteRecord) -> Entry:
    agreed = _tr("agreed") if quote.approved else _tr("not agreed: it is not printed")
    icon, tone = ("check-circle", "good") if quote.approved else ("warning", "warn")
    title = quote.text or _tr("No words yet")
    return Entry(uid=quote.uid, title=title, second=_joined(quote.speaker, agreed), icon=icon, tone=tone)


def _publication(_snapshot: Snapshot, made: PublicationDecision) -> Entry:
    second = _joined(day(made.date), made.decided_by)
    return Entry(uid=made.uid, title=made.outcome or _tr("Nothing decided yet"), second=second)


def _abbreviation(snapshot: Snapshot, held: Abbreviation) -> Entry:
    long = held.long or _tr("nobody has said what it stands for")
    same = sum(a.short == held.short for a in snapshot.abbreviations) > 1
    second = _joined(long, _tr("used for two things") if same else "")
    icon, tone = ("warning", "warn") if same or not held.long else ("check-circle", "text2")
    return Entry(uid=held.uid, title=held.short or _tr("No letters yet"), second=second, icon=icon, tone=tone)


def process_kinds() -> tuple[tuple[str, str], ...]:
    words = {
        ProcessKind.CRIMINAL: _tr("Criminal investigation or trial"),
        ProcessKind.CORONER: _tr("Coroner"),
        ProcessKind.FAMILY_COURT: _tr("Family court"),
        ProcessKind.EMPLOYMENT: _tr("Disciplinary or HR"),
        ProcessKind.REGULATOR: _tr("Regulator"),
        ProcessKind.PATIENT_SAFETY: _tr("Patient safety response"),
        ProcessKind.CHILD_DEATH: _tr("Child death review"),
        ProcessKind.COMPLAINT: _tr("Complaint"),
        ProcessKind.CIVIL_CLAIM: _tr("Civil claim"),
        ProcessKind.OTHER: _tr("Something else"),
    }
    return tuple((kind.value, words[kind]) for kind in ProcessKind)


def _text(name: str, label: str, hint: str = "") -> FieldInfo:
    return FieldInfo(name, label, "text", hint)


def _line(name: str, label: str, hint: str = "") -> FieldInfo:
    return FieldInfo(name, label, "line", hint)


def _day(name: str, label: str) -> FieldInfo:
    return FieldInfo(name, label, "day")


def begun_kinds() -> tuple[KindInfo, ...]:
    """Why there is a review, what it is to do, and who sits on it."""
    decision = (
        _text("question", _tr("What was to be decided")),
        _day("date", _tr("Decided on")),
        _line("deciding_body", _tr("By which body")),
        _text("criteria", _tr("Criteria, and how each was weighed")),
        _text("options", _tr("What else was considered")),
        _text("outcome", _tr("Outcome")),
        _text("rationale", _tr("Why: clear enough to be defended")),
        _text("dissent", _tr("Who saw it differently, and why")),
        _text("evidence_seen", _tr("What was in front of the body")),
    )
    terms = (
        _day("agreed_on", _tr("Agreed on")),
        _line("agreed_by", _tr("By which body")),
        _text("changed", _tr("What is new in this version, and why")),
        _text("purpose", _tr("Purpose")),
        _text("scope", _tr("Period looked at, and why that one")),
        _text("subjects", _tr("Who is in scope")),
        _text("agencies", _tr("Agencies asked to take part")),
        _text("methodology", _tr("Method")),
        _text("family_plan", _tr("How the family will take part, and what of this they shaped")),
        _text("communication", _tr("Communication and the media")),
        _text("timetable", _tr("Timetable")),
        _text("confidentiality", _tr("Confidentiality")),
    )
    member = (
        _line("name", _tr("Name")),
        _line("role", _tr("Role on the panel"), _tr("chair, author, member, adviser")),
        _line("job_title", _tr("Job title")),
        FieldInfo("agency", _tr("Agency"), "one", _tr("None of the agencies"), options=_agencies),
        _text("independence", _tr("Independence of the case, and how that is known")),
        _day("from_day", _tr("From")),
        _day("to_day", _tr("Until")),
    )
    return (
        KindInfo("decisions", _tr("Decision"), _tr("Decisions"), decision, _decision, lambda _s: Decision()),
        KindInfo("terms", _tr("Version of the terms"), _tr("Terms of reference"), terms, _terms, new_terms),
        KindInfo("panel", _tr("Panel member"), _tr("Panel"), member, _member, lambda _s: PanelMember()),
    )


def around_kinds() -> tuple[KindInfo, ...]:
    """What goes on beside the review, and what agencies were asked for."""
    process = (
        FieldInfo("kind", _tr("Kind"), "choice", choices=process_kinds()),
        _line("title", _tr("What it is called")),
        _line("contact", _tr("Contact (a role)")),
        _line("stage", _tr("Stage")),
        _day("next_date", _tr("Next date")),
        _day("ended", _tr("Ended on")),
        FieldInfo("people", _tr("Not to be spoken to yet"), "many", _tr("Nobody is constrained"), options=_people),
        FieldInfo("events", _tr("Events it constrains"), "many", _tr("No event is constrained"), options=_key_events),
        _text("constraint", _tr("What may not be done, and until when")),
        FieldInfo("no_publication", _tr("Nothing may be published while it lasts"), "tick"),
        _text("publication_constraint", _tr("What it means for publication")),
    )
    request = (
        FieldInfo("agency", _tr("Agency"), "one", _tr("Choose an agency"), options=_agencies),
        _line("what", _tr("What was asked for"), _tr("chronology, summary, agency report")),
        _line("lead", _tr("Named lead (a role)")),
        _day("asked", _tr("Asked on")),
        _day("due", _tr("Due")),
        _day("chased", _tr("Reminded on")),
        _day("received", _tr("Received")),
        _line("author", _tr("Author, and their role")),
        FieldInfo("nil_return", _tr("They hold nothing about the case"), "tick"),
        _text("author_independence", _tr("The author’s independence of the case")),
        _text("records_searched", _tr("Records searched, and for what period")),
        _text("involvement", _tr("Summary of involvement")),
        _text("immediate_actions", _tr("What was done at once")),
        _text("good_practice", _tr("Good practice")),
        _text("learning", _tr("Learning for the agency itself")),
        _line("signed_off_by", _tr("Signed off by (a role)")),
        _text("quality_notes", _tr("Notes on its quality")),
    )
    return (
        KindInfo(
            *("parallel_processes", _tr("Parallel process"), _tr("Parallel processes")),
            process,
            _process,
            lambda _s: ParallelProcess(),
        ),
        KindInfo(
            *("agency_requests", _tr("Request to an agency"), _tr("Requests to agencies")),
            request,
            _request,
            lambda _s: AgencyRequest(),
        ),
    )


def printed_kinds() -> tuple[KindInfo, ...]:
    """What outputs need beside the findings: quotations, the decision on publication, abbreviations."""
    quote = (
        _text("text", _tr("Words")),
        _line("speaker", _tr("Whose")),
        _line("speaker_role", _tr("Role, as printed")),
        FieldInfo("approved", _tr("They agreed to have it printed"), "tick"),
    )
    publication = (
        _line("outcome", _tr("What is published"), _tr("in full, summary only, nothing, later")),
        _day("date", _tr("Decided on")),
        _line("decided_by", _tr("By which body")),
        _text("reasons", _tr("Why")),
        _text("harm_considered", _tr("What harm was considered, to whom, and what advice was taken")),
    )
    abbreviation = (
        _line("short", _tr("Letters")),
        _line("long", _tr("What they stand for")),
        FieldInfo("body", _tr("Which body that is"), "one", _tr("None"), options=_bodies),
        FieldInfo("expand", _tr("Written out where an output first uses it"), "tick"),
    )
    return (
        KindInfo("quotes", _tr("Quotation"), _tr("Quotations"), quote, _quote, lambda _s: QuoteRecord()),
        KindInfo(
            *("publication_decisions", _tr("Decision on publication"), _tr("Publication")),
            publication,
            _publication,
            lambda _s: PublicationDecision(),
        ),
        KindInfo(
            *("abbreviations", _tr("Abbreviation"), _tr("Abbreviations")),
            abbreviation,
            _abbreviation,
            lambda _s: Abbreviation(),
        ),
    )
