"""A finished file read back as an attacker would, and held against a review's register."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.anonymise.as_written import surface_key
from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gate import register_leaks
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart, Undecided
from desktop_app.domain.output import Choice
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters.reader import read_back


@dataclass(frozen=True, slots=True)
class InspectReport:
    """`register` holds register names found without a decision to keep them; `recognised` what the recognisers find."""

    name: str
    format: str
    parts: tuple[FilePart, ...]
    properties: dict[str, str]
    hidden: tuple[str, ...]
    register: tuple[Undecided, ...]
    recognised: tuple[Undecided, ...]
    unread: tuple[str, ...] = ()  # what no reader here can see

    @property
    def clean(self) -> bool:
        return not self.hidden and not self.register


def inspect_file(path: Path, against: Snapshot | None) -> InspectReport:
    seen = read_back(path)
    parts = (FilePart("file name", path.stem), *seen.parts)
    register = Register(against.register if against else ())
    decisions = against.surface_decisions if against else ()
    kept = frozenset(surface_key(d.surface, register) for d in decisions if d.choice is Choice.KEEP)
    return InspectReport(
        name=path.name,
        format=seen.format,
        parts=parts,
        properties=seen.properties,
        hidden=seen.findings,
        register=register_leaks((*parts, *seen.forms), register, kept) if against else (),
        recognised=_recognised(parts),
        unread=_unread(seen.format, seen.findings),
    )


def _unread(file_format: str, findings: tuple[str, ...]) -> tuple[str, ...]:
    """Words and faces in pixels, and what is locked in a form of its own, are for a person to look at."""
    pictures = file_format not in ("pdf", "docx", "xlsx", "csv") or {"picture", "thumbnail"} & set(findings)
    found = ["words, faces and places in the pixels of pictures"] if pictures else []
    if "embedded-object" in findings or "macro" in findings:
        found.append("embedded objects of a kind that is not opened here")
    return tuple(found)


def _recognised(parts: tuple[FilePart, ...]) -> tuple[Undecided, ...]:
    found: dict[tuple[str, str], Undecided] = {}
    for part in parts:
        for span in detect(part.text):
            surface = " ".join(part.text[span.start : span.end].split())
            key = (fold_surface(surface), span.kind)
            count = found[key].count + 1 if key in found else 1
            where = found[key].where if key in found else part.where
            found[key] = Undecided(surface, span.kind, span.tier, span.why, count, (), where)
    return tuple(sorted(found.values(), key=lambda u: (u.tier, -u.count, u.surface)))
