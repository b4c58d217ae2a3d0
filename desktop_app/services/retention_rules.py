"""Retention rules and withdrawal rules as data, and the days they lead to."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.resources import resource
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.clocks import due_date


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """`years` 0: a local schedule counts, not this rule."""

    id: str
    name: str
    years: int
    what: str
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class WithdrawalRule:
    """Outputs of `kinds` come down `months` after they were published."""

    kinds: tuple[OutputKind, ...]
    months: int
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A public output: when it must come down, None when it may stay or was not published yet."""

    output: Output
    due: dt.date | None
    stays: bool

    def state(self, today: dt.date) -> str:
        """unpublished | withdrawn | stays | due | later."""
        if self.output.published is None:
            return "unpublished"
        if self.output.withdrawn is not None:
            return "withdrawn"
        if self.due is None:
            return "stays"
        return "due" if self.due <= today else "later"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("retention", "rules.toml").read_text("utf-8"))


@cache
def retention_rules() -> tuple[RetentionRule, ...]:
    return tuple(RetentionRule(version=_data()["version"], **rule) for rule in _data()["rule"])


@cache
def withdrawal_rules() -> tuple[WithdrawalRule, ...]:
    return tuple(
        WithdrawalRule(tuple(map(OutputKind, rule["kinds"])), rule["months"], rule["what"], rule["source"])
        for rule in _data()["withdrawal"]
    )


def rule_of(rule_id: str, *, safe: str) -> RetentionRule:
    """Raises UserError "no-such-rule"."""
    for rule in retention_rules():
        if rule.id == rule_id:
            return rule
    raise UserError(
        "There is no retention rule of that name." if rule_id else "No retention rule has been chosen.",
        safe=safe,
        do=f"Choose one of: {', '.join(rule.id for rule in retention_rules())}.",
        code="no-such-rule",
        exit_code=Exit.USAGE,
    )


def published_on(snapshot: Snapshot) -> dt.date | None:
    """When the first public output was published; None while none was."""
    days = [o.published for o in snapshot.outputs if o.published is not None and o.profile is ProfileName.PUBLIC]
    return min(days, default=None)


def destruction_due(snapshot: Snapshot, rule_id: str) -> dt.date | None:
    """The day from which the rule asks for closing; None when it names none or nothing was published yet."""
    start = published_on(snapshot)
    rule = next((rule for rule in retention_rules() if rule.id == rule_id), None)
    if rule is None or not rule.years or start is None:
        return None
    return due_date(start, 12 * rule.years, "months", snapshot.review.nation)


def withdrawals(snapshot: Snapshot) -> tuple[Withdrawal, ...]:
    """The newest file of each public kind and format; what is to come down soonest first."""
    newest: dict[tuple[OutputKind, str], Output] = {}
    for output in snapshot.outputs:
        if output.profile is ProfileName.PUBLIC:
            held = newest.get((output.kind, output.format))
            if held is None or (output.published is not None, output.version) >= (
                held.published is not None,
                held.version,
            ):
                newest[output.kind, output.format] = output
    found = [_withdrawal(output, snapshot.review.nation) for output in newest.values()]
    return tuple(sorted(found, key=lambda w: (w.due or dt.date.max, w.output.kind.value, w.output.format)))


def withdrawal_of(snapshot: Snapshot, output: Output) -> Withdrawal:
    """By when this one comes down: the day chosen for it, else by rule. Rules are of what the public can see."""
    if output.profile is not ProfileName.PUBLIC and output.withdraw_by is None:
        return Withdrawal(output, None, stays=True)
    return _withdrawal(output, snapshot.review.nation)


def _withdrawal(output: Output, nation: str) -> Withdrawal:
    rule = next((rule for rule in withdrawal_rules() if output.kind in rule.kinds), None)
    if output.withdraw_by is not None and output.published is not None:
        return Withdrawal(output, output.withdraw_by, stays=False)
    if rule is None or output.published is None:
        return Withdrawal(output, None, stays=rule is None)
    return Withdrawal(output, due_date(output.published, rule.months, "months", nation), stays=False)
