"""Copies of the example reports under many names, read and stored in one run."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from .program import CORES, PROGRAM, ROOT, run


def measure(count: int) -> bool:
    """Has no limit."""
    pages = sorted((ROOT / "examples/reports").iterdir())
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            page = pages[number % len(pages)]
            # Another last line makes another digest, so that each copy is a report of its own.
            copy = Path(folder) / f"{number:06}-{page.name}"
            shutil.copyfile(page, copy)
            with copy.open("ab") as file:
                file.write(b"\n" + str(number).encode() + b"\n")
        load = run([PROGRAM, "-c", f'load "{folder}"'])
    print(f"load: {count} reports in {load.wall:.2f} s, {count / load.wall:.0f} a second, "
          f"peak {load.peak:.0f} MB, {CORES} cores")
    return True
