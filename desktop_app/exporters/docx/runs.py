"""Words as runs of WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from desktop_app.exporters.office import WELSH
from desktop_app.exporters.welsh import welsh


def run(text: str) -> str:
    """Runs of cleaned words, those that are Welsh in runs of their own; a newline is a line break."""
    runs: list[str] = []
    at = 0
    for start, end in welsh(text):
        runs += [_run(text[at:start]), _run(text[start:end], f'<w:rPr><w:lang w:val="{WELSH}"/></w:rPr>')]
        at = end
    return "".join(runs) + _run(text[at:])


def _run(text: str, properties: str = "") -> str:
    if not text:
        return ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n"))
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"
