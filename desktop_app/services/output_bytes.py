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
from desktop_app.common.progress import Progress, Stretch
from desktop_app.exporters import OWN_WORDS
from desktop_app.exporters.house.cleaned import Cleaned
from desktop_app.exporters.picture import pictured
from desktop_app.exporters.reader import READING, read_bytes
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
    """From 25 to 95 hundredths of an export; `note` stands at the foot. A DOCX may be set in a house template.

    Raises CancelledError when `watcher` says so.
    """
    setting, reading, checking = Stretch(watcher, 25, 60), Stretch(watcher, 60, 80), Stretch(watcher, 80, 95)
    setting.step(0, 1, "Setting the pages")
    made_as = "pdf" if file_format == "png" else file_format  # a picture is of pages that were read back
    if template is None:
        data = build(anonymised, made_as, footer_note=note, progress=setting)
    else:
        from desktop_app.exporters.house.filling import filled

        data = filled(anonymised.document, template, note)
    reading.step(0, 1, READING)
    seen = read_bytes(data, f"output.{made_as}", reading)
    ours = frozenset(fold_surface(word) for word in _own_words(anonymised, note))
    leaks: tuple[Undecided, ...] = ()
    if template is not None:
        from desktop_app.exporters.house.form import apart

        seen, form = apart(seen, data, template)
        leaks = register_leaks(form, register, anonymised.allowed | ours)
    allowed = anonymised.allowed | ours
    leaks += check_parts(seen.everything, register, allowed, profile, anonymised.document, checking)
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
