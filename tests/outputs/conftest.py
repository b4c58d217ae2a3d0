"""The invented review with everything in it, read once: outputs are made of snapshots and change none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import prepare_output
from desktop_app.services.sample import make_sample

AS_AT = dt.date(2026, 9, 10)
Made = Callable[[OutputKind, ProfileName], AnonymisedDocument]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    session, _ = make_sample(tmp_path_factory.mktemp("sample") / "s.review", "otter velvet cumulus brig")
    snapshot = session.whole_snapshot()
    session.close()
    return snapshot


@pytest.fixture(scope="session")
def made(sample: Snapshot) -> Made:
    """An output as its reader gets it; where something waits for a decision, as it is previewed."""

    @cache
    def make(kind: OutputKind, profile: ProfileName) -> AnonymisedDocument:
        rendering = prepare_output(sample, kind, profile, AS_AT)
        return rendering.anonymised or AnonymisedDocument(rendering.preview, profile.value, frozenset(), 0, 0)

    return make
