"""What there is to make: every kind of output, under the heading of who it is for."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.output import OutputKind


@dataclass(frozen=True, slots=True)
class OutputKindInfo:
    """`group` is one of `GROUPS`; `formats` has the usual one first."""

    kind: OutputKind
    group: str
    name: str
    what: str
    formats: tuple[str, ...]


PUBLIC = "For publication"
AGENCIES = "For agencies and the panel"
PEOPLE = "For family and practitioners"
RECORD = "Record of the review"
GROUPS = (PUBLIC, AGENCIES, PEOPLE, RECORD)

_PAGES = ("pdf", "docx")
_TABLES = ("pdf", "docx", "xlsx")
_DRAWN = (*_TABLES, "png")
_FIELDS = ("xlsx", "csv", "docx", "pdf")

OUTPUTS: tuple[OutputKindInfo, ...] = (
    OutputKindInfo(
        OutputKind.BRIEFING, PUBLIC, "Briefing", "What may be published: the story, the learning, the action", _PAGES
    ),
    OutputKindInfo(
        OutputKind.SEVEN_MINUTE, PUBLIC, "Seven-minute briefing", "One page for a team to talk through", _PAGES
    ),
    OutputKindInfo(OutputKind.OVERVIEW, PUBLIC, "Overview report", "The long form, for the partnership", _PAGES),
    OutputKindInfo(OutputKind.TIMELINE, PUBLIC, "Summary timeline", "The main events, written for publication", _DRAWN),
    OutputKindInfo(OutputKind.PRESS_STATEMENT, PUBLIC, "Press statement", "What will be said on the day", _PAGES),
    OutputKindInfo(
        OutputKind.CHRONOLOGY, AGENCIES, "Combined chronology", "Every agency's account in one table", _TABLES
    ),
    OutputKindInfo(OutputKind.ACTION_PLAN, AGENCIES, "Action plan", "Actions, owners, dates and progress", _TABLES),
    OutputKindInfo(
        OutputKind.GOVERNANCE_UPDATE, AGENCIES, "Governance update", "Where things stand, for the executive", _PAGES
    ),
    OutputKindInfo(
        OutputKind.HAND_OVER,
        AGENCIES,
        "Actions handed on",
        "What is unfinished, for a review that carries it on",
        _TABLES,
    ),
    OutputKindInfo(OutputKind.TRACKER, AGENCIES, "Tracker fields", "What national trackers ask for", _FIELDS),
    OutputKindInfo(
        OutputKind.LETTER_AGENCY, AGENCIES, "Letter to agencies", "Asks for records and a chronology", _PAGES
    ),
    OutputKindInfo(
        OutputKind.NON_INVOLVEMENT, AGENCIES, "Statement of no involvement", "For an agency to fill in", _PAGES
    ),
    OutputKindInfo(
        OutputKind.LETTER_FAMILY, PEOPLE, "Letter to the family", "Asks them to take part; names nobody", _PAGES
    ),
    OutputKindInfo(
        OutputKind.LETTER_PRACTITIONER, PEOPLE, "Letter to practitioners", "Asks for a conversation", _PAGES
    ),
    OutputKindInfo(OutputKind.WORKSHOP_PACK, PEOPLE, "Workshop pack", "What people are sent before a workshop", _PAGES),
    OutputKindInfo(
        OutputKind.FACILITATOR_NOTES, PEOPLE, "Facilitators' notes", "The day with its times and your own notes", _PAGES
    ),
    OutputKindInfo(OutputKind.REFLECTIONS_SUMMARY, PEOPLE, "Reflections summary", "What practitioners told us", _PAGES),
    OutputKindInfo(
        OutputKind.YOU_SAID, PEOPLE, "You said, we did", "For those who took part in a recall event", _PAGES
    ),
    OutputKindInfo(
        OutputKind.PUBLICATION_NOTE, RECORD, "Publication decision", "What was decided, by whom and why", _PAGES
    ),
    OutputKindInfo(
        OutputKind.ANONYMISATION_LOG, RECORD, "Anonymisation log", "What people decided, without the words", _PAGES
    ),
    OutputKindInfo(
        OutputKind.DESTRUCTION_RECORD, RECORD, "Destruction record", "What was destroyed, and what proves it", _PAGES
    ),
)
