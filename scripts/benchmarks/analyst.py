"""Reads report pages as an analyst's script does: BeautifulSoup, tables with their spans expanded,
labels looked up. Runs by itself in an environment that has BeautifulSoup.

Paths on standard input, one a line; prints how many figures it found, and by which parser.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bs4 import BeautifulSoup, Tag  # noqa: E402
from report_pages.labels import PLAIN_ROWS, RESULT_GROUPS, TABLE_2  # noqa: E402

NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
SPACE = re.compile(r"\s+")


def labels() -> dict[str, str]:
    """The rows of both forms by their labels."""
    rows = {label: code for code, label in PLAIN_ROWS.items()}
    for groups in RESULT_GROUPS.values():
        rows |= {label: code for _, group in groups for code, label in group}
    for blocks in TABLE_2.values():
        rows |= {label: code for _, _, block in blocks for code, label in block}
    return {SPACE.sub("", label): code for label, code in rows.items()}


def span(cell: Tag, name: str) -> int:
    """How many columns or rows a cell covers."""
    try:
        return max(1, min(1000, int(str(cell.get(name, 1)))))
    except ValueError:
        return 1


def expanded(table: Tag) -> list[list[str]]:
    """The rows of a table with the text of a cell at every place that it covers."""
    places: dict[tuple[int, int], str] = {}
    width = 0
    rows = table.find_all("tr")
    for row_number, row in enumerate(rows):
        column = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while (row_number, column) in places:
                column += 1
            text = SPACE.sub("", cell.get_text())
            across = span(cell, "colspan")
            for down in range(span(cell, "rowspan")):
                for right in range(across):
                    places[row_number + down, column + right] = text
            column += across
            width = max(width, column)
    return [[places.get((row, column), "") for column in range(width)] for row in range(len(rows))]


def figures(path: str, parser: str, rows: dict[str, str]) -> dict[tuple[str, int], str]:
    """The numbers behind each label that is known."""
    soup = BeautifulSoup(Path(path).read_bytes(), parser)
    found = {}
    for table in soup.find_all("table"):
        for row in expanded(table):
            code = next((rows[text] for text in row if text in rows), None)
            if code is None:
                continue
            numbers = [text for text in row if NUMBER.fullmatch(text)]
            for column, text in enumerate(numbers):
                found[code, column] = text.replace(",", "")
    return found


def main() -> None:
    """Reads all pages."""
    try:
        import lxml  # noqa: F401

        parser = "lxml"
    except ImportError:
        parser = "html.parser"
    rows = labels()
    count = sum(len(figures(path, parser, rows)) for path in sys.stdin.read().split("\n") if path)
    print(f"{count} {parser}")


if __name__ == "__main__":
    main()
