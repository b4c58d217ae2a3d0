"""Proposals across agencies, and silences."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.chronology import ChronologyEvent, EventLink, Gap
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.people import Agency
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging import contradictions, duplicates, silences

CSC, POL = Agency(code="CSC", name="Social Care", order=1), Agency(code="POL", name="Police", order=2)


def on(agency: Agency, day: dt.date, words: str) -> ChronologyEvent:
    return ChronologyEvent(agency=agency.uid, date=PartialDate(day, day, Precision.DAY), event=words)


MAY_3 = dt.date(2024, 5, 3)


def test_one_strategy_discussion_in_two_returns_is_proposed_once() -> None:
    a = on(CSC, MAY_3, "Strategy discussion by telephone with Police. Single agency enquiry agreed.")
    b = on(POL, MAY_3, "Strategy discussion with CSC. Joint enquiry agreed.")
    other = on(POL, MAY_3, "Neighbour reported a broken window.")
    found = duplicates(Snapshot(agencies=(CSC, POL), events=(a, b, other)))
    assert [{p.a.uid, p.b.uid} for p in found] == [{a.uid, b.uid}]
    assert found[0].state == "proposed"


def test_a_refused_proposal_is_remembered() -> None:
    a, b = on(CSC, MAY_3, "Strategy discussion held."), on(POL, MAY_3, "Strategy discussion held.")
    link = EventLink(kind="duplicate", a=b.uid, b=a.uid, state="refused")
    assert [p.state for p in duplicates(Snapshot(events=(a, b), event_links=(link,)))] == ["refused"]


def test_seen_and_absent_on_one_day_is_a_contradiction_to_look_at() -> None:
    seen, absent = on(CSC, MAY_3, "Seen alone at school."), on(POL, MAY_3, "Absent all day.")
    found = contradictions(Snapshot(events=(seen, absent, on(POL, MAY_3, "Letter received."))))
    assert [{p.a.uid, p.b.uid} for p in found] == [{seen.uid, absent.uid}]


def test_silences_are_counted_within_the_scope_and_explained() -> None:
    review = Review(scope_start=dt.date(2024, 1, 1), scope_end=dt.date(2024, 12, 31))
    events = (on(CSC, dt.date(2024, 1, 1), "x"), on(CSC, dt.date(2024, 12, 31), "y"), on(POL, dt.date(2024, 6, 1), "z"))
    gap = Gap(agency=CSC.uid, start=dt.date(2024, 1, 2), end=dt.date(2024, 12, 30), explained="family abroad")
    found = silences(Snapshot(reviews=(review,), agencies=(CSC, POL), events=events, gaps=(gap,)))
    by_agency = {(s.agency, s.start): s for s in found}
    csc = by_agency[(CSC.uid, dt.date(2024, 1, 2))]
    assert (csc.days, csc.explained) == (364, "family abroad")
    assert by_agency[(POL.uid, dt.date(2024, 1, 1))].days == 152
    assert by_agency[("", dt.date(2024, 1, 2))].end == dt.date(2024, 5, 31)
    assert silences(Snapshot(events=events)) == []
