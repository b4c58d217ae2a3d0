"""Earlier versions of a long text, to read and to put back."""

from __future__ import annotations

from desktop_app.services.session import Session
from desktop_app.storage.versions import Version

__all__ = ["Version", "versions_of"]


def versions_of(session: Session, uid: str, field: str) -> tuple[Version, ...]:
    """Newest first, without the present text; as far back as undo reaches (200 changes). Raises ValueError."""
    return tuple(session.file.versions_of(uid, field))
