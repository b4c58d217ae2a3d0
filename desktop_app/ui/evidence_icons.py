"""The icon of each kind of evidence, wherever it is listed or laid."""

from __future__ import annotations

ICONS = {
    "event": "rows",
    "reflection": "chats-circle",
    "episode": "bookmark-simple",
    "family": "users",
    "coding": "highlighter-circle",
}
