"""Closing a review under a retention rule: identified content is crypto-erased, anonymised learning stays."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from dataclasses import dataclass, field, fields
from functools import cache

from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.resources import resource
from desktop_app.domain.record import Record
from desktop_app.domain.review import DestructionRecord
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.backups import remove_all_backups
from desktop_app.services.learning_kept import anonymised_records, leaks, render_learning
from desktop_app.services.session import Session, check_passphrase

__all__ = ["Closed", "RetentionRule", "close_under_rule", "destruction_words", "render_learning", "retention_rules"]

_SAFE = "Nothing was destroyed or changed."


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
class Closed:
    """`recovery_key` is shown once. `backups_trouble` says why backups of the identified review are still there."""

    record: DestructionRecord
    recovery_key: str = field(repr=False)
    backups_removed: int = 0
    backups_trouble: str = ""


@cache
def retention_rules() -> tuple[RetentionRule, ...]:
    data = tomllib.loads(resource("retention", "rules.toml").read_text("utf-8"))
    return tuple(RetentionRule(version=data["version"], **rule) for rule in data["rule"])


def close_under_rule(session: Session, rule_id: str, passphrase: str, *, by_role: str, reason: str = "") -> Closed:
    """Destroy what identifies, keep the anonymised learning under a new data key that `passphrase` opens.

    The file, its working copy, the version beside it and this computer's backups go; a keyfile is no longer asked for.
    Copies made elsewhere are out of reach. Raises UserError "legal-hold", "no-such-rule", "nobody-named",
    "undecided" (words of the learning that wait for a decision: `render_learning` lists them); nothing is then changed.
    """
    check_passphrase(passphrase, safe=_SAFE)
    rule = _rule(rule_id)
    snapshot = session.snapshot
    _check_allowed(snapshot, by_role)
    kept = _kept(snapshot)
    session.save()
    entry, mac = session.anchor()
    record = DestructionRecord(
        at=now(),
        by_role=" ".join(by_role.split()),
        rule=rule.id,
        rule_version=rule.version,
        reason=" ".join(reason.split()),
        destroyed=_counts(snapshot),
        kept=tuple(f"{name} {count}" for name, count in sorted(Counter(map(_family, kept)).items())),
        file_sha256=_sha256(session),
        ledger=f"{entry}:{mac}",
    )
    recovery = session.file.replace_all_content([*kept, record], passphrase, ref=record.uid)
    session.forget_snapshot()
    try:
        return Closed(record, recovery, remove_all_backups(session))
    except UserError as trouble:  # the content is gone from the review all the same, and the key must reach the person
        return Closed(record, recovery, backups_trouble=trouble.message)


def destruction_words(record: DestructionRecord) -> str:
    """The record as it is printed and filed: no content of the review."""
    rule = next((rule for rule in retention_rules() if rule.id == record.rule), None)
    lines = [
        "Destruction record",
        f"When: {record.at:%d %B %Y, %H:%M} UTC" if record.at else "",
        f"By: {record.by_role}",
        f"Under: {rule.name if rule else record.rule} (rules of {record.rule_version})",
        f"Reason: {record.reason}" if record.reason else "",
        f"Destroyed: {', '.join(record.destroyed) or 'nothing'}",
        f"Kept, anonymised: {', '.join(record.kept) or 'nothing'}",
        f"SHA-256 of the file before: {record.file_sha256}",
        f"Ledger before: entry {record.ledger}",
        "Copies made elsewhere (sticks, mail, other computers' backups) are not covered by this record.",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _rule(rule_id: str) -> RetentionRule:
    for rule in retention_rules():
        if rule.id == rule_id:
            return rule
    raise UserError(
        "There is no retention rule of that name.",
        safe=_SAFE,
        do=f"Choose one of: {', '.join(rule.id for rule in retention_rules())}.",
        code="no-such-rule",
        exit_code=Exit.USAGE,
    )


def _check_allowed(snapshot: Snapshot, by_role: str) -> None:
    if snapshot.review.legal_hold:
        raise UserError(
            "This review is under a legal hold, so nothing in it may be destroyed.",
            safe=_SAFE,
            do="Ask whoever placed the hold. When it is lifted, take it off in the review's own details.",
            code="legal-hold",
            exit_code=Exit.LOOK,
        )
    if not by_role.strip():
        raise UserError(
            "A destruction record says who destroyed what, and nobody is named.",
            safe=_SAFE,
            do="Give the role of the person responsible, e.g. “records officer”.",
            code="nobody-named",
            exit_code=Exit.USAGE,
        )


def _kept(snapshot: Snapshot) -> list[Record]:
    rendering = render_learning(snapshot)
    waiting = rendering.undecided
    if rendering.anonymised is not None:
        waiting = leaks(snapshot, rendering.anonymised)
        if not waiting:
            return anonymised_records(snapshot, rendering.anonymised)
    raise UserError(
        f"{len(waiting)} forms of words in findings, recommendations and actions need a decision first.",
        safe=_SAFE,
        do="Decide about them as for a public output; then what is kept can be anonymised.",
        code="undecided",
        exit_code=Exit.LOOK,
    )


def _counts(snapshot: Snapshot) -> tuple[str, ...]:
    held = {f.name: len(getattr(snapshot, f.name)) for f in fields(snapshot)}
    return tuple(f"{name} {count}" for name, count in held.items() if count)


def _family(record: Record) -> str:
    return next(name for name, kind in family_types().items() if kind is type(record))


def _sha256(session: Session) -> str:
    with session.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
