#!/usr/bin/env python3
"""The README's two pictures, made from the sample review: `python3 packaging/pictures.py` after `dev.py run`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources" / "pictures"


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from desktop_app.exporters.page_image import page_image

    PICTURES.mkdir(parents=True, exist_ok=True)
    candour = [sys.executable, "-m", "desktop_app"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*candour, "screens", folder, "--page", "chronology"], cwd=ROOT, check=True)
        screen = next(Path(folder).glob("*chronology*.png"))
        shutil.copy(screen, PICTURES / "chronology.png")
        subprocess.run([*candour, "demo", folder], cwd=ROOT, check=True)
        png, _ = page_image((Path(folder) / "briefing.pdf").read_bytes(), 0, 900)
        (PICTURES / "briefing.png").write_bytes(png)
    return 0


if __name__ == "__main__":
    sys.exit(main())
