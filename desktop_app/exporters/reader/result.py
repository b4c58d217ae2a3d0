"""What is found in a finished file, gathered part by part."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.anonymise.result import FilePart
from desktop_app.exporters.reader.refusals import MOST_SAID, TooMuchError
from desktop_app.exporters.reader.unpack import LARGEST_UNPACKED
from desktop_app.exporters.reader.vocabulary import KNOWN_PARTS, is_boilerplate, is_usual

_SHORTEST_FORM = 4  # letters: initials are everywhere
READING = "Reading the finished file back"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """`parts` hold every word found; `findings` are codes such as "comments" or "hidden-text", sorted.

    `properties` are the document properties that are not empty, by their own names ("Title", "creator" ...).
    """

    format: str  # pdf | docx | xlsx | png | jpeg | gif | tiff | webp
    parts: tuple[FilePart, ...]
    properties: dict[str, str]
    findings: tuple[str, ...]
    forms: tuple[FilePart, ...] = ()  # words of the format, for the register to look at

    @property
    def everything(self) -> tuple[FilePart, ...]:
        """What the gate has to see."""
        return (*self.parts, *self.forms)


@dataclass(slots=True)
class Found:
    """Collects while reading; the same words in the same place are kept once."""

    parts: dict[tuple[str, str], None] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    findings: set[str] = field(default_factory=set)
    forms: dict[str, str] = field(default_factory=dict)  # words of the format, and where each stood first
    room: int = LARGEST_UNPACKED  # bytes that may still be unpacked from what is packed inside
    known: frozenset[str] = KNOWN_PARTS  # SHA-256 of parts that libraries put in any file, which are passed over
    depth: int = 0  # how many files the one being read is inside of
    size: int = 0  # bytes of the file that is not inside another
    left: int = MOST_SAID  # characters that may still be read

    def text(self, where: str, words: str) -> None:
        """Keep words a person may have written, whatever they are."""
        if words.strip() and (where, words) not in self.parts:
            self.spend(len(words))
            self.parts[where, words] = None

    def spend(self, characters: int) -> None:
        """Raises TooMuchError when the file has said all that is read of any."""
        self.left -= characters
        if self.left < 0:
            raise TooMuchError

    def token(self, where: str, words: str) -> None:
        """Keep words unless they are what any file of its kind holds: a style's name, a schema's address."""
        if not is_boilerplate(words):
            self.text(where, words)
        else:
            self.form(where, words)

    def form(self, where: str, words: str) -> None:
        """Keep words that belong to the format, as far as anybody can tell: a tag could be named after somebody."""
        if len(words) >= _SHORTEST_FORM and not words.isdigit() and words not in self.forms:
            self.spend(len(words))
            self.forms[words] = where

    def worry(self, code: str) -> None:
        self.findings.add(code)

    def result(self, format_: str) -> ReadBack:
        parts = tuple(FilePart(where, words) for where, words in self.parts)
        forms = (FilePart(where, words, form=True) for words, where in self.forms.items() if not is_usual(words))
        return ReadBack(format_, parts, dict(self.properties), tuple(sorted(self.findings)), tuple(forms))
