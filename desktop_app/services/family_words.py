"""Kinds of record in words, for a records officer: "150 events of the chronology", "1 person"."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "reviews": ("review: its reference and title", "reviews: their references and titles"),
    "decisions": ("decision to review", "decisions to review"),
    "kloes": ("key line of enquiry", "key lines of enquiry"),
    "clocks": ("time limit", "time limits"),
    "narratives": ("passage written for outputs", "passages written for outputs"),
    "quotes": ("quotation", "quotations"),
    "publication_decisions": ("decision on publication", "decisions on publication"),
    "people": ("person", "people"),
    "bodies": ("body or place", "bodies and places"),
    "agencies": ("agency", "agencies"),
    "abbreviations": ("abbreviation", "abbreviations"),
    "returns": ("chronology sent in", "chronologies sent in"),
    "events": ("event of the chronology", "events of the chronology"),
    "issues": ("question about an import", "questions about imports"),
    "earlier_wordings": ("earlier wording of an event", "earlier wordings of events"),
    "return_mappings": ("reading of a form", "readings of forms"),
    "event_links": ("link between events", "links between events"),
    "gaps": ("gap in the chronology", "gaps in the chronology"),
    "episodes": ("key practice episode", "key practice episodes"),
    "knowledge": ("note of who knew what", "notes of who knew what"),
    "landmarks": ("event that others are counted from", "events that others are counted from"),
    "workshops": ("workshop", "workshops"),
    "participants": ("participant", "participants"),
    "prompts": ("prompt", "prompts"),
    "reflections": ("reflection", "reflections"),
    "findings": ("finding", "findings"),
    "recommendations": ("recommendation", "recommendations"),
    "parts": ("part of a recommendation", "parts of recommendations"),
    "actions": ("action", "actions"),
    "updates": ("progress update", "progress updates"),
    "relations": ("family relation", "family relations"),
    "reader_rungs": ("choice of what a reader is told", "choices of what readers are told"),
    "surface_decisions": ("decision about words", "decisions about words"),
    "outputs": ("note of an output", "notes of outputs"),
    "disclosed_facts": ("indirect fact given away", "indirect facts given away"),
    "public_facts": ("fact known in public", "facts known in public"),
    "jigsaw_reasons": ("reason to leave facts together", "reasons to leave facts together"),
    "reference_figures": ("figure of a population", "figures of populations"),
    "intruder_answers": ("answer to the intruder’s questions", "answers to the intruder’s questions"),
    "holds": ("legal hold", "legal holds"),
    "involvements": ("note of somebody’s part in the review", "notes of people’s part in the review"),
    "family_points": ("point the family made", "points the family made"),
    "terms": ("version of the terms of reference", "versions of the terms of reference"),
    "panel": ("panel member", "panel members"),
    "parallel_processes": ("parallel process", "parallel processes"),
    "agency_requests": ("request to an agency", "requests to agencies"),
    "action_changes": ("dated change of an action", "dated changes of actions"),
    "milestones": ("milestone", "milestones"),
    "answer_changes": ("dated answer to a recommendation", "dated answers to recommendations"),
    "status_labels": ("name of a status", "names of statuses"),
    "clock_changes": ("change of a time limit", "changes of time limits"),
    "meetings": ("meeting", "meetings"),
    "names_apart": ("note that bodies are different", "notes that bodies are different"),
    "themes": ("theme", "themes"),
    "codings": ("marked stretch", "marked stretches"),
    "board_cards": ("card of evidence on a board", "cards of evidence on boards"),
    "agenda_items": ("part of an agenda", "parts of agendas"),
    "recall_feedback": ("answer at a recall event", "answers at recall events"),
    "destructions": ("destruction record", "destruction records"),
}


def counted(family: str, count: int) -> str:
    """Of a kind that is named nowhere, the name it is stored under."""
    one, many = _WORDS.get(family, (family.replace("_", " "),) * 2)
    return f"{count:,} {one if count == 1 else many}"


def one(family: str) -> str:
    """The name of a single one: "person"."""
    return _WORDS.get(family, (family.replace("_", " "),))[0]


def counted_as_stored(line: str) -> str:
    """From "events 150", as a destruction record keeps it."""
    family, _, count = line.rpartition(" ")
    return counted(family, int(count)) if family and count.isdigit() else line
