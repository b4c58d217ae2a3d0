"""Speed as ratios within one run: against a floor or a peer measured beside it. `-m bench`; figures in RESULTS.md.

Nothing here compares with a clock's absolute reading, but for the one promise that is made in seconds, and that one is
measured net of a key derivation timed in the same run.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
pytestmark = pytest.mark.bench

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: (window.repaint(), app.quit()))
app.exec()
"""
UNLOCK = """
from PySide6.QtCore import QTimer
from desktop_app.ui.app import application
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
app = application()
window = MainWindow(Look(app), None)
window.show()
QTimer.singleShot(0, lambda: (window.repaint(), app.quit()))
app.exec()
"""
KDF = """
from nacl.bindings import crypto_pwhash_ALG_ARGON2ID13 as alg, crypto_pwhash_alg
crypto_pwhash_alg(32, b"x" * 64, b"s" * 16, 3, 256 << 20, alg)
"""
FLOOR = "import nacl.bindings"


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - start


def pairs(a: list[str], b: list[str], runs: int = 7) -> tuple[list[float], list[float]]:
    """Both in turn, after one run each to warm the caches."""
    seconds(a), seconds(b)
    found = [(seconds(a), seconds(b)) for _ in range(runs)]
    return [x for x, _ in found], [y for _, y in found]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_unlock_page_is_at_most_twice_a_bare_window() -> None:
    unlock, bare = pairs(python(UNLOCK), python(BARE))
    ratio = statistics.median(u / b for u, b in zip(unlock, bare, strict=True))
    print(
        f"\nunlock page / bare window: {ratio:.2f} ({statistics.median(unlock):.2f} s, {statistics.median(bare):.2f} s)"
    )
    assert ratio <= 2.0


def test_export_of_the_sample_briefing_beyond_the_key_derivation(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("otter velvet cumulus brig\n", encoding="utf-8")
    candour = [sys.executable, "-m", "desktop_app"]
    review = str(tmp_path / "r.review")
    seconds([*candour, "sample", review, "--passphrase-file", str(secret), "--recovery-to", str(tmp_path / "key")])
    words = ["--output", "briefing", "--profile", "public", "--to", str(tmp_path / "b.pdf")]
    export = [*candour, "export", review, *words, "--passphrase-file", str(secret)]
    exports, kdfs = pairs(export, python(KDF))
    floors = [seconds(python(FLOOR)) for _ in range(5)]
    beyond = statistics.median(exports) - (statistics.median(kdfs) - statistics.median(floors))
    print(f"\nexport beyond one key derivation: {beyond:.2f} s (whole {statistics.median(exports):.2f} s)")
    assert beyond < 1.5
