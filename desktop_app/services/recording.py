"""Records in and out as JSON, one object a line: what the window's forms write, without a window.

An object names its kind and the fields to set: {"kind": "involvements", "relation": "father", "approach": "declined"}.
With "uid" of a record that is there, the other fields of that record stay as they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, get_origin

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.people import Person
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.clock_edits import rule_changes
from desktop_app.services.pseudonyms import with_pseudonym
from desktop_app.services.recording_fields import KINDS, inner_type, settable
from desktop_app.services.session import Session
from desktop_app.services.thread.links import LINKS, targets, wanted

_LONGEST = 200_000  # characters of one text


def record_all(session: Session, wanted: Iterable[tuple[int, Mapping[str, object]]]) -> tuple[ChangeSet, list[str]]:
    """All of them as one step, or none; their uids come back in order. Raises UserError naming the line."""
    made: list[Record] = []
    snapshot = session.snapshot
    for number, item in wanted:
        made.append(_record(snapshot, number, item))
    _check_links(snapshot, made)
    changed = session.put("Record", *made, *rule_changes(snapshot, made))
    return changed, [record.uid for record in made]


def _record(snapshot: Snapshot, number: int, item: Mapping[str, object]) -> Record:
    kind = item.get("kind")
    if kind not in KINDS:
        raise _refusal(number, f"“{kind}” is not a kind that can be recorded", f"Kinds are: {', '.join(KINDS)}.")
    record_type = family_types()[str(kind)]
    known = settable(str(kind))
    uid = item.get("uid") or (snapshot.review.uid or None if kind == "reviews" else None)  # there is one review
    values: dict[str, Any] = {}
    for name, value in item.items():
        if name in ("kind", "uid"):
            continue
        if name not in known:
            raise _refusal(number, f"{kind} have no field “{name}” to be set", f"Fields are: {', '.join(known)}.")
        values[name] = _value(number, name, value, known[name])
    if not (any(values.values()) if uid is None else values):
        do = f"`candour record --fields {kind}` gives its fields."
        raise _refusal(number, f"nothing is said in it but that it is one of the {kind}", do)
    if uid is None:
        if "number" in known and "number" not in values:
            values["number"] = 1 + max((r.number for r in getattr(snapshot, str(kind))), default=0)
        return record_type(**values)
    # The register is listed, and asked about, by the uid that it was imported with.
    held = next((r for r in getattr(snapshot, str(kind)) if uid in (r.uid, getattr(r, "key", "") or r.uid)), None)
    if held is None:
        raise _refusal(number, f"there is no such record among the {kind}", "Leave “uid” out to add a new one.")
    if isinstance(held, Person) and "pseudonym" in values:
        chosen = values.pop("pseudonym")
        return with_pseudonym(snapshot, replace(held, **values), chosen)
    changed: Record = replace(held, **values)
    return changed


def _value(number: int, name: str, value: object, hint: Any) -> Any:
    inner, optional = inner_type(hint)
    if value is None and optional:
        return None
    if inner is dt.date and isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise _refusal(number, f"“{name}” is no day", "Write it as 2026-03-04.") from None
    if inner is dt.time and isinstance(value, str):
        try:
            return dt.time.fromisoformat(value)
        except ValueError:
            raise _refusal(number, f"“{name}” is no time of day", "Write it as 09:30.") from None
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        if value in set(inner):
            return inner(str(value))
        raise _refusal(number, f"“{name}” is none of {', '.join(inner)}", "Choose one of them.")
    if get_origin(inner) is tuple and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    if inner is bool and isinstance(value, bool):
        return value
    if inner is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if inner is str and isinstance(value, str):
        if len(value) > _LONGEST:
            raise _refusal(number, f"“{name}” is longer than {_LONGEST:,} characters", "Divide it.")
        return value
    raise _refusal(
        number, f"“{name}” is not of the kind that field holds", "`candour record --fields` says what each holds."
    )


def _check_links(snapshot: Snapshot, made: list[Record]) -> None:
    """Nothing is recorded that points at nothing."""
    known = {record.uid: name for name in family_types() for record in getattr(snapshot, name)}
    by_type = {kind: name for name, kind in family_types().items()}
    known |= {record.uid: by_type[type(record)] for record in made}
    for number, record in enumerate(made, 1):
        for link in LINKS:
            if family_types()[link.family] is type(record):
                must = wanted(link, record)
                for uid in targets(link, record):
                    held = known.get(uid, "")
                    if not held or (must or held) != held:
                        why = f"“{link.field}” points at a record that is not among the {must or 'records'}"
                        raise _refusal(number, why, "Use the uid that `candour list` gives.", what="Record")


def _refusal(number: int, why: str, do: str, what: str = "Line") -> UserError:
    return UserError(
        f"{what} {number}: {why}.", safe="Nothing was recorded.", do=do, code="bad-record", exit_code=Exit.USAGE
    )
