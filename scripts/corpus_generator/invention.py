"""Invents the figures of a body over the years, as plain numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from report_pages.labels import APPLICANTS, GROUPS_OF_TABLE_4, TABLE_2, outcome_rows

from .bodies import Body

# How often a request comes from each applicant and ends in each way; the rest is rare.
_APPLICANTS = [82, 11, 1, 1, 2, 3]
_COMMON = {
    "outcome.granted": 40,
    "outcome.partial": 8,
    "outcome.unavailable.not_held": 24,
    "outcome.refused.query_matter": 4,
    "outcome.refused.process": 3,
    "outcome.declined.petition": 6,
    "outcome.unavailable.unclear": 2,
    "outcome.other.rest": 5,
    "outcome.other.not_corrected": 3,
    "outcome.other": 7,
}


@dataclass
class Numbers:
    """The numbers of one report: by row of table 2, by row of table 3, and the fifteen of table 4."""

    table2: dict[str, list[Decimal]]
    table3: dict[str, list[Decimal]]
    table4: list[Decimal]


def invented(body: Body, forms: dict[int, str], years: range, random: Random) -> dict[int, Numbers]:
    """The numbers of every year; they keep the form's identities and continue each other."""
    carried = [0] * 6
    stock: dict[str, int] = {}
    found = {}
    for year in years:
        table3, carried = requests(body, forms[3], carried, random)
        found[year] = Numbers(disclosure(body, forms[2], stock, random), table3, disputes(body, random))
    return found


def shared_out(count: int, weights: list[int], random: Random) -> list[int]:
    """A count dealt out by weights."""
    shares = [0] * len(weights)
    whole = sum(weights)
    if count > 40:
        for index, weight in enumerate(weights):
            shares[index] = int(count * weight / whole * random.uniform(0.7, 1.0))
    for index in random.choices(range(len(weights)), weights, k=max(0, count - sum(shares))):
        shares[index] += 1
    return shares


def with_total(row: list[int]) -> list[Decimal]:
    """A row of table 3 and its last column."""
    return [Decimal(number) for number in [*row, sum(row)]]


def requests(
    body: Body, form: str, carried: list[int], random: Random
) -> tuple[dict[str, list[Decimal]], list[int]]:
    """Table 3, and what goes on to next year."""
    count = int(body.requests * random.choice([0, 0.4, 0.7, 0.9, 1, 1, 1.3, 1.9]))
    new = shared_out(count, _APPLICANTS, random)
    open_ = [n + c for n, c in zip(new, carried)]
    left = [random.randint(0, n // 8) for n in open_]
    rows = outcome_rows(form)
    weights = [_COMMON.get(row, 1) for row in rows]
    dealt = [shared_out(n - rest, weights, random) for n, rest in zip(open_, left)]
    table = {"requests.new": with_total(new), "requests.carried_in": with_total(carried)}
    for index, row in enumerate(rows):
        table[row] = with_total([column[index] for column in dealt])
    table["outcome.total"] = with_total([n - rest for n, rest in zip(open_, left)])
    table["requests.carried_out"] = with_total(left)
    assert all(len(row) == len(APPLICANTS) for row in table.values())
    return table, left


def disclosure(
    body: Body, form: str, stock: dict[str, int], random: Random
) -> dict[str, list[Decimal]]:
    """Table 2; `stock` holds what goes on from year to year."""
    table = {}
    size = max(1, body.requests // 10)
    for _, columns, rows in TABLE_2[form]:
        measures = [measure for measure, _ in columns]
        for row, _ in rows:
            table[row] = [Decimal(n) for n in row_of_table_2(row, measures, size, stock, random)]
    return table


def row_of_table_2(
    row: str, measures: list[str], size: int, stock: dict[str, int], random: Random
) -> list[Decimal | int]:
    """One row of table 2."""
    count = lambda most: random.choice([0, 0, random.randint(0, 9), random.randint(0, most)])  # noqa: E731
    if "in_force" in measures:
        held = stock.get(row, count(size * 4))
        issued, repealed = count(size), min(held, count(size))
        stock[row] = held + issued - repealed
        return [issued, repealed, stock[row]]
    if "public_total" in measures:
        made, published = count(size), count(size)
        stock[row] = stock.get(row, count(size * 4)) + published
        return [made, published, stock[row]]
    if "items_change" in measures:
        held = stock.get(row, count(size * 9))
        change = random.choice([0, 0, count(40), -min(held, count(40))])
        stock[row] = held + change
        return [held, change, count(size * 5000)][: len(measures)]
    if measures == ["items", "amount"]:
        return [count(size * 2), money(size, random)]
    return [money(size, random) if measures == ["amount"] else count(size * 5000)]


def money(size: int, random: Random) -> Decimal:
    """An amount with up to six decimals, often nothing."""
    digits = random.choice([0, 0, 1, 2, 4, 6])
    whole = random.choice([0, 0, random.randint(0, size * 30), random.randint(0, size * 900000)])
    return Decimal(whole * 10**digits + random.randint(0, 10**digits - 1)) / 10**digits if whole else Decimal(0)


def disputes(body: Body, random: Random) -> list[Decimal]:
    """Table 4: three groups of four results and their sum."""
    row: list[int] = []
    for _ in GROUPS_OF_TABLE_4:
        most = max(1, body.requests // 12)
        results = [random.choice([0, 0, 0, random.randint(0, most)]) for _ in range(4)]
        row += [*results, sum(results)]
    return [Decimal(number) for number in row]
