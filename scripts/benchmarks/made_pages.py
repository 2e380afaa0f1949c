"""Web pages of mixed layouts, 7 to 110 KB, and what is true of them."""

from __future__ import annotations

from pathlib import Path

from corpus_generator import making
from corpus_generator.comparison import Tally, Truth
from corpus_generator.layouts import LAYOUTS

from .program import PROGRAM, run

YEARS = range(2019, 2025)


class MadePages:
    """A folder of pages."""

    def __init__(self, folder: Path, count: int) -> None:
        """At least so many, in equal numbers of each layout and form."""
        layouts = [name for name in LAYOUTS if name.startswith("html-")]
        bodies = -(-count // (len(layouts) * len(making.FORMS) * len(YEARS)))
        self.folder = folder
        making.make(making.Order(folder, bodies, YEARS, layouts, seed="bench"))
        self.files = sorted((folder / "pages").rglob("*.*"))
        self.bytes = sum(file.stat().st_size for file in self.files)

    @property
    def load(self) -> str:
        """The command that loads them."""
        return f'load "{self.folder / "pages"}"'

    def wrong(self) -> int:
        """How many cells the program reads with a number that the page does not carry."""
        files = {year: self.folder / f"cells-{year}.csv" for year in YEARS}
        commands = [self.load, *[f'cells in {year} to "{file}"' for year, file in files.items()]]
        run([PROGRAM, "--lang", "en", "-c", "\n".join(commands)])
        tally = Tally(Truth(self.folder / "truth"))
        for file in files.values():
            tally.add(file)
        tally.finish()
        counts = {kind: sum(one[kind] for one in tally.counts.values())
                  for kind in ("right", "wrong", "unread", "missing")}
        print("cells: " + ", ".join(f"{count:,} {kind}" for kind, count in counts.items()))
        for line in [line for line in tally.shown() if line.startswith("wrong")][:5]:
            print("  " + line)
        return counts["wrong"]
