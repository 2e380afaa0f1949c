"""A few comparisons worked out a second time: sums over all bodies, year by year."""

from __future__ import annotations

from decimal import Decimal

from report_pages.figures import Report
from report_pages.labels import APPLICANTS, outcome_rows
from report_pages.csv_files import csv_bytes, plain

COLUMNS = ["year", "indicator", "applicant", "value", "reported", "missing"]

# Derived figures of table 3: each is the sum of the rows that its code begins.
_DERIVED = ["outcome.refused", "outcome.unavailable", "outcome.declined", "outcome.other"]


def numbers(report: Report) -> dict[tuple[str, str], Decimal | None]:
    """The report's figures and its derived sums; a sum with a missing part is missing."""
    found = {(cell.indicator, cell.applicant): cell.value for cell in report.cells()}
    for code in _DERIVED:
        rows = [row for row in outcome_rows(report.forms[3]) if row.startswith(code + ".")]
        for who in APPLICANTS if rows else []:
            parts = [found[row, who] for row in rows]
            found[code, who] = None if None in parts else sum(parts, Decimal(0))
    return found


def sums_by_year(reports: list[Report], keys: list[tuple[str, str]]) -> bytes:
    """For each year and key: the sum, how many reports have the number, how many lack it.

    A report whose form has no such cell counts in neither.
    """
    rows = []
    for year in sorted({report.year for report in reports}):
        of_year = [numbers(report) for report in reports if report.year == year]
        for key in keys:
            values = [found[key] for found in of_year if key in found]
            known = [value for value in values if value is not None]
            if values:
                counts = [len(known), len(values) - len(known)]
                rows.append([year, *key, plain(sum(known, Decimal(0))) if known else "", *counts])
    return csv_bytes(COLUMNS, rows)


def penalties_csv(reports: list[Report]) -> bytes:
    """``penalty.decisions`` by year."""
    return sums_by_year(reports, [("penalty.decisions", "")])


def outcomes_csv(reports: list[Report]) -> bytes:
    """The total column of the outcomes by year: rows of both forms, then the derived sums."""
    codes = outcome_rows("gid-2019")[:-1] + outcome_rows("gid-2021")[-3:]
    keys = [*codes, *_DERIVED, "outcome.total"]
    return sums_by_year(reports, [(code, "total") for code in keys])


def requests_csv(reports: list[Report]) -> bytes:
    """``requests.new`` by year and applicant."""
    return sums_by_year(reports, [("requests.new", who) for who in APPLICANTS])
