"""Everything found, read once more for what is written in another form: escaped, encoded, packed."""

from __future__ import annotations

from desktop_app.common.progress import Progress
from desktop_app.exporters.reader.nested import read_inside
from desktop_app.exporters.reader.readings import packed, readings
from desktop_app.exporters.reader.result import READING, Found

_TELLING = 16  # letters: shorter ones come about by chance, and are a finding only where they are a registered name
_MOST_PACKED = 200  # pieces: a file of base64 is no bomb


def read_again(name: str, found: Found, progress: Progress) -> None:
    """Add to `found` what its words become; see `readings`."""
    left = _MOST_PACKED
    parts = list(found.parts)
    for number, (where, words) in enumerate(parts):
        progress.step(number, len(parts), READING)
        for said in readings(words):
            if len(said) < _TELLING and not said.isdigit():
                found.form(f"{where}, decoded", said)
            else:
                found.text(f"{where}, decoded", said)
        for data in packed(words):
            if left:
                left -= 1
                read_inside(data, f"{where}, decoded", name, found)
    for words, where in list(found.forms.items()):
        for said in readings(words):
            (found.text if said.isdigit() else found.form)(f"{where}, decoded", said)
