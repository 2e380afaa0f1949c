"""Reads ``examples/figures.json``."""

from __future__ import annotations

import json
from pathlib import Path

from report_pages.figures import Report


def load(path: Path) -> list[Report]:
    """All reports of the data file, in its order."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return [read_report(body, report) for body in document["bodies"] for report in body["reports"]]


def read_report(body: dict, report: dict) -> Report:
    """One report with what its body's reports have in common."""
    return Report(
        body=body["name"],
        site=body["site"],
        published_on=f"{report['year'] + 1}-{body['publishedOn']}",
        year=report["year"],
        file=report["file"],
        layout=report["layout"],
        title=report["title"],
        overview=body["overview"],
        problems=body["problems"],
        other=body["other"],
        forms={int(table): form for table, form in report["forms"].items()},
        table2={row: [str(p) for p in printed] for row, printed in report["table2"].items()},
        table3={row: [str(p) for p in printed] for row, printed in report["table3"].items()},
        table4=[str(p) for p in report["table4"]],
    )
