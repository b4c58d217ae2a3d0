"""What is still missing before a review is set up: each a sentence, and the record or kind of record that mends it.

Source: the field reference's records of steps 0 to 2, and the quality markers that ask for the decision's rationale,
for parallel processes, for the family's part in the terms of reference, and for the independence of who leads.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.arrangements import overdue, running
from desktop_app.services.body_names import one_abbreviation, same_bodies
from desktop_app.services.clocks import clock_view


@dataclass(frozen=True, slots=True)
class Missing:
    """`family` is where it belongs; `uid` the record to look at, "" when one must be added. `what` names nobody."""

    code: str
    family: str
    uid: str
    what: str


def missing(snapshot: Snapshot, today: dt.date) -> list[Missing]:
    """In the order in which a review is set up."""
    return [
        *_review(snapshot.review),
        *_decision(snapshot),
        *_terms(snapshot),
        *_panel(snapshot),
        *_processes(snapshot, today),
        *_requests(snapshot, today),
        *_clocks(snapshot, today),
        *_bodies(snapshot),
    ]


def _review(review: Review) -> Iterator[Missing]:
    wanted = (
        (review.reference, "review-reference", "The review has no reference."),
        (review.legal_basis, "review-basis", "Nobody has said what kind of review this is, and on what legal basis."),
        (review.became_aware, "review-aware", "The day on which the partnership became aware is not given."),
        (review.scope_start and review.scope_end, "review-scope", "The period under review is not given."),
        (review.commissioning_body, "review-body", "Nobody has said who commissioned the review."),
        (review.lead_reviewer, "review-lead", "Nobody has said who leads the review."),
        (review.independence, "review-independence", "How independent the lead reviewer is has not been stated."),
    )
    for held, code, what in wanted:
        if not held:
            yield Missing(code, "reviews", review.uid, what)


def _decision(snapshot: Snapshot) -> Iterator[Missing]:
    if not snapshot.decisions:
        yield Missing("decision", "decisions", "", "The decision to review, with its criteria and reasons, is missing.")
    for made in snapshot.decisions:
        wanted = (
            (made.outcome, "decision-outcome", "A decision has no outcome yet."),
            (made.criteria, "decision-criteria", "A decision does not say which criteria were weighed."),
            (made.rationale, "decision-rationale", "A decision gives no reasons."),
            (made.date, "decision-date", "A decision has no date."),
            (made.deciding_body, "decision-body", "A decision does not say who made it."),
        )
        yield from (Missing(code, "decisions", made.uid, what) for held, code, what in wanted if not held)


def _terms(snapshot: Snapshot) -> Iterator[Missing]:
    if not snapshot.terms:
        yield Missing("terms", "terms", "", "There are no terms of reference yet.")
    else:
        newest = max(snapshot.terms, key=lambda terms: terms.version)
        which = f"Version {newest.version} of the terms of reference"
        wanted = (
            (newest.agreed_on, "terms-agreed", f"{which} is not agreed yet."),
            (newest.purpose, "terms-purpose", f"{which} gives no purpose."),
            (newest.scope, "terms-scope", f"{which} does not say which period is looked at, and why."),
            (newest.methodology, "terms-method", f"{which} gives no method."),
            (newest.family_plan, "terms-family", f"{which} does not say how the family will take part."),
            (newest.version == 1 or newest.changed, "terms-changed", f"{which} does not say what is new in it."),
        )
        yield from (Missing(code, "terms", newest.uid, what) for held, code, what in wanted if not held)
    if not snapshot.kloes:
        yield Missing("kloes", "kloes", "", "There are no key lines of enquiry yet.")
    for kloe in snapshot.kloes:
        if not kloe.question.strip():
            yield Missing("kloe-question", "kloes", kloe.uid, f"Key line of enquiry {kloe.number} asks nothing yet.")


def _panel(snapshot: Snapshot) -> Iterator[Missing]:
    if not snapshot.panel:
        yield Missing("panel", "panel", "", "Nobody sits on the panel yet.")
        return
    roles = " ".join(member.role.casefold() for member in snapshot.panel)
    if "chair" not in roles:
        yield Missing("panel-chair", "panel", "", "Nobody chairs the panel.")
    for member in snapshot.panel:
        leads = any(role in member.role.casefold() for role in ("chair", "author", "reviewer"))
        if leads and not member.independence.strip():
            what = "How independent the panel’s chair or author is has not been stated."
            yield Missing("panel-independence", "panel", member.uid, what)


def _processes(snapshot: Snapshot, today: dt.date) -> Iterator[Missing]:
    for process in running(snapshot, today):
        if not (process.constraint.strip() or process.publication_constraint.strip()):
            what = "A parallel process does not say what may not be done while it lasts."
            yield Missing("process-constraint", "parallel_processes", process.uid, what)
        if process.next_date is not None and process.next_date < today:
            what = "The next date of a parallel process has passed, and nobody has said what came of it."
            yield Missing("process-date", "parallel_processes", process.uid, what)


def _requests(snapshot: Snapshot, today: dt.date) -> Iterator[Missing]:
    asked = {request.agency for request in snapshot.agency_requests}
    unasked = [agency for agency in snapshot.agencies if agency.uid not in asked]
    if unasked:
        codes = ", ".join(agency.code for agency in unasked if agency.code)
        yield Missing(
            "agency-unasked", "agency_requests", "", f"What was asked of these agencies is not kept: {codes}."
        )
    for request in snapshot.agency_requests:
        if overdue(request, today):
            what = "What an agency was asked for has not come, and its day has passed."
            yield Missing("agency-overdue", "agency_requests", request.uid, what)
        elif request.received is not None and request.author and not request.author_independence.strip():
            what = "Whether the author of an agency’s report had a part in the case has not been stated."
            yield Missing("agency-independence", "agency_requests", request.uid, what)


def _clocks(snapshot: Snapshot, today: dt.date) -> Iterator[Missing]:
    for clock in snapshot.clocks:
        if clock.start is None:
            yield Missing("clock-start", "clocks", clock.uid, f"A time limit has no day to count from: {clock.name}.")
        elif clock_view(clock, today).state == "missed" and not clock.extension_reason.strip():
            what = f"A time limit has passed and nobody has said when it was met, or why not: {clock.name}."
            yield Missing("clock-missed", "clocks", clock.uid, what)


def _bodies(snapshot: Snapshot) -> Iterator[Missing]:
    for shared in one_abbreviation(snapshot):
        what = f"{shared.short} stands for {len(shared.stands_for)} things: readers cannot tell which."
        yield Missing("one-abbreviation", "bodies", shared.uids[0], what)
    same = same_bodies(snapshot)
    if same:
        what = (
            "A body may be written in several ways." if len(same) == 1 else f"{len(same)} bodies may be written twice."
        )
        yield Missing("same-body", "bodies", "", what)
