"""What national trackers of reviews ask for, one field a row, so that nobody has to look it up and type it again.

Source: the fields of the NHS Safeguarding Case Review Tracker, as its step-by-step guide lists them (field reference,
governance update): type, themes (three), stage, locality, organisational learning, recommendations, good practice,
publication date and link, dissemination, open or closed, and whether a rapid review became another review.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

from desktop_app.common.document import Cell, Dates, Document, Paragraph, Table, Text
from desktop_app.domain.learning import OVER
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.review import ReviewType
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at
from desktop_app.services.compose.parts import case, cell, day, framed, governance
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.recommendations import recommendation_views

THEMES = 3
_SECTION = "tracker"


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    rows = (
        ("type", _one(words(_SECTION, f"type_{snapshot.review.type.value}"))),
        ("converted", _one(_converted(snapshot))),
        ("locality", cell(governance(snapshot.review.commissioning_body, snapshot.review.uid))),
        ("nation", _one(snapshot.review.nation)),
        ("aware", cell(governance(day(snapshot.review.became_aware)))),
        ("stage", _one(words(_SECTION, _stage(snapshot, as_at)))),
        ("open", _one(words(_SECTION, "closed" if snapshot.destructions else "is_open"))),
        *((f"theme_{number}", cell(case(name))) for number, name in enumerate(_themes(snapshot), 1)),
        ("learning", _findings(snapshot, good=False)),
        ("good_practice", _findings(snapshot, good=True)),
        ("recommendations", _recommendations(snapshot, as_at)),
        ("outstanding", _one(_outstanding(snapshot, as_at))),
        ("published", cell(governance(day(_published(snapshot, as_at))))),
        ("dissemination", _disseminated(snapshot, as_at)),
    )
    table = Table(
        header=(fixed(_SECTION, "field"), fixed(_SECTION, "answer")),
        rows=tuple((cell(fixed(_SECTION, field)), _stated(answer)) for field, answer in rows),
        widths=(1.0, 3.0),
    )
    return framed(snapshot, OutputKind.TRACKER, as_at, [Paragraph(fixed(_SECTION, "lead"), style="small"), table])


def _one(text: str) -> Cell:
    return cell(Text(text, Dates.FIXED))


def _stated(answer: Cell) -> Cell:
    said = any(text.words for text in answer.paragraphs)
    return answer if said else cell(fixed("common", "not_stated"))


def _converted(snapshot: Snapshot) -> str:
    """A rapid review that led to this one leaves its clocks."""
    began = any(clock.regime == ReviewType.RAPID_REVIEW.value for clock in snapshot.clocks)
    if not began or snapshot.review.type is ReviewType.RAPID_REVIEW:
        return words(_SECTION, "no")
    return words(_SECTION, "from_rapid_review")


def _stage(snapshot: Snapshot, as_at: dt.date) -> str:
    """The last stage that the file shows: a word of the wording file."""
    if _published(snapshot, as_at) is not None:
        return "stage_published"
    if snapshot.recommendations:
        return "stage_recommendations"
    if snapshot.findings:
        return "stage_analysis"
    return "stage_gathering" if snapshot.event_count or snapshot.agency_requests else "stage_scoping"


def _themes(snapshot: Snapshot) -> list[str]:
    """The most often marked; themes that nothing is marked with follow as they were made."""
    marked = Counter(coding.theme for coding in snapshot.codings)
    ordered = sorted(snapshot.themes, key=lambda theme: -marked[theme.uid])
    return [theme.name for theme in ordered if theme.name][:THEMES]


def _findings(snapshot: Snapshot, *, good: bool) -> Cell:
    held = [finding for finding in snapshot.findings if (finding.kind == "good-practice") is good]
    return cell(*(case(finding.statement or finding.title, finding.uid) for finding in held))


def _recommendations(snapshot: Snapshot, as_at: dt.date) -> Cell:
    views = recommendation_views(snapshot, as_at)
    return cell(*(governance(f"{view.number}. {view.text or view.title}", view.uid) for view in views))


def _outstanding(snapshot: Snapshot, as_at: dt.date) -> str:
    actions = actions_at(snapshot, as_at)
    left = sum(action.status not in OVER for action in actions)
    return words(_SECTION, "left_of", left=left, total=len(actions)) if actions else ""


def _published(snapshot: Snapshot, as_at: dt.date) -> dt.date | None:
    days = [output.published for output in snapshot.outputs if output.published and output.published <= as_at]
    return min(days, default=None)


def _disseminated(snapshot: Snapshot, as_at: dt.date) -> Cell:
    """Kinds of output made for readers outside the panel by then, and how many events practitioners came to."""
    made = dict.fromkeys(
        words("names", output.kind.value)
        for output in snapshot.outputs
        if output.profile is not ProfileName.PANEL and (output.as_at or as_at) <= as_at
    )
    held = sum(workshop.date is not None and workshop.date <= as_at for workshop in snapshot.workshops)
    events = [words(_SECTION, "events", count=held)] if held else []
    return cell(*(Text(text, Dates.FIXED) for text in (*made, *events)))
