"""Key practice episodes, and what each line of enquiry rests on."""

from desktop_app.ui.pages.episodes.page import EpisodesPage

__all__ = ["EpisodesPage"]
