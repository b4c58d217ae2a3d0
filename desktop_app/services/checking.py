"""Is the file whole, and does the thread hold?"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.services.session import Session
from desktop_app.services.thread import broken_links, orphans


@dataclass(frozen=True, slots=True)
class CheckProblem:
    code: str
    what: str
    where: str  # a place, a ref or a uid; never content


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`problems` mean something is broken; `loose_ends` are unfinished work."""

    problems: tuple[CheckProblem, ...]
    loose_ends: tuple[CheckProblem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


def check(session: Session) -> CheckReport:
    problems = [CheckProblem(p.code, p.what, p.where) for p in session.file.check()]
    problems += [CheckProblem(o.code, o.what, o.uid) for o in broken_links(session.snapshot)]
    loose = [CheckProblem(o.code, o.what, o.uid) for o in orphans(session.snapshot)]
    return CheckReport(tuple(problems), tuple(loose))
