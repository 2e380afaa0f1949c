"""Questions over a made corpus of the size of the country, beside DuckDB over Parquet."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from .program import PROGRAM, ROOT

RUNS = 7
FORMS = ("lanxi-2019.html", "lanxi-2021.txt")
"""Example reports that bring the forms of 2019 and 2021 into a store."""
QUESTIONS = {
    "penalties by year": ("compare penalty.decisions by year", 5),
    "requests by year": ("compare requests.new by year", 5),
    "granted by year": ("compare outcome.granted by year", 5),
    "requests by year and level": ("compare requests.new by year, level", 10),
    "rank by requests": ("rank requests.new in 2023 top 20", 30),
}
"""With the limit of each in milliseconds."""
FIRST_ANSWER = 4.0
"""Seconds from the start of the program to the first answer."""
LARGEST = 1200
"""MB."""


def measure(count: int) -> bool:
    """First answer in 4 s, each further one in its limit and twice as fast as DuckDB's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, cells = folder / "national.nianbao", folder / "national.parquet"
        environment = folder / "environment"
        venv.create(environment, with_pip=True)
        python = str(environment / "bin/python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "duckdb", "numpy", "pyarrow"],
                       check=True, stdout=sys.stderr)
        pages = " ".join(f'"{ROOT / "examples/reports" / page}"' for page in FORMS)
        subprocess.run([PROGRAM, "-c", f'open "{store}"\nload {pages}'], check=True,
                       stdout=sys.stderr, stderr=sys.stderr)
        here = Path(__file__).parent
        subprocess.run([python, here / "national.py", str(count), store, cells], check=True)
        return compare(count, store, cells, python)


def compare(count: int, store: Path, cells: Path, python: str) -> bool:
    """Asks both and prints the times side by side."""
    here = Path(__file__).parent
    theirs = json.loads(subprocess.run(
        [python, here / "analysis_duckdb.py", cells, str(RUNS)], check=True, capture_output=True,
        text=True).stdout)
    first = min(first_answer(store) for _ in range(2))
    times, opening, peak = ours(store)
    print(f"analysis: {count} reports, {os.cpu_count()} cores, best of {RUNS} runs")
    print(f"  from the start to the first answer: {first:.2f} s (limit {FIRST_ANSWER} s), "
          f"of which opening and the first question {opening:.2f} s")
    good = first < FIRST_ANSWER and peak < LARGEST
    for name, (question, limit) in QUESTIONS.items():
        mine, other = min(times[name][1:]), theirs["answers"][name]
        same = answer(store, question, name) == answer_of_duckdb(other["rows"], name)
        ratio = other["best"] / mine
        print(f"  {name}: {mine:.2f} ms (first {times[name][0]:.1f}, limit {limit}); duckdb "
              f"{other['best']:.1f} ms, {ratio:.1f} times as long; without counting bodies "
              f"{other['lean']:.1f} ms, {other['lean'] / mine:.1f} times"
              + ("" if same else "; THE ANSWERS DIFFER"))
        good = good and same and mine < limit and ratio >= 2
    print(f"  peak memory: {peak:.0f} MB (limit {LARGEST}); duckdb {theirs['peak']:.0f} MB, "
          "which keeps nothing in memory")
    return good


def first_answer(store: Path) -> float:
    """Seconds for a program that opens the store, compares and ends."""
    began = time.perf_counter()
    subprocess.run([PROGRAM, "-c", f'open "{store}"\ncompare penalty.decisions by year'],
                   check=True, capture_output=True)
    return time.perf_counter() - began


def ours(store: Path) -> tuple[dict[str, list[float]], float, float]:
    """The times of each question in milliseconds, of opening in seconds, and the peak in MB."""
    script = [f'open "{store}"', "set timer on", "compare penalty.items_change by year"]
    for question, _ in QUESTIONS.values():
        script += [question] * (RUNS + 1)
    child = subprocess.Popen([PROGRAM, "-c", "\n".join(script)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"nianbao ended with {os.waitstatus_to_exitcode(status)}: {errors[-2000:]}")
    # The setting itself is the first command that is timed.
    found = [float(text) for text in re.findall(r"time: ([0-9.]+) ms", errors)][1:]
    opening, rest = found[0] / 1000, found[1:]
    times = {name: rest[index * (RUNS + 1):(index + 1) * (RUNS + 1)]
             for index, name in enumerate(QUESTIONS)}
    return times, opening, usage.ru_maxrss / 1024


def answer(store: Path, question: str, name: str) -> list[list[str]]:
    """The rows of a question in the columns that DuckDB gives."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answer.csv"
        subprocess.run([PROGRAM, "-c", f'open "{store}"\n{question} to "{path}"'], check=True,
                       capture_output=True)
        rows = list(csv.DictReader(path.open(encoding="utf-8-sig")))
    if name.startswith("rank"):
        return sorted([row["rank"], row["body"], row["requests.new"], row["percentile"]]
                      for row in rows)
    value = question.split()[1]
    keys = ["year", "level"] if "level" in name else ["year"]
    return sorted([row[key] for key in keys] + [row[value], row["reports"], row["reports_selected"]]
                  for row in rows)


def answer_of_duckdb(rows: list[list], name: str) -> list[list[str]]:
    """The same columns, without the number of bodies, which is that of reports within a year."""
    if name.startswith("rank"):
        return sorted([str(place), body, str(value), f"{round(share, 6):.6f}".rstrip("0").rstrip(".")]
                      for place, body, value, share in rows)
    return sorted([str(value) for value in row[:-1]] for row in rows)
