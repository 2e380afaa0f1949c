"""The tables of a report as text with a row a line."""

from __future__ import annotations

from .grids import Grid, covered


def barred_rows(grid: Grid) -> list[str]:
    """A line for each row with nothing where a span reaches: rows differ in length."""
    return [" | ".join(cell.text for cell in row) for row in grid]


def markdown_table(grid: Grid) -> list[str]:
    """A Markdown table; a covered place is an empty cell, and the first row is the head."""
    rows = covered(grid, across_too=True)
    lines = [
        "| " + " | ".join(cell.text if cell else "" for cell in row) + " |" for row in rows
    ]
    return [lines[0], "|" + "---|" * len(rows[0]), *lines[1:], ""]
