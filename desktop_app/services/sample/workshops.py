"""Workshops, prompts, who came, and what was said."""

from __future__ import annotations

from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import (
    AgendaItem,
    Attribution,
    Consent,
    Participant,
    Prompt,
    RecallFeedback,
    Reflection,
    Stance,
    Valence,
    Workshop,
)
from desktop_app.services.sample.data import date, items, load, numbers, text
from desktop_app.services.workshop_library import agendas


def workshop_records(snapshot: Snapshot) -> list[Record]:
    data = load("workshops.toml")
    events = {event.ref: event.uid for event in snapshot.events}
    codes = {agency.code: agency.uid for agency in snapshot.agencies}
    workshops = {text(item, "id"): _workshop(item) for item in items(data, "workshop")}
    prompts = {
        text(item, "id"): Prompt(
            library=text(item, "library"),
            order=int(item.get("order", 0)),
            text=text(item, "text"),
            origin=text(item, "origin"),
        )
        for item in items(data, "prompt")
    }
    records: list[Record] = [*workshops.values(), *prompts.values()]
    for item in items(data, "workshop"):
        asked = {p.text: p.uid for p in prompts.values() if p.library == text(item, "library")}
        records += _agenda(workshops[text(item, "id")], text(item, "agenda"), asked)
    records += [
        Participant(
            workshop=workshops[text(item, "workshop")].uid,
            name=text(item, "name"),
            role_group=text(item, "role_group"),
            agency=codes.get(text(item, "agency"), ""),
        )
        for item in items(data, "participant")
    ]
    records += [
        Reflection(
            workshop=workshops[text(item, "workshop")].uid,
            prompt=prompts[text(item, "prompt")].uid if text(item, "prompt") else "",
            text=text(item, "text"),
            capture=text(item, "capture") or "paraphrase",
            attribution=Attribution(text(item, "attribution") or "unattributed"),
            consent=Consent(text(item, "consent") or "paraphrase"),
            valence=Valence(text(item, "valence") or "context"),
            factor=text(item, "factor"),
            events=tuple(events[ref] for ref in numbers(item, "events")),
            sensitive=bool(item.get("sensitive", False)),
            escalated=bool(item.get("escalated", False)),
        )
        for item in items(data, "reflection")
    ]
    return records


def recall_records(snapshot: Snapshot) -> list[Record]:
    """What the recall event said of the findings, and the author's answers."""
    findings = {str(finding.number): finding.uid for finding in snapshot.findings}
    event = next(workshop.uid for workshop in snapshot.workshops if workshop.type == "recall-event")
    return [
        RecallFeedback(
            workshop=event,
            finding=findings[text(item, "finding")],
            stance=Stance(text(item, "stance")),
            text=text(item, "text"),
            answer=text(item, "answer"),
        )
        for item in items(load("workshops.toml"), "recall")
    ]


def _agenda(workshop: Workshop, template: str, asked: dict[str, str]) -> list[AgendaItem]:
    """The template's parts; a part that begins as a question does asks it, so that the room's clock runs."""
    parts = next(one.items for one in agendas() if one.id == template)
    return [
        AgendaItem(
            workshop=workshop.uid,
            order=number,
            title=part.title,
            minutes=part.minutes,
            about=part.about,
            prompt=next((uid for words, uid in asked.items() if words.startswith(part.title.rstrip("?"))), ""),
        )
        for number, part in enumerate(parts, 1)
    ]


def _workshop(item: dict[str, object]) -> Workshop:
    return Workshop(
        type=text(item, "type"),
        title=text(item, "title"),
        date=date(item, "date"),
        place=text(item, "place"),
        purpose=text(item, "purpose"),
        facilitators=text(item, "facilitators"),
        ground_rules=text(item, "ground_rules"),
        ground_rules_version=text(item, "ground_rules_version"),
        confidentiality=text(item, "confidentiality"),
        confidentiality_version=text(item, "confidentiality_version"),
        support_person=text(item, "support_person"),
        aftercare=text(item, "aftercare"),
        library=text(item, "library"),
    )
