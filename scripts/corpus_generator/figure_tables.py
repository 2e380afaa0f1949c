"""Tables of figures as other tools make them: one figure a row, or one report a row."""

from __future__ import annotations

import json

from report_pages.figures import Cell, Report
from report_pages.csv_files import csv_bytes, plain

_COLUMNS = [
    "body", "year", "form", "table", "indicator", "applicant", "value", "unit", "status", "printed",
    "source", "locator",
]  # fmt: skip


def table_of(cell: Cell) -> int:
    """The table in which an indicator stands."""
    head = cell.indicator.split(".")[0]
    return 3 if head in {"requests", "outcome"} else 4 if head[:4] in {"revi", "suit"} else 2


def unit_of(cell: Cell) -> str:
    """The unit as `cells` names it."""
    if not cell.indicator.endswith(".amount"):
        return "count"
    if "元" in cell.printed:
        return "10k-yuan" if "万" in cell.printed else "yuan"
    return "10k-yuan" if cell.indicator == "fees.amount" else "money"


def records(report: Report) -> list[list[object]]:
    """The rows of a report."""
    return [
        [
            report.body, report.year, cell.form, table_of(cell), cell.indicator, cell.applicant,
            plain(cell.value), unit_of(cell), cell.status, cell.printed, "", "",
        ]
        for cell in report.cells()
    ]  # fmt: skip


def tidy_csv(report: Report) -> bytes:
    """One figure a row."""
    return csv_bytes(_COLUMNS, records(report))


def json_lines(report: Report) -> bytes:
    """One figure a line, as JSON."""
    lines = []
    for row in records(report):
        record = dict(zip(_COLUMNS, row, strict=True))
        number = record["value"] or "null"
        record["value"] = "@"
        record["applicant"] = record["applicant"] or None
        text = json.dumps(record, ensure_ascii=False, sort_keys=True)
        # Numbers as they are: a float would not keep them.
        lines.append(text.replace('"value": "@"', f'"value": {number}'))
    return ("\n".join(lines) + "\n").encode("utf-8")


def wide_csv(report: Report) -> bytes:
    """One report a row."""
    cells = report.cells()
    names = [c.indicator + (f"[{c.applicant}]" if c.applicant else "") for c in cells]
    values = [plain(cell.value) for cell in cells]
    row = [report.body, report.year, report.forms[2], *values]
    return csv_bytes(["body", "year", "form", *names], [row])
