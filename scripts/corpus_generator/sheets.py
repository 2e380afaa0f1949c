"""The tables of a report as pages cut, join and widen them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from report_pages.figures import Report
from report_pages.grids import (
    Grid,
    GridCell,
    figures,
    table_2,
    table_2_blocks,
    table_3_heads,
    table_3_rows,
    table_4,
)
from report_pages.labels import NOTE, RESULT_LABELS


@dataclass(frozen=True)
class Sheet:
    """One printed table with the lines directly above and below it."""

    grid: Grid
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


Sheets = dict[int, list[Sheet]]


def plain(report: Report, *, note: str = "corner", short: bool = False) -> Sheets:
    """Tables 2, 3 and 4, each whole. The note stands in the corner, above, below or nowhere."""
    third = [*heads(corner=note == "corner"), *table_3_rows(report, short)]
    return {
        2: [Sheet(table_2(report))],
        3: [Sheet(third, *beside(note))],
        4: [Sheet(table_4(report))],
    }


def heads(corner: bool) -> Grid:
    """The heads of table 3 with the note or nothing in their corner."""
    rows = table_3_heads()
    return rows if corner else [[GridCell("", across=3, down=3), *rows[0][1:]], *rows[1:]]


def beside(note: str) -> tuple[list[str], list[str]]:
    """The lines above and below table 3."""
    return [NOTE] if note == "above" else [], [NOTE] if note == "below" else []


def in_parts(report: Report, *, headings_outside: bool) -> Sheets:
    """Table 2 as a table for each block, table 4 as three tables of five."""
    blocks = table_2_blocks(report)
    names = [["行政复议"], ["行政诉讼", "未经复议直接起诉"], ["行政诉讼", "复议后起诉"]]
    fourth = []
    for number, path in enumerate(names):
        row = figures(report.table4[number * 5 : number * 5 + 5])
        upper = [[GridCell(name, across=5)] for name in path]
        lower = [[GridCell(label) for label in RESULT_LABELS], row]
        fourth.append(Sheet(lower, path) if headings_outside else Sheet([*upper, *lower]))
    second = [
        Sheet(block[1:], [block[0][0].text]) if headings_outside else Sheet(block)
        for block in blocks
    ]
    return {2: second, 3: plain(report)[3], 4: fourth}


def cut_by_pages(report: Report, *, note: str, furniture: Callable[[int], list[str]]) -> Sheets:
    """Table 3 over two pages, its heads printed again, the running labels too."""
    rows = table_3_rows(report)
    turn = next(at for at, row in enumerate(rows) if row[0].text == "（四）无法提供")
    label = rows[2][0]
    upper = [*rows[:2], [GridCell(label.text, down=turn - 2), *rows[2][1:]], *rows[3:turn]]
    lower = [[GridCell(label.text, down=label.down - turn + 2), *rows[turn]], *rows[turn + 1 :]]
    above, below = beside(note)
    corner = heads(corner=note == "corner")
    parts = [
        Sheet([*corner, *upper], above, [*below, *furniture(1)]),
        Sheet([*corner, *lower], above, below),
    ]
    return {**plain(report), 3: parts}


def widened(grid: Grid, columns: set[int]) -> Grid:
    """The grid with some of its columns made of two: every cell over them is one wider."""
    return [
        [
            GridCell(
                cell.text,
                cell.across + sum(1 for at in columns if column <= at < column + cell.across),
                cell.down,
                cell.is_figure,
            )
            for column, cell in row
        ]
        for row in placed_rows(grid)
    ]


def provincial(report: Report) -> Sheets:
    """Heads with remarks, and rows that the national form does not have."""
    sheets = plain(report)
    grid = sheets[2][0].grid
    remarks = {
        "现行有效件数": "现行有效件数（历史累计）",
        "本年制发件数": "本年制发件数（件）",
        "对外公开总数量": "对外公开总数量（件）",
        "上一年项目数量": "上一年项目数量（项）",
        "处理决定数量": "处理决定数量（件）",
    }
    second = []
    for row in grid:
        second.append([GridCell(remarks.get(c.text, c.text), c.across, c.down, c.is_figure) for c in row])
        if row[0].text in {"规范性文件", "行政规范性文件"}:
            extra = [GridCell(text, is_figure=True) for text in ("4", "4", "61")]
            second.append([GridCell("其他主动公开文件"), *extra])
        if row[0].text == "行政许可":
            extra = [GridCell("7", across=c.across, is_figure=True) for c in row[1:]]
            second.append([GridCell("行政确认"), *extra])
    return {**sheets, 2: [Sheet(second)]}


def without_column(report: Report, applicant: int) -> Sheets:
    """Table 3 without the column of one kind of organisation (1 to 5)."""
    rows = heads(corner=True)
    top = [[rows[0][0], GridCell("申请人情况", across=6)]]
    middle = [[rows[1][0], GridCell("法人或其他组织", across=4), rows[1][2]]]
    lowest = [[cell for at, cell in enumerate(rows[2]) if at != applicant - 1]]
    body = []
    for row in table_3_rows(report):
        labels = [cell for cell in row if not cell.is_figure]
        values = [cell for cell in row if cell.is_figure]
        body.append([*labels, *[v for at, v in enumerate(values) if at != applicant]])
    return {**plain(report), 3: [Sheet([*top, *middle, *lowest, *body])]}


def with_slivers(grid: Grid, heads: int, labels: int, random: Random) -> Grid:
    """Beside each edge between figures a narrow column that counts to the right-hand head above it
    and to the left-hand figure below it, or the other way round: edges that do not quite meet."""
    width = sum(cell.across for cell in grid[0])
    edges = [edge for edge in range(labels + 1, width) if random.random() < 0.4]
    above_right = random.random() < 0.5
    changed = []
    for number, row in enumerate(placed_rows(grid)):
        goes_right = above_right == (number < heads)
        line = []
        for column, cell in row:
            first, last = column, column + cell.across
            inside = sum(1 for edge in edges if first < edge < last)
            left = 1 if first in edges and goes_right else 0
            right = 1 if last in edges and not goes_right else 0
            line.append(GridCell(cell.text, cell.across + inside + left + right, cell.down, cell.is_figure))
        changed.append(line)
    return changed


def placed_rows(grid: Grid) -> list[list[tuple[int, GridCell]]]:
    """The grid with the column at which each cell begins."""
    reaching: dict[int, int] = {}
    found = []
    for number, row in enumerate(grid):
        column, line = 0, []
        for cell in row:
            while reaching.get(column, -1) >= number:
                column += 1
            line.append((column, cell))
            for at in range(column, column + cell.across):
                reaching[at] = number + cell.down - 1
            column += cell.across
        found.append(line)
    return found
