"""Where the data files that ship with Candour are, from a checkout and from an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "_resources"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. `resource("sample", "review.toml")`."""
    return ROOT.joinpath(*parts)
