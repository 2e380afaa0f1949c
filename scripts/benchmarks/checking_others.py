#!/usr/bin/env python3
"""Runs the in-report rules with polars and DuckDB over the figures that checking-bench exports.

usage: compare_checking.py FOLDER RUNS      prints JSON: seconds and number of findings of each

Run by `scripts/bench checking` in an environment of its own. Each library has the figures in
memory in its own way before the clock starts, and lists every finding: the rows that fail, rule by
rule.
"""

import json
import sys
import time
from pathlib import Path

import duckdb
import numpy
import polars

PARTS = ["person", "firm", "research", "charity", "law", "other"]
APPLICANTS = PARTS + ["total"]


def rules(columns: list[str]) -> list[tuple[list[str], list[str]]]:
    """The cells on either side of each balance, in the order of the rule file."""
    rows = []
    for column in columns:
        if column.endswith("[total]"):
            rows.append(column.removesuffix("[total]"))
    outcomes = [row for row in rows if row.startswith("outcome.") and row != "outcome.total"]
    result = []
    for applicant in APPLICANTS:
        result.append((
            [f"requests.new[{applicant}]", f"requests.carried_in[{applicant}]"],
            [f"outcome.total[{applicant}]", f"requests.carried_out[{applicant}]"]))
    for applicant in APPLICANTS:
        result.append((
            [f"{row}[{applicant}]" for row in outcomes], [f"outcome.total[{applicant}]"]))
    for row in rows:
        result.append(([f"{row}[{part}]" for part in PARTS], [f"{row}[total]"]))
    for group in ["review", "suit_direct", "suit_reviewed"]:
        parts = ["upheld", "corrected", "other", "pending"]
        result.append(([f"{group}.{part}" for part in parts], [f"{group}.total"]))
    return result


def timed(runs: int, work) -> dict:
    """The best of some runs: seconds, seconds of processor, and the number of findings."""
    best = {"best": float("inf")}
    for _ in range(runs):
        start, used = time.perf_counter(), time.process_time()
        findings = work()
        seconds = time.perf_counter() - start
        if seconds < best["best"]:
            best = {
                "best": seconds, "processor": time.process_time() - used, "findings": findings}
    return best


def with_polars(frame: polars.DataFrame, balances: list, runs: int) -> dict:
    """All balances in one query that runs on all cores; the findings as one table."""

    def side(cells: list[str]) -> polars.Expr:
        total = polars.col(cells[0])
        for cell in cells[1:]:
            total = total + polars.col(cell)
        return total

    queries = [
        frame.lazy().select(
            polars.lit(number).alias("rule"), "body", "year", left=side(left), right=side(right),
        ).filter(polars.col("left") != polars.col("right"))
        for number, (left, right) in enumerate(balances)
    ]
    return timed(runs, lambda: len(polars.concat(polars.collect_all(queries))))


def with_polars_rows(frame: polars.DataFrame, balances: list, runs: int) -> dict:
    """The least that polars can give: for each balance the numbers of the rows that fail."""

    def side(cells: list[str]) -> polars.Expr:
        total = polars.col(cells[0])
        for cell in cells[1:]:
            total = total + polars.col(cell)
        return total

    queries = [
        (side(left) != side(right)).arg_true().implode().alias(str(number))
        for number, (left, right) in enumerate(balances)
    ]

    def work() -> int:
        found = frame.select(queries)
        return sum(len(found[name][0]) for name in found.columns)

    return timed(runs, work)


def with_duckdb(frame: polars.DataFrame, balances: list, runs: int) -> dict:
    """All balances of a row at once; the findings as one table."""
    connection = duckdb.connect()
    connection.execute("CREATE TABLE figures AS SELECT * FROM frame")

    def side(cells: list[str]) -> str:
        return " + ".join(f'"{cell}"' for cell in cells)

    queries = [
        f"SELECT {number} AS rule, body, year, {side(left)} AS l, {side(right)} AS r"
        f" FROM figures WHERE {side(left)} <> {side(right)}"
        for number, (left, right) in enumerate(balances)
    ]
    query = " UNION ALL ".join(queries)
    return timed(runs, lambda: connection.sql(query).to_arrow_table().num_rows)


def main() -> int:
    folder, runs = Path(sys.argv[1]), int(sys.argv[2])
    figures = {
        path.name.removesuffix(".i32"): numpy.fromfile(path, dtype="<i4")
        for path in sorted(folder.glob("*.i32"))
    }
    balances = rules(list(figures))
    # Counts of any size must come out right: 64 bits, as for every library that is not told more.
    frame = polars.DataFrame(figures).cast(polars.Int64)
    reports = numpy.arange(len(frame))
    frame = frame.with_columns(
        polars.Series("body", [f"模拟市{report // 4:07}局" for report in reports]),
        polars.Series("year", 2021 + reports % 4))
    measures = {
        "polars": with_polars, "polars, row numbers only": with_polars_rows,
        "duckdb": with_duckdb,
    }
    result = {name: work(frame, balances, runs) for name, work in measures.items()}
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
