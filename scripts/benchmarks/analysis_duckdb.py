"""The questions of the analysis benchmark, asked of DuckDB over Parquet.

Usage: analysis_duckdb.py CELLS.parquet RUNS (run with a Python that has duckdb). Prints JSON: for each
question the best time in milliseconds and the answer; and the peak memory in MB.
"""

from __future__ import annotations

import json
import resource
import sys
import time

import duckdb

QUESTIONS = {
    "penalties by year":
        'SELECT year, sum("penalty.decisions"), count("penalty.decisions"), count(*), '
        'count(DISTINCT body) FROM cells GROUP BY year ORDER BY year',
    "requests by year":
        'SELECT year, sum("requests.new[total]"), count("requests.new[total]"), count(*), '
        'count(DISTINCT body) FROM cells GROUP BY year ORDER BY year',
    "granted by year":
        'SELECT year, sum("outcome.granted[total]"), count("outcome.granted[total]"), count(*), '
        'count(DISTINCT body) FROM cells GROUP BY year ORDER BY year',
    "requests by year and level":
        'SELECT year, level, sum("requests.new[total]"), count("requests.new[total]"), count(*), '
        'count(DISTINCT body) FROM cells GROUP BY year, level ORDER BY year, level',
    "rank by requests":
        'SELECT rank() OVER (ORDER BY v DESC) AS place, body, v, cume_dist() OVER (ORDER BY v) '
        'FROM (SELECT body, "requests.new[total]" AS v FROM cells WHERE year = 2023 '
        'AND "requests.new[total]" IS NOT NULL) QUALIFY place <= 20 ORDER BY place, body',
}
"""Who stands behind each sum must be known, as in nianbao's answers: so the bodies are counted."""


def main() -> None:
    """Asks each question so many times."""
    database = duckdb.connect()
    database.execute("SET threads = 2")
    database.execute("SET parquet_metadata_cache = true")
    database.execute(f"CREATE VIEW cells AS SELECT * FROM read_parquet('{sys.argv[1]}')")
    answers = {}
    for name, question in QUESTIONS.items():
        plain = question.replace(", count(DISTINCT body)", "")
        times, lean = [], []
        for _ in range(int(sys.argv[2])):
            began = time.perf_counter()
            rows = database.execute(question).fetchall()
            times.append(time.perf_counter() - began)
            began = time.perf_counter()
            database.execute(plain).fetchall()
            lean.append(time.perf_counter() - began)
        answers[name] = {"best": min(times) * 1000, "lean": min(lean) * 1000, "rows": rows}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"answers": answers, "peak": peak}, default=str, ensure_ascii=False))


if __name__ == "__main__":
    main()
