"""Every field of a record that refers to other records, in one table: what is checked and followed is read from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot

UID = re.compile("[0-9a-f]{32}")
# A recommendation cited in words, and the letter after it when a part is meant: "{rec:UID}a".
CITED = re.compile(r"\{rec:([0-9a-f]{32})\}([a-z](?![a-z]))?")


@dataclass(frozen=True, slots=True)
class Link:
    """`family.field` holds the uid, or uids, of records of family `to`.

    `chain`: followed from record to record it must come to an end. `words`: anything that is no uid is words.
    `says` reads between the two: "Finding 3 rests on CSC-014"; `back` the other way round.
    `to` is "" where it may be of any family, or of the one that the record names in its field `named_in`.
    """

    family: str
    field: str
    to: str
    says: str
    back: str
    chain: bool = False
    words: bool = False
    named_in: str = ""


LINKS: tuple[Link, ...] = (
    Link("relations", "person", "people", "is about", "is related"),
    Link("relations", "other", "people", "is about", "is related"),
    Link("agencies", "body", "bodies", "is", "sends a chronology as"),
    Link("abbreviations", "body", "bodies", "stands for", "is shortened as"),
    Link("bodies", "follows", "bodies", "took over from", "was followed by", chain=True),
    Link("returns", "agency", "agencies", "came from", "sent"),
    Link("returns", "supersedes", "returns", "corrects", "is corrected by", chain=True),
    Link("events", "agency", "agencies", "is told by", "tells of"),
    Link("events", "people", "people", "involves", "is involved in"),
    Link("events", "kloes", "kloes", "bears on", "is touched by"),
    Link("events", "chronology_return", "returns", "came in", "brought"),
    Link("events", "missing_from", "returns", "is missing from", "left out"),
    Link("issues", "chronology_return", "returns", "is about", "raised"),
    Link("issues", "event", "events", "is about", "raised"),
    Link("earlier_wordings", "event", "events", "is of", "read before"),
    Link("earlier_wordings", "replaced_by", "returns", "was replaced by", "replaced"),
    Link("return_mappings", "agency", "agencies", "is of", "is read by"),
    Link("event_links", "a", "events", "compares", "is compared in"),
    Link("event_links", "b", "events", "compares", "is compared in"),
    Link("gaps", "agency", "agencies", "is of", "was silent in"),
    Link("episodes", "events", "events", "is made of", "is part of"),
    Link("knowledge", "event", "events", "is about", "was learned of in"),
    Link("knowledge", "agency", "agencies", "is about", "learned in"),
    Link("landmarks", "event", "events", "is", "is counted from as"),
    Link("participants", "workshop", "workshops", "came to", "was attended by"),
    Link("participants", "agency", "agencies", "came from", "came as", words=True),
    Link("reflections", "workshop", "workshops", "was said in", "heard"),
    Link("reflections", "prompt", "prompts", "answers", "is answered by"),
    Link("reflections", "events", "events", "is about", "is spoken of in"),
    Link("agenda_items", "workshop", "workshops", "is part of", "has on its agenda"),
    Link("agenda_items", "prompt", "prompts", "asks", "is asked in"),
    Link("recall_feedback", "workshop", "workshops", "was said in", "heard"),
    Link("recall_feedback", "finding", "findings", "is about", "was weighed in"),
    Link("clusters", "workshop", "workshops", "was made in", "has"),
    Link("clusters", "members", "reflections", "holds", "is held in"),
    Link("concerns", "workshop", "workshops", "was raised in", "raised"),
    Link("room_packs", "workshop", "workshops", "is for", "has"),
    Link("room_conflicts", "reflection", "reflections", "is about", "differs in"),
    Link("involvements", "person", "people", "is about", "takes part in"),
    Link("family_points", "involvement", "involvements", "was said by", "said"),
    Link("terms", "replaces", "terms", "replaces", "is replaced by", chain=True),
    Link("panel", "agency", "agencies", "comes from", "sends"),
    Link("parallel_processes", "people", "people", "constrains", "is constrained by"),
    Link("parallel_processes", "events", "events", "constrains", "is constrained by"),
    Link("agency_requests", "agency", "agencies", "was sent to", "was asked for"),
    Link("themes", "parent", "themes", "belongs under", "holds", chain=True),
    Link("codings", "theme", "themes", "marks", "is marked by"),
    Link("codings", "of", "", "is on", "is marked in", named_in="family"),
    Link("board_cards", "finding", "findings", "lies beside", "has beside it"),
    Link("board_cards", "of", "", "lays", "is laid in", named_in="family"),
    Link("narratives", "rests_on", "", "is written from", "is written up in"),
    Link("findings", "kloes", "kloes", "answers", "is answered by"),
    Link("findings", "events", "events", "rests on", "is evidence for"),
    Link("findings", "reflections", "reflections", "rests on", "is evidence for"),
    Link("findings", "family_points", "family_points", "rests on", "is evidence for", words=True),
    Link("findings", "episodes", "episodes", "rests on", "is evidence for"),
    Link("findings", "codings", "codings", "rests on", "is evidence for"),
    Link("recommendations", "findings", "findings", "rests on", "carries"),
    Link("parts", "recommendation", "recommendations", "is part of", "has the part"),
    Link("actions", "recommendations", "recommendations", "answers", "is answered by"),
    Link("actions", "parts", "parts", "answers", "is answered by"),
    Link("updates", "action", "actions", "tells of", "is told of in"),
    Link("action_changes", "action", "actions", "is of", "changed in"),
    Link("milestones", "action", "actions", "is of", "has"),
    Link("answer_changes", "recommendation", "recommendations", "is of", "was answered in"),
    Link("clock_changes", "clock", "clocks", "is of", "changed in"),
    Link("meetings", "updates", "updates", "was told", "was told to"),
    Link("meetings", "outputs", "outputs", "was given", "was given to"),
    Link("output_shapes", "agency", "agencies", "is made for", "has made for it"),
    Link("outputs", "agency", "agencies", "was made for", "had made for it"),
    Link("release_steps", "output", "outputs", "is of", "passed"),
    Link("release_steps", "approver", "approvers", "was signed by", "signed"),
    Link("recipients", "output", "outputs", "was given", "was given to"),
    Link("output_texts", "output", "outputs", "is what stands in", "says"),
    Link("disclosed_facts", "output", "outputs", "stands in", "gives"),
    Link("intruder_answers", "output", "outputs", "is about", "was tried in"),
)
# Texts that may cite a recommendation.
CITING: tuple[tuple[str, str], ...] = (
    *(("recommendations", "text"), ("parts", "text"), ("actions", "text"), ("updates", "text")),
    ("output_sections", "text"),
)


def targets(link: Link, record: Record) -> tuple[str, ...]:
    """What a record's field refers to; words and empty fields refer to nothing."""
    held = getattr(record, link.field)
    uids = (held,) if isinstance(held, str) else held
    return tuple(uid for uid in uids if uid and (not link.words or UID.fullmatch(uid)))


def wanted(link: Link, record: Record) -> str:
    """The family that a record's link must lead to; "" where any will do."""
    return str(getattr(record, link.named_in)) if link.named_in else link.to


def citations(snapshot: Snapshot) -> Iterator[tuple[str, Record, str, str]]:
    """(family, record, uid cited, letter of the part or "") of every citation in words."""
    for family, field in CITING:
        for record in getattr(snapshot, family):
            text = getattr(record, field)
            if "{rec:" in text:
                yield from ((family, record, match[1], match[2] or "") for match in CITED.finditer(text))


def family_by_uid(snapshot: Snapshot) -> dict[str, str]:
    """uid -> the family that holds it, of every record of the review."""
    return {record.uid: family for family in snapshot.__dataclass_fields__ for record in getattr(snapshot, family)}
