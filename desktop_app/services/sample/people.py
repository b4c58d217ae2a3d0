"""Who is who in the sample: the people CSV, read as anyone's would be, then bodies, agencies and abbreviations."""

from __future__ import annotations

from desktop_app.common.resources import resource
from desktop_app.domain.people import Abbreviation, Agency, Body, BodyKind
from desktop_app.domain.record import Record
from desktop_app.importers.people import plan_people
from desktop_app.importers.read import read_tables
from desktop_app.services.sample.data import items, load, text


def people_records() -> list[Record]:
    plan = plan_people(read_tables(resource("sample", "people.csv")), ())
    registered = [record for row in plan.rows for record in row.records]
    data = load("bodies.toml")
    listed = [_body(registered, item) for item in items(data, "body")]
    replaced = {record.uid for record in listed}
    records: list[Record] = [record for record in registered if record.uid not in replaced]
    records += listed
    for item, body in zip(items(data, "body"), listed, strict=True):
        if text(item, "code"):
            records.append(Agency(code=text(item, "code"), name=body.name, body=body.uid, order=int(item["n"])))
    records += [
        Abbreviation(short=text(item, "short"), long=text(item, "long")) for item in items(data, "abbreviation")
    ]
    return records


def _body(registered: list[Record], item: dict[str, object]) -> Body:
    """The register's own entry of that name with its abbreviation added, or a new one."""
    from dataclasses import replace

    name, short = text(item, "name"), text(item, "abbreviation")
    for record in registered:
        if isinstance(record, Body) and record.name == name:
            return replace(record, abbreviation=short)
    kind = text(item, "kind")
    named = text(item, "named")
    return Body(
        kind=BodyKind(kind) if kind in set(BodyKind) else BodyKind.BODY,
        name=name,
        abbreviation=short,
        pseudonym="" if named in ("", "as-is") else named,
    )
