"""Every file that is made from the data file, and how it is written or compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from report_pages.figures import Report

from .answers import all_answers
from .data import load
from .html_pages import empty_cells_page, nested_page, spans_page
from .pipe_pages import markdown_page, pipes_page
from .queries import outcomes_csv, penalties_csv, requests_csv
from .rules import contradictions_csv
from .text_pages import spaced_page, vertical_page
from .truth import cells_csv

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

LAYOUTS: dict[str, Callable[[Report], bytes]] = {
    "spans": spans_page,
    "empty-cells": empty_cells_page,
    "nested": nested_page,
    "spaced": spaced_page,
    "vertical": vertical_page,
    "pipes": pipes_page,
    "markdown": markdown_page,
}

RECOMPUTED: dict[str, Callable[[list[Report]], bytes]] = {
    "contradictions.csv": contradictions_csv,
    "penalties-by-year.csv": penalties_csv,
    "outcomes-by-year.csv": outcomes_csv,
    "requests-by-year.csv": requests_csv,
}


def reports() -> list[Report]:
    """All reports of the data file."""
    return load(EXAMPLES / "figures.json")


def page_of(report: Report) -> bytes:
    """The report's page in its layout."""
    return LAYOUTS[report.layout](report)


def pages_and_cells(of: list[Report]) -> dict[Path, bytes]:
    """The pages under ``reports/`` and the truth of what stands on them."""
    made = {Path("reports") / report.file: page_of(report) for report in of}
    return {**made, Path("expected/cells.csv"): cells_csv(of)}


def recomputed(of: list[Report]) -> dict[Path, bytes]:
    """The results that the program's own are held against."""
    single = {Path("expected") / name: make(of) for name, make in RECOMPUTED.items()}
    answers = all_answers(of)
    return {
        **single,
        **{Path("expected/answers") / f"{name}.csv": made for name, made in answers.items()},
    }


def write(files: dict[Path, bytes]) -> None:
    """Writes the files below ``examples/``."""
    for name, content in files.items():
        path = EXAMPLES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def differing(files: dict[Path, bytes]) -> list[str]:
    """The files below ``examples/`` that are missing or not as made."""
    return [
        f"examples/{name}: {'differs' if (EXAMPLES / name).exists() else 'is missing'}"
        for name, content in files.items()
        if not (EXAMPLES / name).exists() or (EXAMPLES / name).read_bytes() != content
    ]
