#!/usr/bin/env python3
"""The two commands of the README, standard library only.

    python3 packaging/dev.py run [ARGUMENTS OF candour]
    python3 packaging/dev.py test [ARGUMENTS OF pytest]

Each does all its own set-up: Qt's system libraries on Debian and its kin, a virtual environment in
`.venv` filled from the hash-locked requirements, and Candour itself. A second call finds it all done.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock.txt",
    "test": ROOT / "packaging" / "requirements-dev.lock.txt",
}
# Shared library that Qt loads -> the Debian and Ubuntu package that holds it.
QT_BASE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}


def has_display() -> bool:
    """Whether a window can be shown here."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(libraries: dict[str, str]) -> list[str]:
    missing = []
    for soname, package in libraries.items():
        try:
            ctypes.CDLL(soname)
        except OSError:
            missing.append(package)
    return missing


def ensure_system(window: bool) -> None:
    """Install Qt's system libraries where we may; otherwise say exactly how."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages(QT_BASE | (QT_WINDOW if window else {}))
    try:
        import ensurepip  # noqa: F401 - only Debian without python3-venv lacks it
    except ImportError:
        packages.append("python3-venv")
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing:", *packages, file=sys.stderr, flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment, stdout=subprocess.DEVNULL)
        subprocess.run([*install, "-qq"], check=True, env=environment, stdout=subprocess.DEVNULL)
    elif shutil.which("apt-get"):
        sys.exit("Some system libraries are missing. Run this, then try again:\n  sudo " + " ".join(install))
    else:
        names = ", ".join(sorted(libraries for libraries in (QT_BASE | QT_WINDOW)))
        sys.exit(f"Some of Qt's system libraries are missing. Install the packages that hold: {names}")


def ensure_environment(verb: str) -> None:
    """Fill `.venv` from the lock file, once for each state of the lock, and put Candour into it."""
    lock = LOCKS[verb]
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest() + " " + sys.version.split()[0]
    stamp = VENV / f".installed-{verb}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print("Setting up the environment (once) ...", file=sys.stderr, flush=True)
    if not PYTHON.exists() or (not (BIN / "pip").exists() and os.name != "nt"):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
    # As pip does for what it installs: the first start is then as quick as any, also where Python may not write.
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "desktop_app")], check=True)
    for verb_done in ("run", "test") if verb == "test" else ("run",):  # the test lock holds all of the other
        digest = hashlib.sha256(LOCKS[verb_done].read_bytes()).hexdigest()
        (VENV / f".installed-{verb_done}").write_text(digest + " " + sys.version.split()[0])


def run(arguments: list[str]) -> int:
    """Open the window; without a display do the main job before the reader's eyes."""
    if not arguments and not has_display():
        print("No display here, so Candour does its main job in this terminal instead.\n", flush=True)
        return subprocess.call([str(PYTHON), "-m", "desktop_app", "demo"], cwd=ROOT)
    return subprocess.call([str(PYTHON), "-m", "desktop_app", *arguments])


def test(arguments: list[str]) -> int:
    """Lint, types, layers, then the tests. With arguments: only pytest, with them."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    if arguments:
        return subprocess.call([str(PYTHON), "-m", "pytest", *arguments], cwd=ROOT, env=environment)
    checks = [
        ("ruff check", [str(BIN / "ruff"), "check", "."]),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("import-linter", [str(BIN / "lint-imports")]),
        ("mypy", [str(PYTHON), "-m", "mypy"]),
        ("pytest", [str(PYTHON), "-m", "pytest", "-n", "2"]),
    ]
    failed = []
    for name, command in checks:
        print(f"== {name}", flush=True)
        if subprocess.call(command, cwd=ROOT, env=environment):
            failed.append(name)
    if failed:
        print("FAILED: " + ", ".join(failed), flush=True)
    return 1 if failed else 0


def main() -> int:
    if sys.version_info < (3, 11):
        sys.exit("Candour needs Python 3.11 or newer; this is " + sys.version.split()[0])
    verb = sys.argv[1] if len(sys.argv) > 1 else ""
    if verb not in LOCKS:
        sys.exit(__doc__)
    arguments = sys.argv[2:]
    ensure_system(window=verb == "run" and has_display())
    ensure_environment(verb)
    return run(arguments) if verb == "run" else test(arguments)


if __name__ == "__main__":
    sys.exit(main())
