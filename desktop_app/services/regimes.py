"""Kinds of review as data (resources/regimes/regimes.toml): legal basis, criteria and clocks, each with its source."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.resources import resource
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.review import Clock, Decision, Review, ReviewType
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session

_LARGEST = 1_000_000  # bytes of a regime file that are read
_STARTS = ("became aware", "decision to review")
_UNITS = ("working-days", "days", "months")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """`start` is "became aware" or "decision to review"; `confirmed` is False for what must be checked locally."""

    name: str
    start: str
    amount: int
    unit: str
    confirmed: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    id: str
    name: str
    nations: tuple[str, ...]
    about: str
    commissioned_by: str
    legal_basis: str
    mandatory: bool
    source: str
    source_date: str
    publication: str
    criteria: tuple[str, ...]
    clocks: tuple[ClockRule, ...]


@dataclass(frozen=True, slots=True)
class RegimeFile:
    """`version` is the file's own, e.g. "2026-11"."""

    version: str
    regimes: tuple[Regime, ...]


@functools.cache
def shipped() -> RegimeFile:
    return read_regimes(resource("regimes", "regimes.toml"))


def regimes() -> tuple[Regime, ...]:
    return shipped().regimes


def regime(identifier: str) -> Regime:
    """Raises KeyError for one that is not there."""
    return next((r for r in regimes() if r.id == identifier), None) or _raise(identifier)


def _raise(identifier: str) -> Regime:
    raise KeyError(identifier)


def read_regimes(path: Path) -> RegimeFile:
    """A file of kinds of review. Raises UserError naming the entry and the field that is wrong."""
    try:
        data = tomllib.loads(path.read_bytes()[:_LARGEST].decode("utf-8"))
    except OSError:
        raise _refusal(path, "it cannot be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise _refusal(path, "it is not TOML") from None
    if wrong := sorted(set(data) - {"version", "regime"}):
        raise _refusal(path, f"it has a field “{wrong[0]}” that nobody knows")
    version, held = data.get("version"), data.get("regime")
    if not isinstance(version, str) or not version:
        raise _refusal(path, 'it has no “version”, e.g. version = "2026-11"')
    if not isinstance(held, list) or not held:
        raise _refusal(path, "it has no [[regime]]")
    made = tuple(_regime(path, item, number) for number, item in enumerate(held, 1))
    identifiers = [one.id for one in made]
    if twice := next((one for one in identifiers if identifiers.count(one) > 1), ""):
        raise _refusal(path, f"two entries are called “{twice}”")
    return RegimeFile(version, made)


def _regime(path: Path, item: Any, number: int) -> Regime:
    values = _values(path, item, Regime, f"entry {number}")
    where = f"entry “{values['id']}”"
    if not values["id"] or not values["nations"]:
        raise _refusal(path, f"entry {number} has an empty “{'nations' if values['id'] else 'id'}”")
    if not all(isinstance(one, str) for one in (*values["nations"], *values["criteria"])):
        raise _refusal(path, f"the nations and criteria of {where} must be words")
    unknown = set(values["nations"]) - {"England", "Wales", "Scotland", "Northern Ireland"}
    if unknown:
        raise _refusal(path, f"in {where} “{unknown.pop()}” is no nation")
    values["clocks"] = tuple(_clock(path, clock, where) for clock in values["clocks"])
    return Regime(**values)


def _clock(path: Path, item: Any, where: str) -> ClockRule:
    values = _values(path, item, ClockRule, f"a clock of {where}")
    if values["unit"] not in _UNITS or values["amount"] <= 0:
        raise _refusal(path, f"the clock “{values['name']}” of {where} has no number of {', '.join(_UNITS)}")
    if values["start"] not in _STARTS:
        starts = " or ".join(_STARTS)
        raise _refusal(path, f"the clock “{values['name']}” of {where} has the start “{values['start']}”, not {starts}")
    return ClockRule(**values)


def _values(path: Path, item: Any, kind: type[Any], where: str) -> dict[str, Any]:
    """The fields of `kind` out of a TOML table: none missing, none unknown, each of its type."""
    if not isinstance(item, dict):
        raise _refusal(path, f"{where} is no table")
    known = {field.name: field for field in fields(kind)}
    if wrong := sorted(set(item) - set(known)):
        raise _refusal(path, f"{where} has a field “{wrong[0]}” that nobody knows")
    values: dict[str, Any] = {}
    for name, field in known.items():
        if name not in item:
            if name == "note":
                continue
            raise _refusal(path, f"{where} has no “{name}”")
        value = tuple(item[name]) if isinstance(item[name], list) else item[name]
        wanted = {"str": str, "int": int, "bool": bool}.get(str(field.type), tuple)
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise _refusal(path, f"“{name}” of {where} is not of the kind it should be")
        values[name] = value
    return values


def _refusal(path: Path, why: str) -> UserError:
    return UserError(
        f"“{path.name}” cannot be used: {why}.",
        safe="The review is as it was.",
        do="Mend that line, or put the file back as it came.",
        code="regime-file",
        exit_code=Exit.FILE,
    )


def adopt(session: Session, rules: Regime, version: str = "") -> ChangeSet:
    """Make the review one of this kind: legal basis, its clocks, and a decision with its criteria to be weighed.

    `version` is that of the file it was read from. Clocks of the same name are kept as they are; a decision that has an
    outcome is not touched. One step of undo.
    """
    snapshot = session.snapshot
    review = snapshot.review
    changed = replace(
        review if review.uid else Review(),
        type=_type_of(rules.id),
        regime=rules.id,
        legal_basis=rules.legal_basis,
        mandatory=rules.mandatory,
    )
    named = {clock.name for clock in snapshot.clocks}
    made: list[Record] = [changed]
    nation = review.nation if review.nation in rules.nations else rules.nations[0]
    read = ", ".join(filter(None, [rules.source_date, f"file of {version}" if version else ""]))
    for rule in rules.clocks:
        if rule.name not in named:
            start = review.became_aware if rule.start == "became aware" else _decided(snapshot)
            source = f"{rules.source} ({read})" + ("" if rule.confirmed else "; check locally")
            made.append(
                Clock(name=rule.name, regime=rules.id, start_event=rule.start, start=start, amount=rule.amount,
                      unit=rule.unit, calendar=nation, source=source)
            )  # fmt: skip
    if not any(decision.outcome or decision.criteria for decision in snapshot.decisions):
        question = f"Are the criteria of a review of this kind met: {rules.name}?"
        made.append(Decision(question=question, criteria="\n".join(rules.criteria)))
    return session.put("Choose the kind of review", *made)


def kind_of(review: Review) -> Regime | None:
    """The shipped kind that a review is of; None for one of a partnership's own, or none chosen."""
    return next((one for one in regimes() if one.id == (review.regime or review.type.value)), None)


def _type_of(identifier: str) -> ReviewType:
    if identifier in set(ReviewType):
        return ReviewType(identifier)
    known = any(one.id == identifier for one in regimes())
    return ReviewType.LEARNING_REVIEW if known else ReviewType.OTHER


def _decided(snapshot: Snapshot) -> dt.date | None:
    """The day of the decision to review: the last that has an outcome."""
    days = [made.date for made in snapshot.decisions if made.outcome and made.date is not None]
    return max(days, default=None)
