"""One process at a time works on a review. The lock names a random id: no person, no machine, no path."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from desktop_app.storage import refusals


class ReviewLock:
    """Held from construction to `release`. The operating system lets go of it when the process dies."""

    def __init__(self, folder: Path, vault: str, review: Path) -> None:
        """Raises UserError "in-use" at once: it never waits."""
        self._lock = FileLock(folder / f"{vault}.lock", mode=0o600, thread_local=False, blocking=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise refusals.in_use(review) from None

    def release(self) -> None:
        self._lock.release()
