"""The golden thread of one item, as a picture and as a list; and what is loose or not covered in the whole review."""

from desktop_app.ui.pages.thread.page import ThreadPage

__all__ = ["ThreadPage"]
