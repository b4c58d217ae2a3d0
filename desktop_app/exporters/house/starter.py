"""A template to begin with: every field in its place, and what each is for in remarks that never print."""

from __future__ import annotations

import tomllib

from desktop_app.common.document import Block, Document, Heading, Paragraph, Text
from desktop_app.common.progress import NoProgress
from desktop_app.common.resources import resource
from desktop_app.exporters.docx.build import build_docx


def starter() -> bytes:
    """A .docx with our own styles. Its words stand in resources/outputs/house_template.toml."""
    held = tomllib.loads(resource("outputs", "house_template.toml").read_text("utf-8"))
    remarks: tuple[Block, ...] = tuple(Paragraph(Text(f"{{#p {line} #}}"), "small") for line in held["remarks"])
    blocks: tuple[Block, ...] = (
        *remarks,
        Paragraph(Text("{%p for section in sections %}")),
        Heading(Text("{{ section.heading }}")),
        Paragraph(Text("{{p section.body }}")),
        Paragraph(Text("{%p endfor %}")),
    )
    document = Document(
        kind="house-template",
        title=Text("{{ title }}"),
        subtitle=Text("{{ subtitle }}"),
        header=Text("{{ partnership }}"),
        footer=Text("{{ marking }}"),
        blocks=blocks,
    )
    return build_docx(document, "{{ ledger }}", NoProgress())
