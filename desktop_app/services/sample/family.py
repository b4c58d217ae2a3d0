"""The family and those affected in the sample: who was asked, and what each of them said."""

from __future__ import annotations

from desktop_app.domain.family import Affected, Approach, FamilyPoint, Involvement
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.sample.data import date, items, load, numbers, text


def family_records(snapshot: Snapshot) -> list[Record]:
    """Involvements, then points: those that findings rest on, in their order, then the others."""
    keys = {person.key: person.uid for person in snapshot.people}
    data = load("family.toml")
    entries: dict[str, Involvement] = {}
    begins: list[tuple[str, str]] = []
    for number, item in enumerate(items(data, "involvement"), 1):
        entry = Involvement(
            number=number,
            person=keys[text(item, "person")],
            relation=text(item, "relation"),
            affected=Affected(text(item, "affected") or "family"),
            approach=Approach(text(item, "approach")),
            reason=text(item, "reason"),
            asked_by=text(item, "asked_by"),
            asked_on=date(item, "asked_on"),
            answered_on=date(item, "answered_on"),
            medium=text(item, "medium"),
            advocate=text(item, "advocate"),
            asked_about=text(item, "asked_about"),
            pseudonym_wish=text(item, "pseudonym_wish"),
            draft_shared=date(item, "draft_shared"),
            draft_how=text(item, "draft_how"),
            comments=text(item, "comments"),
            answer=text(item, "answer"),
        )
        entries[text(item, "person")] = entry
        begins += [(begin, entry.uid) for begin in numbers(item, "said")]
    said = [words for item in items(load("findings.toml"), "finding") for words in numbers(item, "family_points")]
    points = [
        FamilyPoint(
            involvement=next((uid for begin, uid in begins if words.startswith(begin)), ""),
            text=words,
            may_be_quoted=words.startswith("Callum:"),
            child_voice=words.startswith("Callum"),
        )
        for words in dict.fromkeys(said)
    ]
    points += [
        FamilyPoint(involvement=entries[text(item, "by")].uid, text=text(item, "text")) for item in items(data, "point")
    ]
    return [*entries.values(), *points]
