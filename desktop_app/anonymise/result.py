"""What the anonymiser gives: spans, what is left to decide, and the only content an exporter accepts."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.common.document import Document


@dataclass(frozen=True, slots=True)
class Span:
    """Something a recogniser found: Python string indices, tier 1 direct, 2 indirect, 3 faint."""

    start: int
    end: int
    kind: str
    tier: int
    why: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """One span of a pseudonymised text. `decision` is "auto" or "review"; `uid` is "" for a recogniser's finding."""

    start: int
    end: int
    uid: str
    kind: str
    decision: str
    replacement: str
    how: str
    tier: int = 1
    owners: tuple[str, ...] = ()  # every register entry that could be meant


@dataclass(frozen=True, slots=True)
class Undecided:
    """A form of words that waits for a person, once however often it stands in the document."""

    surface: str
    kind: str
    tier: int
    why: str
    count: int
    contexts: tuple[str, ...]  # up to three, about 60 characters either side
    where: str  # a part of the document, or of the finished file, e.g. "Background" or "title property"
    suggestions: tuple[str, ...] = ()  # words the author may want to print instead, most likely first
    owners: tuple[str, ...] = ()  # register uids it may belong to
    sentences: tuple[str, ...] = ()  # marks of the sentences it stands in (anonymise.again)
    kept_because: str | None = None  # why it was kept in other sentences; None: nobody has kept it
    source: str = ""  # uid of a record it stands in, where the text came from one
    forms: tuple[str, ...] = ()  # shorter forms of the same name, decided with it (anonymise.one_name)


@dataclass(frozen=True, slots=True)
class AnonymisedDocument:
    """Rendered through a profile, with nothing undecided. Made by `anonymise.render` alone."""

    document: Document
    profile: str
    allowed: frozenset[str]  # folded surfaces the finished bytes may hold: decided, coarsened or our own wording
    replacements: int
    decisions: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """Outcome of rendering. `preview` shows every decision taken so far; `anonymised` is None while any is missing."""

    preview: Document
    undecided: tuple[Undecided, ...]
    anonymised: AnonymisedDocument | None


@dataclass(frozen=True, slots=True)
class FilePart:
    """A piece of text found in a finished file, and where: "page 2", "title property", "comment 1" ...

    `form` is a word of the format itself, as far as anybody can tell: it is held against the register alone.
    """

    where: str
    text: str
    form: bool = False
