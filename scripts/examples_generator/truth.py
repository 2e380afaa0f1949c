"""The cells that stand on the pages, one a row, and CSV in the project's way."""

from __future__ import annotations

from report_pages.csv_files import csv_bytes, plain
from report_pages.figures import Report

CELL_COLUMNS = ["body", "year", "form", "indicator", "applicant", "value", "printed", "status"]


def cells_csv(reports: list[Report]) -> bytes:
    """Every cell of every page with its meaning, as printed, and its status."""
    rows = [
        [
            report.body,
            report.year,
            cell.form,
            cell.indicator,
            cell.applicant,
            plain(cell.value),
            cell.printed,
            cell.status,
        ]
        for report in reports
        for cell in report.cells()
    ]
    return csv_bytes(CELL_COLUMNS, rows)
