"""Reviews for service tests: sealed with the cheapest key derivation the format allows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    file, _ = ReviewFile.create(tmp_path / "r.review", "otter velvet cumulus brig", cost=KdfCost(19 * 1024, 1))
    opened = Session(file)
    yield opened
    opened.close()
