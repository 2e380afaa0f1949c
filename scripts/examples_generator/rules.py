"""The built-in checks worked out a second time, from the cells that stand on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from report_pages.figures import Report
from report_pages.labels import APPLICANTS, GROUPS_OF_TABLE_4, RESULTS_OF_TABLE_4, outcome_rows
from report_pages.csv_files import csv_bytes, plain

COLUMNS = [
    "rule", "severity", "outcome", "body", "year", "subject", "applicant", "left", "right",
]  # fmt: skip
_SEVERITY = {"X.stock": "question", "X.items": "question", "Q.items_as_decisions": "info"}

# A side of an equation: numbers with their sign; ``None`` where the page prints no number.
Term = tuple[int, Decimal | None]


@dataclass(frozen=True)
class Equation:
    """Two sides that a rule holds to be equal."""

    rule: str
    subject: str
    applicant: str
    left: list[Term]
    right: list[Term]

    def outcome(self) -> str:
        """``pass``, ``fail``, or ``unknown`` where a missing count of zero or more decides.

        A blank or a dash counts as zero where that makes the sides equal.
        """
        signed = self.left + [(-sign, number) for sign, number in self.right]
        difference = sum((sign * n for sign, n in signed if n is not None), Decimal(0))
        if difference == 0:
            return "pass"
        signs_of_missing = {sign for sign, number in signed if number is None}
        can_be_met = (-1 if difference > 0 else 1) in signs_of_missing
        return "unknown" if can_be_met else "fail"


def total(side: list[Term]) -> Decimal | None:
    """What a side comes to; ``None`` where a number is missing."""
    if any(number is None for _, number in side):
        return None
    return sum((sign * number for sign, number in side), Decimal(0))


class Figures:
    """The numbers of one report by indicator and applicant."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.numbers = {(cell.indicator, cell.applicant): cell.value for cell in report.cells()}

    def plus(self, *indicators: str, applicant: str = "") -> list[Term]:
        """A side that adds indicators of one applicant."""
        return [(1, self.numbers[indicator, applicant]) for indicator in indicators]

    def minus(self, indicator: str) -> list[Term]:
        """A term to be subtracted."""
        return [(-1, self.numbers[indicator, ""])]


def within_year(now: Figures) -> Iterator[Equation]:
    """Rules that look at one report."""
    rows = outcome_rows(now.report.forms[3])
    for who in APPLICANTS:
        incoming = now.plus("requests.new", "requests.carried_in", applicant=who)
        outgoing = now.plus("outcome.total", "requests.carried_out", applicant=who)
        yield Equation("T3.balance", "", who, incoming, outgoing)
    for who in APPLICANTS:
        parts = now.plus(*rows, applicant=who)
        yield Equation("T3.outcomes", "", who, parts, now.plus("outcome.total", applicant=who))
    for row in now.report.table3:
        parts = [term for who in APPLICANTS[:-1] for term in now.plus(row, applicant=who)]
        yield Equation("T3.applicants", row, "", parts, now.plus(row, applicant="total"))
    for group in GROUPS_OF_TABLE_4:
        parts = now.plus(*[f"{group}.{result}" for result in RESULTS_OF_TABLE_4[:-1]])
        yield Equation("T4.total", group, "", parts, now.plus(f"{group}.total"))


def across_years(now: Figures, before: Figures) -> Iterator[Equation]:
    """Rules that hold a report against the same body's report of the year before."""
    for who in APPLICANTS:
        carried_in = now.plus("requests.carried_in", applicant=who)
        carried_out = before.plus("requests.carried_out", applicant=who)
        yield Equation("X.carry", "", who, carried_in, carried_out)
    forms = (before.report.forms[2], now.report.forms[2])
    if forms == ("gid-2021", "gid-2021"):
        for kind in ("rules", "normative"):
            right = before.plus(f"{kind}.in_force") + now.plus(f"{kind}.issued")
            right += now.minus(f"{kind}.repealed")
            yield Equation("X.stock", kind, "", now.plus(f"{kind}.in_force"), right)
    if forms == ("gid-2019", "gid-2019"):
        for kind in ("licensing", "services", "penalty", "coercion", "fees"):
            right = before.plus(f"{kind}.items_previous", f"{kind}.items_change")
            yield Equation("X.items", kind, "", now.plus(f"{kind}.items_previous"), right)


def misread_items(now: Figures) -> Iterator[Equation]:
    """Rows of the 2019 form where items and change come to exactly the number of decisions."""
    if now.report.forms[2] != "gid-2019":
        return
    for kind in ("licensing", "services", "penalty", "coercion"):
        left = now.plus(f"{kind}.items_previous", f"{kind}.items_change")
        right = now.plus(f"{kind}.decisions")
        changed = now.numbers[f"{kind}.items_change", ""] not in {None, Decimal(0)}
        if changed and total(left) == total(right):
            yield Equation("Q.items_as_decisions", kind, "", left, right)


_TOTALS = {"T3.outcomes": "row", "T3.applicants": "column", "T4.total": "totals"}


def totals_left_out(held: list[Equation]) -> Iterator[tuple[str, str]]:
    """Rules on totals that fail, with their severity.

    At least two totals, and at least half of those with parts to add up, are blank or zero.
    """
    for rule, name in _TOTALS.items():
        missing: list[Decimal | None] = []
        filled = 0
        for equation in held:
            if equation.rule != rule or not any(number for _, number in equation.left):
                continue
            number = equation.right[0][1]
            if number:
                filled += 1
            else:
                missing.append(number)
        if len(missing) > 1 and len(missing) >= filled:
            is_blank = all(number is None for number in missing)
            yield (f"S.blank_{name}", "warning") if is_blank else (f"S.zero_{name}", "error")


def contradictions_csv(reports: list[Report]) -> bytes:
    """Everything that does not pass, by body and year, rules in their order within a year."""
    by_year = {(report.body, report.year): Figures(report) for report in reports}
    rows = []
    for (body, year), now in sorted(by_year.items()):
        held = list(within_year(now))
        before = by_year.get((body, year - 1))
        held += across_years(now, before) if before else []
        found = [(equation, equation.outcome()) for equation in held]
        found += [(equation, "fail") for equation in misread_items(now)]
        for equation, outcome in found:
            if outcome == "pass":
                continue
            severity = _SEVERITY.get(equation.rule, "error")
            sides = [plain(total(equation.left)), plain(total(equation.right))]
            place = [body, year, equation.subject, equation.applicant]
            rows.append([equation.rule, severity, outcome, *place, *sides])
        for rule, severity in totals_left_out(held):
            rows.append([rule, severity, "fail", body, year, "", "", "", ""])
    return csv_bytes(COLUMNS, rows)
