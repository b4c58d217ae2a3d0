"""The bin: what was deleted, put back or removed for good."""

from desktop_app.ui.pages.bin.page import BinPage

__all__ = ["BinPage"]
