"""Holds what the program read against the truth, layout by layout.

right    the same number, or no number on both sides
wrong    a number that the page does not carry: the one thing that must never happen
unread   the page carries a number, and the program says that it could not read it
missing  the program has no such cell
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path

from .layouts import MAY_BE_OPEN

CLASSES = ["right", "wrong", "unread", "missing"]
_SHOWN = 10
"""Differences shown of each layout."""

Report = tuple[str, str]
Key = tuple[str, str]


class Truth:
    """The truth of all layouts, kept small: keys are shared by all reports of a form."""

    def __init__(self, folder: Path) -> None:
        self.layouts: dict[Report, str] = {}
        self._cells: dict[Report, tuple[tuple[Key, ...], tuple[str, ...]]] = {}
        shared: dict[tuple[Key, ...], tuple[Key, ...]] = {}
        for path in sorted(folder.glob("*.csv")):
            for report, rows in grouped(path):
                keys = tuple((row["indicator"], row["applicant"]) for row in rows)
                values = tuple(sys.intern(row["value"]) for row in rows)
                self._cells[report] = (shared.setdefault(keys, keys), values)
                self.layouts[report] = path.stem

    def cells(self, report: Report) -> Iterable[tuple[Key, str]]:
        """The cells of a report, and the number of each as text."""
        keys, values = self._cells[report]
        return zip(keys, values, strict=True)


def grouped(path: Path) -> Iterable[tuple[Report, list[dict[str, str]]]]:
    """The rows of a file of cells, report by report; those of one stand together."""
    with path.open(encoding="utf-8", newline="") as file:
        report, rows = None, []
        for row in csv.DictReader(file):
            now = (row["body"], row["year"])
            if now != report:
                if report:
                    yield report, rows
                report, rows = now, []
            rows.append(row)
        if report:
            yield report, rows


def number(text: str) -> Decimal | str | None:
    """A number as it compares; other text as it is."""
    try:
        return Decimal(text).normalize() if text else None
    except InvalidOperation:
        return text


class Tally:
    """How many cells of each layout are of each class."""

    def __init__(self, truth: Truth) -> None:
        self._truth = truth
        self._seen: set[Report] = set()
        self.counts: dict[str, Counter[str]] = {layout: Counter() for layout in truth.layouts.values()}
        self.differences: dict[str, list[str]] = {layout: [] for layout in self.counts}
        self.strangers: list[Report] = []

    def add(self, cells: Path) -> None:
        """Counts the reports of a file that ``cells to FILE`` wrote."""
        for report, rows in grouped(cells):
            if report not in self._truth.layouts:
                self.strangers.append(report)
                continue
            self._seen.add(report)
            self._count(report, {(row["indicator"], row["applicant"]): row for row in rows})

    def finish(self) -> None:
        """Counts the reports that no file had."""
        for report in self._truth.layouts:
            if report not in self._seen:
                self._count(report, {})

    def _count(self, report: Report, got: dict[Key, dict[str, str]]) -> None:
        layout = self._truth.layouts[report]
        known = {key for key, _ in self._truth.cells(report)}
        for key, row in got.items():
            # A cell of another form than the page's.
            if key not in known and row["value"]:
                self.counts[layout]["wrong"] += 1
                self.differences[layout].append(
                    f"wrong: {layout} {' '.join(report)} {' '.join(key)}: not on the page, "
                    f"read {row['value']!r}"
                )
        for key, want in self._truth.cells(report):
            row = got.get(key)
            kind = self._kind(want, row)
            self.counts[layout][kind] += 1
            if kind != "right":
                said = f"{row['value']!r}, {row['status']}, {row['printed']!r}" if row else "nothing"
                self.differences[layout].append(
                    f"{kind}: {layout} {' '.join(report)} {' '.join(key)}: page {want!r}, read {said}"
                )

    @staticmethod
    def _kind(want: str, row: dict[str, str] | None) -> str:
        if row is None:
            return "missing"
        if row["value"] == want or number(row["value"]) == number(want):
            return "right"
        return "unread" if not row["value"] else "wrong"

    @property
    def is_clean(self) -> bool:
        """Whether no cell is wrong, and none open but in layouts that may leave some open."""
        if self.strangers or not sum(self.counts.values(), Counter())["right"]:
            return False
        return all(
            counts["wrong"] == 0
            and (layout in MAY_BE_OPEN or counts["unread"] + counts["missing"] == 0)
            for layout, counts in self.counts.items()
        )

    def table(self) -> str:
        """A line a layout, and the total."""
        lines = [f"{'layout':22}" + "".join(f"{name:>10}" for name in CLASSES)]
        whole: Counter[str] = Counter()
        for layout, counts in self.counts.items():
            whole += counts
            lines.append(f"{layout:22}" + "".join(f"{counts[name]:10}" for name in CLASSES))
        lines.append(f"{'total':22}" + "".join(f"{whole[name]:10}" for name in CLASSES))
        return "\n".join(lines)

    def shown(self) -> list[str]:
        """The first differences of each layout, the worst class first."""
        order = {name: place for place, name in enumerate(["wrong", "missing", "unread"])}
        lines = []
        for layout in self.counts:
            found = sorted(self.differences[layout], key=lambda line: order[line.split(":")[0]])
            lines += found[:_SHOWN]
        return lines + [f"not in the truth: {' '.join(report)}" for report in self.strangers[:_SHOWN]]
