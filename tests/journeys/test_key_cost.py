"""What a guess at a new review's passphrase costs: the program as it is, without the tests' cheap keys."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from desktop_app.storage.header import read_header
from desktop_app.storage.secrets import KdfCost

ROOT = Path(__file__).resolve().parents[2]


def test_a_passphrase_costs_256_mib_and_three_passes_a_guess(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("otter velvet cumulus brig\n", encoding="utf-8")
    words = ["new", "r.review", "--recovery-to", "k.txt", "--passphrase-file", "secret.txt"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-m", "desktop_app", *words], cwd=tmp_path, env=environment, check=True)
    costs = [slot.cost for slot in read_header(tmp_path / "r.review").header.slots if slot.kind == "passphrase"]
    assert costs == [KdfCost(256 * 1024, 3)]
