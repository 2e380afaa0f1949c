"""Reading web pages, beside the bare parser in C and a script in Python over the same pages."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from .made_pages import MadePages
from .program import CORES, PROGRAM, ROOT, Run, run

BARE_RATIO = 1.2
"""On two cores, of the rate of the bare parser on one."""
SCRIPT_RATIO = 10.0
"""Of the rate of the script."""
MEMORY = 300.0
"""MB for 20,000 pages."""
RUNS = 3
SCRIPT_SHARE = 10
"""The script reads every tenth page: it takes long, and as long for each."""


def measure(count: int) -> bool:
    """The rates, and whether the figures are right."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = MadePages(folder, count)
        print(f"{len(pages.files)} pages, {pages.bytes / 1e6:.0f} MB, {CORES} cores")
        parser = compiled(folder)
        paths = "".join(f"{file}\n" for file in pages.files)
        bare, ours = [], []
        # In turn, so that whatever else the machine does falls on both.
        for _ in range(RUNS):
            bare.append(run([parser], given=paths, cores=1))
            ours.append(run([PROGRAM, "-c", pages.load]))
        best_bare, best = (min(runs, key=lambda one: one.wall) for runs in (bare, ours))
        show("bare gumbo, one core", best_bare, len(pages.files), pages.bytes)
        show("nianbao", best, len(pages.files), pages.bytes)
        least_cpu = min(one.cpu for one in ours)
        possible = CORES * min(one.cpu for one in bare) / least_cpu
        print(f"  CPU: {least_cpu / len(pages.files) * 1000:.2f} ms a page, "
              f"at best {possible:.2f} × bare gumbo where nothing else runs")
        is_fast = judge("of bare gumbo's rate", best_bare.wall / best.wall, BARE_RATIO)
        is_fast &= beside_script(pages, best)
        return pages.wrong() == 0 and is_fast


def memory(count: int) -> bool:
    """The most memory that loading takes, into memory and into a file."""
    with tempfile.TemporaryDirectory() as name:
        pages = MadePages(Path(name), count)
        print(f"{len(pages.files)} pages, {pages.bytes / 1e6:.0f} MB")
        is_small = True
        for place, opening in [("memory", ""), ("a file", f'open "{name}/bench.nianbao"\n')]:
            load = run([PROGRAM, "-c", opening + pages.load])
            fits = load.peak < MEMORY
            is_small &= fits
            print(f"store in {place}: peak {load.peak:.0f} MB, limit {MEMORY:.0f} MB, "
                  f"{len(pages.files) / load.wall:.0f} pages/s: {'met' if fits else 'MISSED'}")
        return is_small


def show(what: str, one: Run, pages: int, size: int) -> None:
    """One line for a program."""
    print(f"{what}: {pages / one.wall:.0f} pages/s, {size / one.wall / 1e6:.1f} MB/s, "
          f"CPU {one.cpu:.2f} s, peak {one.peak:.0f} MB")


def judge(of_what: str, ratio: float, limit: float) -> bool:
    """Says whether a ratio is high enough."""
    print(f"  {ratio:.2f} × {of_what}, limit {limit:.1f}: {'met' if ratio >= limit else 'MISSED'}")
    return ratio >= limit


def compiled(folder: Path) -> Path:
    """The bare parser; needs a C compiler and libgumbo-dev."""
    program = folder / "bare_gumbo"
    source = Path(__file__).with_name("bare_gumbo.c")
    subprocess.run(["cc", "-O2", "-o", program, source, "-lgumbo"], check=True)
    return program


def beside_script(pages: MadePages, ours: Run) -> bool:
    """Measures the script; true where it cannot be had, which is said."""
    python = environment()
    if not python:
        print("no BeautifulSoup from the package index: not compared with a script in Python")
        return True
    chosen = pages.files[::SCRIPT_SHARE]
    size = sum(file.stat().st_size for file in chosen)
    script = Path(__file__).with_name("analyst.py")
    one = run([python, script], given="".join(f"{file}\n" for file in chosen), cores=1)
    count, parser = one.output.split()
    show(f"Python, BeautifulSoup with {parser}, one core, every {SCRIPT_SHARE}th page", one,
         len(chosen), size)
    print(f"  {int(count) / len(chosen):.0f} figures a page found")
    ratio = (len(pages.files) / ours.wall) / (len(chosen) / one.wall)
    return judge("of its rate", ratio, SCRIPT_RATIO)


def environment() -> Path | None:
    """A Python that has BeautifulSoup, in the build folder; made where it is missing."""
    folder = ROOT / ".build/bench-python"
    python = folder / "bin/python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
        if subprocess.run([python, "-c", "import bs4"], capture_output=True).returncode:
            subprocess.run(
                [python, "-m", "pip", "install", "--quiet", "beautifulsoup4", "lxml"],
                check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return python
