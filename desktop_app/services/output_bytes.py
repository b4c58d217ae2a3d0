"""The bytes of an output, made and read back in memory: nothing unproven reaches a disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gate import check_parts, register_leaks
from desktop_app.anonymise.profiles import Profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import AnonymisedDocument, Undecided
from desktop_app.common.document import Dates
from desktop_app.common.progress import Progress
from desktop_app.exporters import OWN_WORDS
from desktop_app.exporters.house.cleaned import Cleaned
from desktop_app.exporters.picture import pictured
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build
from desktop_app.services.document_text import all_texts

_SUM_NAME = "SHA-256"  # stands over sums in our own tables, and has the shape of a code


@dataclass(frozen=True, slots=True)
class Made:
    """The finished bytes, what is wrong with them, and in sentences what they were held against."""

    data: bytes
    leaks: tuple[Undecided, ...]
    checked: tuple[str, ...]


def footer_note(version: int, anchor: tuple[int, str]) -> str:
    return "Version {} · Ledger {} {}".format(version, *anchor)


def make_and_read_back(
    anonymised: AnonymisedDocument,
    file_format: str,
    register: Register,
    profile: Profile,
    note: str,
    watcher: Progress,
    template: Cleaned | None = None,
) -> Made:
    """Steps 1 and 2 of 4; `note` stands at the foot of the pages. A DOCX may be set in a house template."""
    watcher.step(1, 4, "Setting the pages")
    made_as = "pdf" if file_format == "png" else file_format  # a picture is of pages that were read back
    if template is None:
        data = build(anonymised, made_as, footer_note=note)
    else:
        from desktop_app.exporters.house.filling import filled

        data = filled(anonymised.document, template, note)
    watcher.step(2, 4, "Reading the finished file back")
    seen = read_bytes(data, f"output.{made_as}")
    ours = frozenset(fold_surface(word) for word in _own_words(anonymised, note))
    leaks: tuple[Undecided, ...] = ()
    if template is not None:
        from desktop_app.exporters.house.form import apart

        seen, form = apart(seen, data, template)
        leaks = register_leaks(form, register, anonymised.allowed | ours)
    leaks += check_parts(seen.parts, register, anonymised.allowed | ours, profile, anonymised.document)
    hidden = tuple(
        Undecided(code, "structure", 1, "the finished file holds something hidden", 1, (), "the file itself")
        for code in seen.findings
    )
    if file_format == "png" and not leaks + hidden:
        data = pictured(data)
    return Made(data, leaks + hidden, _checked(len(seen.parts), register, profile))


def _checked(parts: int, register: Register, profile: Profile) -> tuple[str, ...]:
    """What a certificate says was done; never that a file could identify nobody."""
    depth = {1: "what is direct", 2: "what is direct or indirect", 3: "everything they find"}
    entries = len(register.entries)
    return (
        f"{parts} pieces of text in the finished file, seen and unseen",
        f"against the {entries} {'entry' if entries == 1 else 'entries'} of the register, every form of each name, "
        "letters set apart too",
        f"by the recognisers, {depth[profile.asks_at]}",
        "for comments, revisions, hidden text, properties, links, attachments and pictures",
    )


def _own_words(anonymised: AnonymisedDocument, note: str) -> Iterator[str]:
    """What is in the file and is nobody's: the ledger's anchor, the exporter's words, the refs we gave to events."""
    yield note
    yield from note.split()
    yield from OWN_WORDS
    yield _SUM_NAME
    for text in all_texts(anonymised.document):
        if text.dates is Dates.FIXED and text.source:
            yield text.words
