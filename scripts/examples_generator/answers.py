"""The answers of the cases ``Tests/Cases/answer-*``, worked out a second time from the figures.

Nothing here knows how the program works them out: sums and quotients of exact decimals, rounded
once, half to even.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from report_pages.csv_files import csv_bytes, plain
from report_pages.figures import Report
from report_pages.labels import APPLICANTS, outcome_rows

from .queries import numbers

Values = dict[tuple[str, int], dict[tuple[str, str], Decimal | None]]

THREE = ["云岭市人民政府", "澜溪县人民政府", "青禾区市场监督管理局"]
COUNTIES = THREE[1:]
BELOW = {"云岭市人民政府": ["澜溪县人民政府", "青禾区市场监督管理局", "石桥县人民政府"]}
PENALTIES = ("penalty.decisions", "")
NEW = ("requests.new", "total")
TOTAL = ("outcome.total", "total")


def quotient(above: Decimal, below: Decimal, digits: int = 6) -> Decimal | None:
    """Rounded half to even; nothing where there is nothing to divide by."""
    if below == 0:
        return None
    with localcontext() as context:
        context.prec = 60
        return (above / below).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)


def shown(value: Decimal | None) -> str:
    """As data files have it."""
    return "" if value is None else plain(value.normalize() if value else Decimal(0))


def added(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is known; nothing where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


class Figures:
    """Every figure by body and year."""

    def __init__(self, reports: list[Report]) -> None:
        self.values: Values = {(r.body, r.year): numbers(r) for r in reports}
        self.years = sorted({year for _, year in self.values})
        # The program orders bodies by their Unicode scalars.
        self.bodies = sorted({body for body, _ in self.values})

    def get(self, body: str, year: int, key: tuple[str, str]) -> Decimal | None:
        """A figure; nothing where there is no report, no such cell or no number in it."""
        return self.values.get((body, year), {}).get(key)

    def ratio(
        self, bodies: list[str], year: int, above: list[tuple[str, str]], below: tuple[str, str]
    ) -> tuple[Decimal, Decimal] | None:
        """Both sums over the bodies of which every part is known."""
        numerator, denominator, any_known = Decimal(0), Decimal(0), False
        for body in bodies:
            parts = [self.get(body, year, key) for key in [*above, below]]
            if None in parts:
                continue
            any_known = True
            numerator += sum((p for p in parts[:-1] if p is not None), Decimal(0))
            denominator += parts[-1] or Decimal(0)
        return (numerator, denominator) if any_known else None


def penalties(figures: Figures) -> dict[str, bytes]:
    """Three bodies by year: the count, the change and the growth."""
    tables: dict[str, list[list[object]]] = {"count": [], "change": [], "growth": []}
    for body in sorted(THREE):
        for year in figures.years:
            now = figures.get(body, year, PENALTIES)
            before = figures.get(body, year - 1, PENALTIES)
            both = now is not None and before is not None
            change = now - before if both else None
            growth = quotient(change, before) if both and before > 0 else None
            tables["count"].append([body, year, shown(now)])
            tables["change"].append([body, year, shown(change)])
            tables["growth"].append([body, year, shown(growth)])
    names = {"count": "penalty.decisions"}
    return {
        f"penalties-{name}": csv_bytes(
            ["body", "year", names.get(name, f"penalty.decisions.{name}")], rows
        )
        for name, rows in tables.items()
    }


def outcomes(figures: Figures) -> bytes:
    """Outcomes by group, over the change of the form: where a group is one row, that row."""
    groups = ["granted", "partial", "refused", "unavailable", "declined", "other"]
    codes = [f"outcome.{group}" for group in groups]
    rows = [
        [year]
        + [
            shown(added(figures.get(body, year, (code, "total")) for body in figures.bodies))
            for code in codes
        ]
        for year in figures.years
    ]
    return csv_bytes(["year", *codes], rows)


def reasons(figures: Figures) -> bytes:
    """Each reason's part of the refusals of its year."""
    codes = [code for code in outcome_rows("gid-2021") if code.startswith("outcome.refused.")]
    rows = []
    for year in figures.years:
        sums = {
            code: added(figures.get(body, year, (code, "total")) for body in figures.bodies)
            for code in codes
        }
        whole = added(sums.values()) or Decimal(0)
        for code, value in sums.items():
            rows.append([year, code, shown(None if value is None else quotient(value, whole))])
    return csv_bytes(["year", "indicator", "share"], rows)


def applicants(figures: Figures) -> bytes:
    """Each applicant's part of the new requests of a year, without the printed total."""
    rows = []
    for year in figures.years:
        sums = {
            who: added(figures.get(body, year, ("requests.new", who)) for body in figures.bodies)
            for who in APPLICANTS
            if who != "total"
        }
        whole = added(sums.values()) or Decimal(0)
        for who, value in sums.items():
            rows.append([year, who, shown(None if value is None else quotient(value, whole))])
    return csv_bytes(["year", "applicant", "requests.new.share"], rows)


def rank(figures: Figures) -> bytes:
    """Counties by disclosure rate in 2023, with 30 requests handled at least."""
    granted = [("outcome.granted", "total"), ("outcome.partial", "total")]
    rates = []
    for body in figures.bodies:
        if body not in COUNTIES:
            continue
        sums = figures.ratio([body], 2023, granted, TOTAL)
        if sums is None or sums[1] < 30:
            continue
        rates.append((quotient(*sums), body, sums))
    rates.sort(key=lambda entry: (-entry[0], entry[1]))
    rows = []
    for rate, body, (above, below) in rates:
        better = sum(1 for other, _, _ in rates if other > rate)
        up_to = sum(1 for other, _, _ in rates if other <= rate)
        percentile = quotient(Decimal(up_to), Decimal(len(rates)))
        rows.append([better + 1, body, shown(rate), plain(above), plain(below), shown(percentile)])
    return csv_bytes(
        ["rank", "body", "rate.disclosure", "numerator", "denominator", "percentile"], rows
    )


def missing(figures: Figures) -> bytes:
    """Bodies without a report of 2023."""
    rows = [
        [body, "missing", 0] for body in figures.bodies if (body, 2023) not in figures.values
    ]
    return csv_bytes(["body", "2023", "reports"], rows)


def index(figures: Figures) -> bytes:
    """Penalties of three bodies with 2021 set to 100."""
    rows = []
    for body in sorted(THREE):
        base = figures.get(body, 2021, PENALTIES)
        for year in figures.years:
            value = figures.get(body, year, PENALTIES)
            known = value is not None and base is not None and base > 0
            rows.append([body, year, shown(quotient(value * 100, base, 2) if known else None)])
    return csv_bytes(["body", "year", "penalty.decisions.index"], rows)


def same_bodies(figures: Figures) -> bytes:
    """Penalties by year over the bodies that have them in every year."""
    kept = [
        body
        for body in figures.bodies
        if all(figures.get(body, year, PENALTIES) is not None for year in figures.years)
    ]
    rows = [
        [year, shown(added(figures.get(b, year, PENALTIES) for b in kept)), len(kept), len(kept)]
        for year in figures.years
    ]
    return csv_bytes(["year", "penalty.decisions", "reports", "reports_selected"], rows)


def hierarchy(figures: Figures) -> bytes:
    """New requests of the bodies below a body beside its own."""
    rows = []
    for parent, children in BELOW.items():
        for year in figures.years:
            own = figures.get(parent, year, NEW)
            parts = [figures.get(child, year, NEW) for child in children]
            below = added(parts)
            difference = own - below if own is not None and below is not None else None
            known = sum(1 for part in parts if part is not None)
            rows.append(
                [parent, year, shown(own), shown(below), shown(difference), known, len(children)]
            )
    return csv_bytes(
        ["body", "year", "own", "below", "difference", "bodies", "children"], rows
    )


def defined(figures: Figures) -> bytes:
    """A rate of the user's own: two reasons for refusal over all outcomes."""
    above = [("outcome.refused.internal", "total"), ("outcome.refused.process", "total")]
    rows = []
    for year in figures.years:
        sums = figures.ratio(figures.bodies, year, above, TOTAL)
        rows.append([year, shown(None if sums is None else quotient(*sums))])
    return csv_bytes(["year", "rate.internal"], rows)


def all_answers(reports: list[Report]) -> dict[str, bytes]:
    """Every table by its name."""
    figures = Figures(reports)
    return {
        **penalties(figures),
        "outcomes": outcomes(figures),
        "reasons": reasons(figures),
        "applicants": applicants(figures),
        "rank": rank(figures),
        "missing": missing(figures),
        "index": index(figures),
        "same-bodies": same_bodies(figures),
        "hierarchy": hierarchy(figures),
        "defined": defined(figures),
    }
