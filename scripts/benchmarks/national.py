"""A made corpus of the size of the country: a store of nianbao and a Parquet file of the same cells.

Usage: national.py REPORTS STORE.nianbao CELLS.parquet (run with a Python that has numpy and pyarrow).
STORE.nianbao must be there and know the forms of 2019 and 2021. One in fifty reports has cells that
were not read.
"""

from __future__ import annotations

import sqlite3
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

YEARS = range(2019, 2026)
CHUNK = 10_000
GROUP = 12
"""Chunks in a row group of the Parquet file, which is then as long as DuckDB likes them."""
# Counties, towns, offices of cities and of provinces, with the level that their names tell. A city
# may be one of a prefecture or one of a county.
KINDS = [("{}县人民政府", "county"), ("{}镇人民政府", "township"), ("{}市财政局", ""),
         ("{}省教育厅", "province")]
SYLLABLES = "东西南北安平宁兴华阳江河山海川云龙凤金石"


def body(number: int) -> tuple[str, str]:
    """A name that no other number has, and its level."""
    name, level = KINDS[0 if number % 2 else 1] if number % 50 else KINDS[2 + number // 50 % 2]
    rest, syllables = number, ""
    for _ in range(4):
        syllables += SYLLABLES[rest % len(SYLLABLES)]
        rest //= len(SYLLABLES)
    return name.format(syllables), level


def layouts(store: sqlite3.Connection) -> dict[str, tuple[int, list[str]]]:
    """For each of the forms the number of its layout and the names of its columns."""
    found = {}
    for number, tables in store.execute("SELECT id, tables FROM layout").fetchall():
        rows = store.execute(
            "SELECT indicator, applicant FROM layout_cell WHERE layout = ? ORDER BY position",
            (number,))
        names = [code + (f"[{who}]" if who else "") for code, who in rows]
        found[tables.split(":")[0]] = (number, names)
    return found


def make(count: int, path: str, parquet: str) -> None:
    """Fills both."""
    store = sqlite3.connect(path)
    store.execute("PRAGMA synchronous = OFF")
    store.execute("PRAGMA journal_mode = OFF")
    forms = layouts(store)
    columns = sorted({name for _, names in forms.values() for name in names})
    schema = pa.schema(
        [("body", pa.string()), ("year", pa.int16()), ("level", pa.string())]
        + [(name, pa.int32()) for name in columns])
    random = np.random.default_rng(20_261)
    given = store.execute("SELECT max(id) FROM report").fetchone()[0]
    waiting: list[pa.Table] = []
    with pq.ParquetWriter(parquet, schema) as writer:
        for begin in range(0, count, CHUNK):
            numbers = np.arange(begin, min(count, begin + CHUNK))
            bodies = [body(int(number) // len(YEARS)) for number in numbers]
            years = np.array([YEARS[number % len(YEARS)] for number in numbers])
            values = {}
            reports: list[tuple] = []
            irregular: list[tuple] = []
            for form, chosen in (("gid-2019", years < 2021), ("gid-2021", years >= 2021)):
                layout, names = forms[form]
                rows = np.flatnonzero(chosen)
                size = random.integers(1, 60, (len(rows), 1))
                figures = random.poisson(1.0, (len(rows), len(names))) * size
                figures[random.random(figures.shape) < 0.6] = 0
                lost = np.flatnonzero(random.random(len(rows)) < 0.02)
                holes = np.zeros(figures.shape, dtype=bool)
                holes[lost[:, None], random.integers(0, len(names), (len(lost), 3))] = True
                for position, name in enumerate(names):
                    column = values.setdefault(
                        name, (np.zeros(len(numbers), np.int32), np.ones(len(numbers), bool)))
                    column[0][rows] = figures[:, position]
                    column[1][rows] = holes[:, position]
                for row, line in zip(rows.tolist(), figures.tolist()):
                    reports.append((row, layout, line))
                for row, position in zip(*np.nonzero(holes)):
                    irregular.append((int(rows[row]), int(position)))
            holes_of: dict[int, list[int]] = {}
            for row, position in irregular:
                holes_of.setdefault(row, []).append(position)
            records, places = [], []
            for row, layout, line in sorted(reports):
                number = given + 1 + begin + row
                for position in holes_of.get(row, ()):
                    line[position] = None
                text = str(line).replace(" ", "").replace("None", "null")
                records.append((number, bodies[row][0], int(years[row]), f"made/{number}.html",
                                f"{number:064x}", "html", "UTF-8", layout, text))
                places += [(number, position, "text", "若干", None)
                           for position in sorted(holes_of.get(row, ()))]
            store.executemany("INSERT INTO report VALUES (?,?,?,?,?,?,?,?,?)", records)
            store.executemany("INSERT INTO irregular VALUES (?,?,?,?,?)", places)
            waiting.append(pa.table(
                [pa.array([name for name, _ in bodies]), pa.array(years, pa.int16()),
                 pa.array([level for _, level in bodies])]
                + [pa.array(values[name][0], mask=values[name][1]) if name in values
                   else pa.nulls(len(numbers), pa.int32()) for name in columns], schema=schema))
            if len(waiting) == GROUP or begin + CHUNK >= count:
                writer.write_table(pa.concat_tables(waiting), row_group_size=GROUP * CHUNK)
                waiting = []
    # The reports that brought the forms along are none of the made ones.
    for table in ("irregular", "report_place", "problem"):
        store.execute(f"DELETE FROM {table} WHERE report <= ?", (given,))
    store.execute("DELETE FROM claim WHERE report <= ?", (given,))
    store.execute("DELETE FROM report WHERE id <= ?", (given,))
    store.commit()
    store.close()


if __name__ == "__main__":
    make(int(sys.argv[1]), sys.argv[2], sys.argv[3])
