"""The golden thread: every reference between records, what is broken in it, what hangs loose, and where it leads."""

from __future__ import annotations

from desktop_app.services.thread.broken import BrokenLink, broken_links
from desktop_app.services.thread.orphans import Orphan, orphans

__all__ = ["BrokenLink", "Orphan", "broken_links", "orphans"]
