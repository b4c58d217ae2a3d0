"""Workshops: what was said, by prompt."""

from __future__ import annotations

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Prompt, Reflection

NO_PROMPT = Prompt(uid="", text="Without a prompt")


def reflections_by_prompt(snapshot: Snapshot, workshop: str) -> list[tuple[Prompt, list[Reflection]]]:
    """Every prompt that was used or is in the libraries used, in order, with its reflections.

    Reflections are sorted by their words, so that the order people spoke in cannot be read.
    """
    said = [r for r in snapshot.reflections if r.workshop == workshop]
    by_prompt: dict[str, list[Reflection]] = {}
    for reflection in said:
        by_prompt.setdefault(reflection.prompt, []).append(reflection)
    libraries = {p.library for p in snapshot.prompts if p.uid in by_prompt}
    prompts = [p for p in snapshot.prompts if p.library in libraries or not libraries]
    prompts.sort(key=lambda p: (p.library, p.order, p.text))
    listed = {p.uid for p in prompts}
    groups = [(p, sorted(by_prompt.get(p.uid, []), key=lambda r: r.text)) for p in prompts]
    loose = sorted((r for uid, rs in by_prompt.items() if uid not in listed for r in rs), key=lambda r: r.text)
    return [*groups, (NO_PROMPT, loose)] if loose else groups
