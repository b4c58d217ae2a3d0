"""Is the file whole, and does the thread hold?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.update_ledger import faults
from desktop_app.services.release.problems import release_problems
from desktop_app.services.session import Session
from desktop_app.services.thread import broken_links, orphans

_TAIL = (
    "Entries cut off the end of the ledger, or an older file put back whole. The anchor printed at the foot of an "
    "output shows it: give it with the check."
)
_AFTER = "Entries cut off the ledger after the print whose anchor was given."
_REWRITTEN = (
    "A ledger made anew by somebody who holds the passphrase and knows how, unless an anchor printed before is given."
)
_TRUTH = "Whether what people wrote is true."
_ANCHOR = re.compile(r"(\d{1,12})[:\s]+([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class CheckProblem:
    code: str
    what: str
    where: str  # a place, a ref or a uid; never content


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`problems` mean something is broken; `loose_ends` are unfinished work; `unseen`: what such a check cannot see."""

    problems: tuple[CheckProblem, ...]
    loose_ends: tuple[CheckProblem, ...]
    unseen: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems


def read_anchor(printed: str) -> tuple[int, str]:
    """An anchor as outputs print it, e.g. "212:9f0c2ab81d3e" or "212 9f0c2ab81d3e". Raises UserError."""
    found = _ANCHOR.fullmatch(printed.strip().lower())
    if found is None:
        raise UserError(
            "That is not a ledger anchor.",
            safe="Nothing was opened or changed.",
            do="Copy it from the foot of an output: a number, a colon, and twelve digits and letters.",
            code="anchor-malformed",
            exit_code=Exit.USAGE,
        )
    return int(found[1]), found[2]


def _ledger_of_updates(snapshot: Snapshot) -> list[CheckProblem]:
    """Closing a review anonymises its updates on purpose: their sums no longer hold then."""
    if snapshot.destructions:
        return []
    return [
        CheckProblem("update-ledger", f"Update {fault.place} is {fault.what} since it was reported.", fault.uid)
        for fault in faults(snapshot.updates, snapshot.review.updates_head)
    ]


def check(session: Session, anchor: tuple[int, str] | None = None) -> CheckReport:
    """With the `anchor` of an older print, also whether the ledger still reaches that far, unchanged.

    What it cannot see is said in `unseen`.
    """
    problems = [CheckProblem(p.code, p.what, p.where) for p in session.file.check(anchor)]
    binned = {record.uid for record, _ in session.file.in_bin()}
    problems += [CheckProblem(link.code, link.what, link.uid) for link in broken_links(session.snapshot, binned)]
    problems += _ledger_of_updates(session.snapshot)
    problems += [CheckProblem(*found) for found in release_problems(session.snapshot)]
    closed = bool(session.snapshot.destructions)  # what its findings rested on was destroyed on purpose
    loose = [] if closed else [CheckProblem(o.code, o.what, o.uid) for o in orphans(session.snapshot)]
    return CheckReport(tuple(problems), tuple(loose), (_AFTER if anchor else _TAIL, _REWRITTEN, _TRUTH))
