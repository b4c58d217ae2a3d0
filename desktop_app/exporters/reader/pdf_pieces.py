"""Short strings of a PDF under one key, from object to object: fields of a letter each, labels cut in two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.exporters.reader.figures_apart import figures_apart
from desktop_app.exporters.reader.together import put_together

_SHORT = 12  # letters
_MOST = 2_000  # strings under a key


@dataclass(slots=True)
class Pieces:
    """In the order of the file's objects."""

    kept: dict[str, list[str]] = field(default_factory=dict)

    def add(self, key: str, said: str) -> None:
        """Keep `said`, or a gap in its place where it is no piece."""
        said = said if len(said) <= _SHORT else ""
        under = self.kept.setdefault(key, [])
        if len(under) < _MOST and (said or (under and under[-1])):
            under.append(said)

    def words(self) -> Iterator[str]:
        """What they may have been meant to say together: letters as a word, figures as a number, the rest in a row."""
        for pieces in self.kept.values():
            yield from put_together(pieces)
            yield from figures_apart("\n".join(pieces))
            if len(pieces) > 1:
                yield "\n".join(pieces)
