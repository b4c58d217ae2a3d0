"""The two kinds of record on the family page: somebody's part in the review, and something somebody said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.family import Affected, Approach, FamilyPoint, Involvement
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.family import delete_involvement, delete_point, new_involvement, taken_up, wants_reason
from desktop_app.ui.dates_words import day
from desktop_app.ui.records_page import KindInfo
from desktop_app.ui.widgets.record_form import FieldInfo
from desktop_app.ui.widgets.record_list import Entry


def _tr(text: str) -> str:
    return QCoreApplication.translate("family", text)


def approach_words(approach: Approach) -> tuple[str, str, str]:
    """Words, icon, tone."""
    return {
        Approach.TOOK_PART: (_tr("Took part"), "check-circle", "good"),
        Approach.INVITED: (_tr("Invited, no answer yet"), "hourglass", "text2"),
        Approach.DECLINED: (_tr("Invited, and declined"), "hand-palm", "text2"),
        Approach.NOT_APPROACHED: (_tr("Not approached"), "circle-dashed", "text2"),
    }[approach]


def _people(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(person.uid, person.name) for person in snapshot.people if person.kind.value == "person"]


def who(snapshot: Snapshot, entry: Involvement) -> str:
    """The person's name, else the relation, else the number."""
    name = next((person.name for person in snapshot.people if person.uid == entry.person), "")
    said = ", ".join(filter(None, [name, entry.relation]))
    return said or _tr("Nobody chosen yet")


def _involvement_entry(snapshot: Snapshot, entry: Involvement) -> Entry:
    words, icon, tone = approach_words(entry.approach)
    if wants_reason(entry):
        words, icon, tone = _tr("{}; no reason given").format(words), "warning", "warn"
    asked = day(entry.asked_on)
    second = ", ".join(filter(None, [words, _tr("asked {}").format(asked) if asked else ""]))
    return Entry(
        uid=entry.uid, number=str(entry.number), title=who(snapshot, entry), second=second, icon=icon, tone=tone
    )


def _point_entry(snapshot: Snapshot, point: FamilyPoint) -> Entry:
    findings = [str(finding.number) for finding in taken_up(snapshot).get(point.uid, ())]
    if findings:
        second, icon, tone = _tr("taken up by finding {}").format(", ".join(findings)), "lightbulb", "text2"
    elif point.set_aside:
        second, icon, tone = _tr("set aside: {}").format(point.set_aside), "prohibit", "text2"
    else:
        second, icon, tone = _tr("no finding takes it up yet"), "warning", "warn"
    return Entry(uid=point.uid, title=point.text or _tr("No words yet"), second=second, icon=icon, tone=tone)


def _speakers(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(entry.uid, f"{entry.number}  {who(snapshot, entry)}") for entry in snapshot.involvements]


def involvement_kind() -> KindInfo:
    approaches = tuple((a.value, approach_words(a)[0]) for a in Approach)
    affected = (
        (Affected.SUBJECT.value, _tr("The child or adult reviewed")),
        (Affected.FAMILY.value, _tr("Family")),
        (Affected.FRIEND.value, _tr("Friend of the family")),
        (Affected.HARMED.value, _tr("Somebody else harmed")),
    )
    fields = (
        FieldInfo("person", _tr("Person, from the register"), "one", _tr("Nobody chosen yet"), options=_people),
        FieldInfo("relation", _tr("Relation"), hint=_tr("for example father")),
        FieldInfo("affected", _tr("Counted as"), "choice", choices=affected),
        FieldInfo("approach", _tr("What came of it"), "choice", choices=approaches),
        FieldInfo("reason", _tr("Why they declined or were not approached"), "text"),
        FieldInfo("asked_by", _tr("Asked by (a role)"), hint=_tr("for example the lead reviewer")),
        FieldInfo("asked_on", _tr("Asked on"), "day"),
        FieldInfo("answered_on", _tr("Answered on"), "day"),
        FieldInfo("medium", _tr("In what way"), hint=_tr("a meeting, a letter, a call, a drawing")),
        FieldInfo("advocate", _tr("Advocate, or who else supported them")),
        FieldInfo("pseudonym_wish", _tr("Name they wish for in the report")),
        FieldInfo("asked_about", _tr("What they were asked, and what they would have the review look at"), "text"),
        FieldInfo("draft_shared", _tr("Draft shared on"), "day"),
        FieldInfo("draft_how", _tr("How, and how much time"), hint=_tr("read in private, two weeks")),
        FieldInfo("comments", _tr("Their comments on the draft"), "text"),
        FieldInfo("answer", _tr("What was answered, and what was changed"), "text"),
        FieldInfo("told_of_publication", _tr("Told of publication on"), "day"),
        FieldInfo("aftercare", _tr("Support afterwards")),
    )
    return KindInfo(
        "involvements",
        _tr("Somebody affected"),
        _tr("Those affected"),
        fields,
        _involvement_entry,
        new_involvement,
        delete_involvement,
    )


def point_kind() -> KindInfo:
    fields = (
        FieldInfo("text", _tr("What was said"), "text", _tr("in their words where they agreed, else in yours")),
        FieldInfo("involvement", _tr("Said by"), "one", _tr("Nobody in particular"), options=_speakers),
        FieldInfo("set_aside", _tr("Why no finding takes it up"), hint=_tr("empty while one may")),
        FieldInfo("may_be_quoted", _tr("May be quoted"), "tick"),
        FieldInfo("child_voice", _tr("The child’s own voice"), "tick"),
    )
    return KindInfo(
        "family_points",
        _tr("Something said"),
        _tr("What was said"),
        fields,
        _point_entry,
        lambda _snapshot: FamilyPoint(),
        delete_point,
    )
