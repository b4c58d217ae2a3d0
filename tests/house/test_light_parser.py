"""Every command waits for the parser: it is made without opening what only a review needs."""

from __future__ import annotations

import subprocess
import sys


def test_the_parser_needs_no_service_and_no_storage() -> None:
    code = (
        "import sys; from desktop_app.cli import main\n"
        "heavy = ('desktop_app.services.', 'desktop_app.storage', 'PySide6')\n"
        "sys.exit(' '.join(name for name in sys.modules if name.startswith(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
