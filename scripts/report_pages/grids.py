"""The three tables of a report as grids of cells with the spans of the official template."""

from __future__ import annotations

from dataclasses import dataclass

from .figures import Report
from .labels import (
    NOTE,
    ORGANISATIONS,
    PLAIN_ROWS,
    RESULT_GROUPS,
    RESULT_LABELS,
    RESULTS_OF_THE_YEAR,
    SHORT_LABELS,
    TABLE_2,
)


@dataclass(frozen=True)
class GridCell:
    """A cell that covers ``across`` columns and ``down`` rows from its upper left corner."""

    text: str
    across: int = 1
    down: int = 1
    is_figure: bool = False


Grid = list[list[GridCell]]


def figures(printed: list[str]) -> list[GridCell]:
    """A cell for each figure."""
    return [GridCell(text, is_figure=True) for text in printed]


def table_2_blocks(report: Report) -> list[Grid]:
    """Table 2, a grid four columns wide for each of its blocks."""
    return [block_grid(report, block) for block in TABLE_2[report.forms[2]]]


def block_grid(report: Report, block: tuple) -> Grid:
    """One block of table 2; the last column is widened until the block is four wide."""
    heading, columns, rows = block
    widths = [1] * (len(columns) - 1) + [4 - len(columns)]
    heads = [GridCell(head, across=width) for (_, head), width in zip(columns, widths)]
    grid = [[GridCell(heading, across=4)], [GridCell("信息内容"), *heads]]
    for code, label in rows:
        printed = report.table2[code]
        cells = [GridCell(p, across=w, is_figure=True) for p, w in zip(printed, widths)]
        grid.append([GridCell(label), *cells])
    return grid


def table_2(report: Report) -> Grid:
    """Table 2 whole."""
    return [row for block in table_2_blocks(report) for row in block]


def table_3_heads() -> Grid:
    """The three header rows of table 3, ten columns wide."""
    return [
        [GridCell(NOTE, across=3, down=3), GridCell("申请人情况", across=7)],
        [
            GridCell("自然人", down=2),
            GridCell("法人或其他组织", across=5),
            GridCell("总计", down=2),
        ],
        [GridCell(label) for label in ORGANISATIONS],
    ]


def table_3_rows(report: Report, short_labels: bool = False) -> Grid:
    """The rows of table 3 below its heads: three columns of labels, seven of figures."""
    groups = RESULT_GROUPS[report.forms[3]]
    height = sum(len(rows) for _, rows in groups)
    grid = [
        [GridCell(PLAIN_ROWS[code], across=3), *figures(report.table3[code])]
        for code in ("requests.new", "requests.carried_in")
    ]
    first: list[GridCell] = [GridCell(RESULTS_OF_THE_YEAR, down=height)]
    for group, rows in groups:
        lead = first + ([GridCell(group, down=len(rows))] if group else [])
        first = []
        for code, label in rows:
            text = SHORT_LABELS.get(code, label) if short_labels else label
            labelled = GridCell(text, across=1 if group else 2)
            grid.append([*lead, labelled, *figures(report.table3[code])])
            lead = []
    last = "requests.carried_out"
    return [*grid, [GridCell(PLAIN_ROWS[last], across=3), *figures(report.table3[last])]]


def table_3(report: Report) -> Grid:
    """Table 3 whole."""
    return table_3_heads() + table_3_rows(report)


def table_4(report: Report) -> Grid:
    """Table 4, fifteen columns wide: three header rows and one row of figures."""
    results = [GridCell(label) for label in RESULT_LABELS]
    return [
        [GridCell("行政复议", across=5), GridCell("行政诉讼", across=10)],
        [
            *[GridCell(label, down=2) for label in RESULT_LABELS],
            GridCell("未经复议直接起诉", across=5),
            GridCell("复议后起诉", across=5),
        ],
        [*results, *results],
        figures(report.table4),
    ]


def covered(grid: Grid, across_too: bool) -> list[list[GridCell | None]]:
    """The grid with ``None`` wherever a cell above reaches down into a row.

    With ``across_too`` the columns that a cell covers to its right are ``None`` as well, so that
    every row has as many entries as the table has columns.
    """
    rows: list[list[GridCell | None]] = []
    reaching: dict[int, int] = {}
    for row in grid:
        entries: list[GridCell | None] = []
        column = 0
        waiting = list(row)
        while waiting or reaching.get(column, 0) > 0:
            if reaching.get(column, 0) > 0:
                reaching[column] -= 1
                entries.append(None)
                column += 1
                continue
            cell = waiting.pop(0)
            entries.append(cell)
            entries.extend([None] * (cell.across - 1) if across_too else [])
            for covered_column in range(column, column + cell.across):
                reaching[covered_column] = cell.down - 1
            column += cell.across
        rows.append(entries)
    return rows
