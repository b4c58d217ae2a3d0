"""A return for an agency to fill in: columns and glossary of the review, through the same gate as any output."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.profiles import Profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import AnonymisedDocument, Rendering, Undecided
from desktop_app.common.document import Block, Bullets, Cell, Dates, Document, Heading, Table, Text
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.resources import resource
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import Abbreviation, Agency
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters import OWN_WORDS
from desktop_app.exporters.deliver import deliver
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build
from desktop_app.services.agencies import agency_called
from desktop_app.services.document_text import all_texts
from desktop_app.services.ladders import reader_profile, reader_register

FORMATS = ("docx", "xlsx")
USUAL_COLUMNS = ("sender_ref", "date", "time", "source", "event", "action", "child_seen", "comment")
ALWAYS = ("date", "event")  # without them no row can be read back
USUAL_MANDATORY = ("date", "source", "event")
_EMPTY_ROWS = 40


@dataclass(frozen=True, slots=True)
class TemplateResult:
    """Written, or what stands in its way. `left_out` are glossary entries that would have told too much."""

    written: bool
    path: Path
    sha256: str = ""
    blocked: tuple[Undecided, ...] = ()
    left_out: int = 0


@cache
def _words() -> dict[str, Any]:
    with resource("importers", "return_template.toml").open("rb") as file:
        return tomllib.load(file)


def template_columns() -> tuple[tuple[str, str], ...]:
    """(field, heading) of every column a template may have, in their order."""
    return tuple((field, str(shape[0])) for field, shape in _words()["columns"].items())


def make_template(
    snapshot: Snapshot,
    agency: str,
    file_format: str,
    target: Path,
    *,
    columns: Sequence[str] = USUAL_COLUMNS,
    mandatory: Sequence[str] = USUAL_MANDATORY,
) -> TemplateResult:
    """Writes a .docx or .xlsx that imports back without a question once it is filled in. The review is not changed.

    `columns` and `mandatory` are fields of `template_columns`. Raises UserError unknown-field, format-and-name-differ,
    agency-needed, and what `deliver` raises.
    """
    columns = _checked(columns, mandatory, file_format, target)
    if not agency.strip():
        raise UserError(
            "It is not clear which agency the template is for.",
            safe="Nothing was written.",
            do="Give its name or code.",
            code="agency-needed",
            exit_code=Exit.USAGE,
        )
    register = reader_register(snapshot, ProfileName.PARTNER)
    profile = reader_profile(snapshot, ProfileName.PARTNER)
    sender = agency_called(snapshot, agency)
    rendering, left_out = _rendered(snapshot, sender, columns, mandatory, register, profile)
    if rendering.anonymised is None:
        return TemplateResult(False, target, blocked=rendering.undecided)
    data = build(rendering.anonymised, file_format)
    leaks = _leaks(rendering.anonymised, data, file_format, register, profile)
    if leaks:
        return TemplateResult(False, target, blocked=leaks)
    deliver(data, target)
    return TemplateResult(True, target, hashlib.sha256(data).hexdigest(), left_out=left_out)


def _checked(columns: Sequence[str], mandatory: Sequence[str], file_format: str, target: Path) -> tuple[str, ...]:
    """The columns in their usual order, those without which nothing can be read among them."""
    known = [field for field, _ in template_columns()]
    for field in (*columns, *mandatory):
        if field not in known:
            raise UserError(
                f"A return has no column {field}.",
                safe="Nothing was written.",
                do=f"Columns are: {', '.join(known)}.",
                code="unknown-field",
                exit_code=Exit.USAGE,
            )
    if file_format not in FORMATS or target.suffix.lower() != f".{file_format}":
        raise UserError(
            f"The name does not end in .{file_format}." if file_format in FORMATS else "A template is .docx or .xlsx.",
            safe="Nothing was written.",
            do="Make the name and the format agree.",
            code="format-and-name-differ",
            exit_code=Exit.USAGE,
        )
    wanted = {*columns, *mandatory, *ALWAYS}
    return tuple(field for field in known if field in wanted)


def _rendered(
    snapshot: Snapshot,
    agency: Agency,
    columns: Sequence[str],
    mandatory: Sequence[str],
    register: Register,
    profile: Profile,
) -> tuple[Rendering, int]:
    """Through the partners' profile. Glossary entries on which somebody would have to decide are left out."""
    glossary = [entry for entry in snapshot.abbreviations if entry.short and entry.long]

    def run(entries: Sequence[Abbreviation]) -> Rendering:
        return render(
            _document(snapshot, agency, columns, mandatory, entries),
            register,
            profile,
            snapshot.surface_decisions,
            scope=(snapshot.review.scope_start, snapshot.review.scope_end),
            abbreviations=frozenset(entry.short for entry in entries),
            date_reader=read_date,
        )

    rendering = run(glossary)
    if rendering.anonymised is not None:
        return rendering, 0
    doubted = [surface.surface.casefold() for surface in rendering.undecided]
    clear = [e for e in glossary if not any(d in f"{e.short} {e.long}".casefold() for d in doubted)]
    return run(clear), len(glossary) - len(clear)


def _document(
    snapshot: Snapshot,
    agency: Agency,
    columns: Sequence[str],
    mandatory: Sequence[str],
    glossary: Sequence[Abbreviation],
) -> Document:
    words = _words()
    shapes = words["columns"]
    header = tuple(
        _fixed(f"{shapes[field][0]} *" if field in mandatory or field in ALWAYS else shapes[field][0])
        for field in columns
    )
    empty = Cell((_fixed(""),))
    blocks: list[Block] = [
        Heading(_fixed(words["guidance_title"])),
        Bullets(tuple(_fixed(line) for line in words["guidance"])),
        Heading(_fixed(words["about"])),
        Table(
            (_fixed(words["about"]), _fixed(words["fill_in"])),
            tuple((Cell((_fixed(label),)), empty) for label in words["statements"]),
            (1.0, 3.0),
        ),
        Heading(_fixed(words["rows_title"])),
        Table(header, ((empty,) * len(columns),) * _EMPTY_ROWS, tuple(float(shapes[f][1]) for f in columns)),
    ]
    if glossary:
        rows = tuple(
            (Cell((_text(entry.short, entry),)), Cell((_text(entry.long, entry),)))
            for entry in sorted(glossary, key=lambda entry: entry.short.casefold())
        )
        head = tuple(_fixed(word) for word in words["glossary_head"])
        blocks += [Heading(_fixed(words["glossary"])), Table(head, rows, (1.0, 3.0))]
    return Document(
        kind="return-template",
        title=_fixed(words["title"]),
        subtitle=Text(agency.name, Dates.FIXED, agency.uid),
        header=Text(snapshot.review.commissioning_body, Dates.FIXED, snapshot.review.uid),
        footer=_fixed(snapshot.review.protective_marking),
        blocks=tuple(blocks),
        landscape=True,
    )


def _fixed(words: str) -> Text:
    return Text(words, Dates.FIXED)


def _text(words: str, entry: Abbreviation) -> Text:
    return Text(words, Dates.GOVERNANCE, entry.uid)


def _leaks(
    anonymised: AnonymisedDocument, data: bytes, file_format: str, register: Register, profile: Profile
) -> tuple[Undecided, ...]:
    """What an attacker would find in the finished bytes: the words of the template itself are ours."""
    seen = read_bytes(data, f"template.{file_format}")
    ours = {*OWN_WORDS, *(text.words for text in all_texts(anonymised.document) if text.dates is Dates.FIXED)}
    found = check_parts(seen.everything, register, anonymised.allowed | {fold_surface(word) for word in ours}, profile)
    hidden = tuple(
        Undecided(code, "structure", 1, "the finished file holds something hidden", 1, (), "the file itself")
        for code in seen.findings
    )
    return found + hidden
