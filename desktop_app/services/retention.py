"""Closing a review under a retention rule: identified content is crypto-erased, anonymised learning stays."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from desktop_app.anonymise.result import Undecided
from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.record import Record
from desktop_app.domain.review import DestructionRecord
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.backups import remove_all_backups
from desktop_app.services.family_words import counted, counted_as_stored
from desktop_app.services.learning_kept import anonymised_records, leaks, render_learning
from desktop_app.services.legal_hold import check_not_held
from desktop_app.services.retention_rules import RetentionRule, retention_rules, rule_of
from desktop_app.services.session import Session, check_passphrase

__all__ = [
    "Closed",
    "ClosingPlan",
    "RetentionRule",
    "close_under_rule",
    "closing_plan",
    "destruction_words",
    "render_learning",
    "retention_rules",
]

_SAFE = "Nothing was destroyed or changed."


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """What closing now would keep and destroy, each as "150 events of the chronology", and what it waits for.

    `gone` is what nothing stays of; of what stays, the words as they were written go as well.
    """

    kept: tuple[str, ...]
    gone: tuple[str, ...]
    undecided: tuple[Undecided, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """`recovery_key` is shown once. `backups_trouble` says why backups of the identified review are still there."""

    record: DestructionRecord
    recovery_key: str = field(repr=False)
    backups_removed: int = 0
    backups_trouble: str = ""


def closing_plan(snapshot: Snapshot) -> ClosingPlan:
    """What stays is counted as it would be anonymised; while words wait for a decision nothing is."""
    kept, undecided = _kept_or_waiting(snapshot)
    stays = Counter(map(_family, kept))
    goes = Counter({name: len(getattr(snapshot, name)) for name in _held_families()}) - stays
    return ClosingPlan(
        tuple(counted(name, count) for name, count in sorted(stays.items())),
        tuple(counted(name, goes[name]) for name in _held_families() if goes[name]),
        undecided,
    )


def close_under_rule(session: Session, rule_id: str, passphrase: str, *, by_role: str, reason: str = "") -> Closed:
    """Destroy what identifies, keep the anonymised learning under a new data key that `passphrase` opens.

    The file, its working copy, the version beside it and this computer's backups go; a keyfile is no longer asked for.
    Copies made elsewhere are out of reach. Raises UserError "legal-hold", "no-such-rule", "nobody-named",
    "undecided" (words of the learning that wait for a decision: `render_learning` lists them); nothing is then changed.
    """
    check_passphrase(passphrase, safe=_SAFE)
    rule = rule_of(rule_id, safe=_SAFE)
    snapshot = session.whole_snapshot()
    check_not_held(snapshot)
    _check_named(by_role)
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
        kept=_counts_of(kept),
        file_sha256=_sha256(session),
        ledger=f"{entry}:{mac}",
        hold_lifted=max((hold.lifted for hold in snapshot.holds if hold.lifted), default=None),
    )
    kept_with_records = [*kept, *snapshot.destructions, record]
    recovery = session.file.replace_all_content(kept_with_records, passphrase, ref=record.uid)
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
        f"When: {record.at.day} {record.at:%B %Y, %H:%M} UTC" if record.at else "",
        f"By: {record.by_role}",
        f"Under: {rule.name if rule else record.rule} (rules of {record.rule_version})",
        f"Reason: {record.reason}" if record.reason else "",
        f"Held before: {_in_words(record.destroyed)}",
        f"Kept of it, anonymised: {_in_words(record.kept)}",
        "Everything else was destroyed: its data key is gone, and with it what the file held.",
        f"Legal hold: lifted on {record.hold_lifted.day} {record.hold_lifted:%B %Y}" if record.hold_lifted else "",
        f"SHA-256 of the file before: {record.file_sha256}",
        f"Ledger before: entry {record.ledger}",
        "Copies made elsewhere (sticks, mail, other computers’ backups) are not covered by this record.",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _check_named(by_role: str) -> None:
    if not by_role.strip():
        raise UserError(
            "A destruction record says who destroyed what, and nobody is named.",
            safe=_SAFE,
            do="Give the role of the person responsible, e.g. “records officer”.",
            code="nobody-named",
            exit_code=Exit.USAGE,
        )


def _kept(snapshot: Snapshot) -> list[Record]:
    kept, waiting = _kept_or_waiting(snapshot)
    if not waiting:
        return kept
    many = len(waiting) != 1
    raise UserError(
        f"{len(waiting)} form{'s' if many else ''} of words in findings, recommendations and actions "
        f"need{'' if many else 's'} a decision first.",
        safe=_SAFE,
        do="Decide about them as for a public output; then what is kept can be anonymised.",
        code="undecided",
        exit_code=Exit.LOOK,
    )


def _kept_or_waiting(snapshot: Snapshot) -> tuple[list[Record], tuple[Undecided, ...]]:
    """What is kept, anonymised; or what waits for a decision before it can be."""
    rendering = render_learning(snapshot)
    if rendering.anonymised is None:
        return [], tuple(rendering.undecided)
    waiting = leaks(snapshot, rendering.anonymised)
    return ([], waiting) if waiting else (anonymised_records(snapshot, rendering.anonymised), ())


def _counts(snapshot: Snapshot) -> tuple[str, ...]:
    held = {name: len(getattr(snapshot, name)) for name in _held_families()}
    return tuple(f"{name} {count}" for name, count in held.items() if count)


def _held_families() -> list[str]:
    """All but earlier destruction records, which stay."""
    return [name for name in family_types() if name != "destructions"]


def _counts_of(records: list[Record]) -> tuple[str, ...]:
    return tuple(f"{name} {count}" for name, count in sorted(Counter(map(_family, records)).items()))


def _in_words(counts: tuple[str, ...]) -> str:
    return ", ".join(map(counted_as_stored, counts)) or "nothing"


def _family(record: Record) -> str:
    return next(name for name, kind in family_types().items() if kind is type(record))


def _sha256(session: Session) -> str:
    with session.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
