"""One body written several ways: proposed, looked at, and made one."""

from desktop_app.ui.pages.bodies.page import BodiesPage

__all__ = ["BodiesPage"]
