"""A set of prompts of one's own, from a file: TOML or CSV, read whole or refused in words.

TOML: `title`, `source`, `prompts = ["…", "…"]`. CSV, UTF-8 with a header: a column `prompt`, and if wanted `source`;
the set is called what the file is called.
"""

from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.regular_file import read_regular
from desktop_app.services.workshop_library import PromptLibrary, prompt_libraries

_LARGEST = 256_000  # bytes
_MOST, _LONGEST = 100, 600  # prompts, characters of one: it stands alone on a wall
_SAFE = "Nothing was changed."


def read_prompt_file(path: Path) -> PromptLibrary:
    """Raises UserError "bad-prompts", naming what is wrong."""
    try:
        data = read_regular(path, _LARGEST, safe=_SAFE)
    except OSError:
        raise _refusal(path, "it cannot be read") from None
    if len(data) > _LARGEST:
        raise _refusal(path, "it is far larger than a set of prompts")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(path, "it is not UTF-8 text") from None
    title, source, prompts = _toml(path, text) if path.suffix.lower() == ".toml" else _csv(path, text)
    return PromptLibrary(_checked(path, title, prompts), title, source, prompts, ())


def _toml(path: Path, text: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(path, f"it is not TOML ({error})") from None
    if unknown := sorted(set(data) - {"title", "source", "prompts"}):
        raise _refusal(path, f"it has a field “{unknown[0]}” that nobody knows")
    title, source, prompts = data.get("title"), data.get("source", ""), data.get("prompts")
    if not isinstance(title, str) or not isinstance(source, str):
        raise _refusal(path, "its “title” and “source” must be words")
    if not isinstance(prompts, list) or not all(isinstance(prompt, str) for prompt in prompts):
        raise _refusal(path, "its “prompts” must be a list of words")
    return title.strip(), source.strip(), tuple(" ".join(prompt.split()) for prompt in prompts)


def _csv(path: Path, text: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise _refusal(path, f"it is not CSV ({error})") from None
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if "prompt" not in header:
        raise _refusal(path, "its first line has no column “prompt”")
    at, beside = header.index("prompt"), header.index("source") if "source" in header else -1
    said = [[" ".join(cell.split()) for cell in row] for row in rows[1:] if any(cell.strip() for cell in row)]
    short = next((number for number, row in enumerate(said, 2) if len(row) <= max(at, beside)), None)
    if short is not None:
        raise _refusal(path, f"line {short} has fewer columns than the first")
    sources = {row[beside]: None for row in said if beside >= 0 and row[beside]}
    return path.stem.strip(), "; ".join(sources), tuple(row[at] for row in said)


def _checked(path: Path, title: str, prompts: tuple[str, ...]) -> str:
    """The id of the set: its title, which stands beside each of its prompts."""
    if not title:
        raise _refusal(path, "the set has no title")
    if title.casefold() in {name for one in prompt_libraries() for name in (one.id, one.title.casefold())}:
        raise _refusal(path, f"a set that ships with the program is called “{title}”")
    if not prompts or not all(prompts):
        raise _refusal(path, "it holds a prompt without words" if prompts else "it holds no prompts")
    if len(prompts) > _MOST:
        raise _refusal(path, f"it holds {len(prompts)} prompts, and {_MOST} is the most")
    if long := next((n for n, prompt in enumerate(prompts, 1) if len(prompt) > _LONGEST), None):
        raise _refusal(path, f"prompt {long} is longer than {_LONGEST} characters, too long for a wall")
    if len(set(prompts)) < len(prompts):
        raise _refusal(path, "the same prompt stands in it twice")
    return title


def _refusal(path: Path, why: str) -> UserError:
    return UserError(
        f"“{path.name}” cannot be used as a set of prompts: {why}.",
        safe=_SAFE,
        do="It wants a title and a list of prompts (TOML), or a column “prompt” (CSV).",
        code="bad-prompts",
        exit_code=Exit.USAGE,
    )
