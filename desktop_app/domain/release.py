"""How an output goes from a draft to something handed over: each step, who took it, and who was given the file.

These records are added and never changed. A step carries a sum over itself and the one before it of the same output,
so that a changed or missing one shows; an approval of another person carries a signature besides.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.domain.output import Output
from desktop_app.domain.record import Record

_SIZE = 16  # bytes of a sum


class Status(StrEnum):
    """In the order in which an output passes through them."""

    DRAFT = "draft"
    CHECKED = "checked"
    AGENCIES = "agencies"
    FAMILY = "family"
    LEGAL = "legal"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseStep(Record):
    """`role` is who took it; a name is given only where somebody wants it kept. `on` is the day it was true.

    `not_needed`: the step was left out, and `note` says why. `sha256` is the file it is about. `approver` and
    `signature` (hexadecimal) stand in an approval by a second person: see `services.release.signed`.
    """

    output: str = ""
    status: Status = Status.DRAFT
    role: str = ""
    name: str = ""
    on: dt.date | None = None
    recorded: dt.datetime | None = None
    note: str = ""
    not_needed: bool = False
    sha256: str = ""
    approver: str = ""
    signature: str = ""
    place: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approver(Record):
    """Who may approve what leaves for others, with a secret of their own.

    `verify` is the Ed25519 key that their signatures are checked with, hexadecimal; `sealed` the signing key, wrapped
    with a key derived from their passphrase (JSON, the shape of a key slot).
    """

    role: str = ""
    name: str = ""
    made: dt.datetime | None = None
    retired: dt.date | None = None
    verify: str = ""
    sealed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient(Record):
    """Who was given which file of an output, when and how. `sha256` is the file's."""

    output: str = ""
    to: str = ""
    how: str = ""
    on: dt.date | None = None
    role: str = ""  # who gave it
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputText(Record):
    """The anonymised words of a written output, sentence by sentence: see `services.release.kept_text`."""

    output: str = ""
    packed: str = ""


def after(steps: Sequence[ReleaseStep], step: ReleaseStep) -> ReleaseStep:
    """`step` with its place and sum, behind `steps` of the same output."""
    last = steps[-1] if steps else ReleaseStep()
    placed = replace(step, place=last.place + 1, seal="")
    return replace(placed, seal=_sum(placed, last.seal))


def broken(steps: Sequence[ReleaseStep], output: Output) -> list[str]:
    """Uids of what is not as it was recorded; the output's own where one is missing at the end or was never there."""
    found = []
    before = ReleaseStep()
    for step in steps:
        if step.place != before.place + 1 or step.seal != _sum(step, before.seal):
            found.append(step.uid)
        before = step
    # What an earlier version wrote has no steps and is a draft.
    stands = before.status if steps else Status.DRAFT
    return found if output.status == stands else [*found, output.uid]


def _sum(step: ReleaseStep, before: str) -> str:
    parts = [before, step.place, step.uid, step.output, step.status.value, step.role, step.name, str(step.on)]
    parts += [step.note, step.not_needed, step.sha256, step.approver, step.signature]
    words = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=_SIZE).hexdigest()
