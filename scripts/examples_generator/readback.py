"""Reads the finished pages again and holds their shape and figures against the data file.

This is no report reader: it knows how the pages were laid out. It guards against a generator that
drops, doubles or shifts a cell.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from report_pages.figures import Report
from report_pages.labels import SECTIONS, TABLE_2

_WIDTHS = {2: 4, 3: 10, 4: 15}


class TableCollector(HTMLParser):
    """Collects the tables that hold no table, as rows of (text, across, down)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[tuple[str, int, int]]]] = []
        self._open: list[list[list[tuple[str, int, int]]]] = []
        self._nested: list[bool] = []
        self._unclosed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens a table, a row or a cell."""
        given = dict(attrs)
        if tag not in {"br", "meta", "hr"}:
            self._unclosed.append(tag)
        if tag == "table":
            self._nested = [True] * len(self._nested) + [False]
            self._open.append([])
        elif tag == "tr":
            self._open[-1].append([])
        elif tag == "td":
            across, down = int(given.get("colspan") or 1), int(given.get("rowspan") or 1)
            self._open[-1][-1].append(("", across, down))

    def handle_data(self, data: str) -> None:
        """Adds text to the cell that is open."""
        frames = [tag for tag in self._unclosed if tag in {"table", "tr", "td"}]
        if frames and frames[-1] == "td":
            text, across, down = self._open[-1][-1].pop()
            self._open[-1][-1].append((text + data, across, down))

    def handle_endtag(self, tag: str) -> None:
        """Closes a tag, which must be the last one opened."""
        if self._unclosed.pop() != tag:
            raise ValueError(f"</{tag}> closes nothing")
        if tag == "table":
            table, nested = self._open.pop(), self._nested.pop()
            self.tables += [] if nested else [table]


def expanded(table: list[list[tuple[str, int, int]]]) -> list[list[str | None]]:
    """The table as a full rectangle: each text once, ``None`` where a span reaches."""
    taken: dict[tuple[int, int], str | None] = {}
    for line, row in enumerate(table):
        column = 0
        for text, across, down in row:
            while (line, column) in taken:
                column += 1
            for at in [(line + d, column + a) for d in range(down) for a in range(across)]:
                if at in taken:
                    raise ValueError(f"two cells meet in row {line + 1}, column {at[1] + 1}")
                taken[at] = None
            taken[line, column] = text.replace("\u00a0", " ").strip()
    height, width = len(table), 1 + max(column for _, column in taken)
    if len(taken) != height * width:
        raise ValueError(f"{len(taken)} places in a table of {height} by {width}")
    return [[taken[line, column] for column in range(width)] for line in range(height)]


def expected_figures(report: Report) -> dict[int, list[str]]:
    """The printed figures of each table in reading order."""
    return {
        2: [text for printed in report.table2.values() for text in printed],
        3: [text for printed in report.table3.values() for text in printed],
        4: report.table4,
    }


def html_figures(report: Report, page: bytes) -> dict[int, list[str]]:
    """The figures of each table of a web page, by place in the expanded grid."""
    collector = TableCollector()
    encoding = "gb18030" if report.layout == "empty-cells" else "utf-8"
    collector.feed(page.decode(encoding))
    collector.close()
    found = {}
    for table in collector.tables:
        texts = [text.strip() for row in table for text, _, _ in row]
        number = 2 if "信息内容" in texts else 3 if "（七）总计" in texts else 4
        if number == 4 and "未经复议直接起诉" not in texts:
            continue
        rows = expanded(table)
        if len(rows[0]) != _WIDTHS[number]:
            raise ValueError(f"table {number} is {len(rows[0])} columns wide")
        if number == 2:
            lines = [row[1:] for row in rows if row[0] in row_labels_of_table_2(report)]
        else:
            lines = [row[3:] for row in rows[3:]] if number == 3 else rows[3:]
        found[number] = [text for line in lines for text in line if text is not None]
    return found


def row_labels_of_table_2(report: Report) -> set[str]:
    """The labels of the rows of table 2 that carry figures."""
    return {label for _, _, rows in TABLE_2[report.forms[2]] for _, label in rows}


def text_figures(report: Report, page: bytes) -> dict[int, list[str]]:
    """The figures of each table of a text page: every number that fills a cell of its section."""
    text = page.decode("utf-8")
    found = {}
    for table in (2, 3, 4):
        start = text.index(f"{SECTIONS[table - 1]}\n")
        end = text.index(SECTIONS[table], start)
        cells = re.split(r"[|\n]", text[start:end])
        found[table] = [
            cell.strip()
            for cell in cells
            if re.fullmatch(r"\s*(-?\d[\d.]*(\(增\)|元)?|—)\s*", cell)
        ]
    return found


def problem(report: Report, page: bytes) -> str | None:
    """What is wrong with a page, or nothing."""
    try:
        read = html_figures if report.file.endswith(".html") else text_figures
        found = read(report, page)
    except (ValueError, IndexError) as error:
        return f"{report.file}: {error}"
    for table, wanted in expected_figures(report).items():
        if found.get(table) != wanted:
            return f"{report.file}: table {table} does not carry its figures"
    return None
