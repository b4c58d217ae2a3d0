"""A worker that comes when the review is closed already: it stops, as one that was cancelled, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.common.progress import CancelledError
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST


@pytest.mark.usefixtures("work_home")
def test_reading_after_closing_stops_as_after_a_cancel(tmp_path: Path) -> None:
    review, _key = ReviewFile.create(tmp_path / "r.review", "otter velvet cumulus brig", cost=LOWEST)
    assert review.snapshot().people == ()
    review.close()
    for read in (review.snapshot, lambda: review.draft("a"), lambda: review.events.count()):
        with pytest.raises(CancelledError):
            read()
