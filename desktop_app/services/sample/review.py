"""The review, its decision, its lines of enquiry, its clocks and the passages the author wrote."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.record import Record
from desktop_app.domain.review import (
    Clock,
    Decision,
    Kloe,
    Narrative,
    PublicationDecision,
    QuoteRecord,
    Review,
    ReviewType,
)
from desktop_app.services.sample.data import Item, date, items, load, text


def review_records(uid: str) -> list[Record]:
    """`uid` is that of the review record the file already holds."""
    data = load("review.toml")
    records: list[Record] = [_review(data["review"], uid)]
    records += [
        Decision(
            date=date(item, "date"),
            deciding_body=text(item, "deciding_body"),
            question=text(item, "question"),
            criteria=text(item, "criteria"),
            options=text(item, "options"),
            outcome=text(item, "outcome"),
            rationale=text(item, "rationale"),
            dissent=text(item, "dissent"),
        )
        for item in items(data, "decision")
    ]
    records += [
        PublicationDecision(
            outcome=text(item, "outcome"),
            reasons=text(item, "reasons"),
            harm_considered=text(item, "harm_considered"),
            decided_by=text(item, "decided_by"),
            date=date(item, "date"),
        )
        for item in items(data, "publication_decision")
    ]
    records += [
        QuoteRecord(
            text=text(item, "text"),
            speaker=text(item, "speaker"),
            speaker_role=text(item, "speaker_role"),
            approved=bool(item.get("approved", False)),
        )
        for item in items(data, "quote")
    ]
    records += [
        Narrative(key=key, text=str(value).strip(), order=order)
        for order, (key, value) in enumerate(data.get("narrative", {}).items())
    ]
    records += [
        Kloe(number=int(item["number"]), question=text(item, "question"), why=text(item, "why"))
        for item in items(data, "kloe")
    ]
    return [*records, *_clocks(data["review"])]


def _review(item: Item, uid: str) -> Review:
    return Review(
        uid=uid,
        reference=text(item, "reference"),
        working_title=text(item, "working_title"),
        published_title=text(item, "published_title"),
        type=ReviewType(text(item, "type")),
        nation=text(item, "nation"),
        legal_basis=text(item, "legal_basis"),
        mandatory=bool(item.get("mandatory", False)),
        commissioning_body=text(item, "commissioning_body"),
        lead_reviewer=text(item, "lead_reviewer"),
        independence=text(item, "independence"),
        methodology=text(item, "methodology"),
        trigger_event_date=date(item, "trigger_event_date"),
        became_aware=date(item, "became_aware"),
        scope_start=date(item, "scope_start"),
        scope_end=date(item, "scope_end"),
        status=text(item, "status"),
        protective_marking=text(item, "protective_marking"),
    )


def _clocks(item: Item) -> list[Record]:
    """The two clocks of the field's checked example: 5 and 15 working days from becoming aware."""
    aware = date(item, "became_aware")
    source = "Working Together to Safeguard Children 2023, chapter 5; start event is a local setting"
    limits = (("Notification", 5, dt.date(2025, 12, 29)), ("Rapid review", 15, dt.date(2026, 1, 15)))
    return [
        Clock(
            name=name,
            regime="rapid-review",
            start_event="became aware",
            start=aware,
            amount=days,
            source=source,
            met_on=met,
        )
        for name, days, met in limits
    ]
