"""Every test has a home folder of its own: nothing of the program's is read from or written to the real one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from desktop_app.storage import secrets

# A key derivation of half a second would be most of many tests' time; test_key_cost has the real one.
secrets.MODERATE = secrets.LOWEST

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # or Qt would end the run where there is no display

# The same examples in every run: what passes here passes there. Long runs look for new ones. Nothing is timed.
settings.register_profile("suite", derandomize=True, database=None, deadline=None)
settings.register_profile("long", deadline=None, database=None)


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("suite" if "not long" in config.option.markexpr else "long")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("home")
    for name, folder in (
        ("HOME", "."),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("LOCALAPPDATA", "local"),
        ("APPDATA", "roaming"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    return home
