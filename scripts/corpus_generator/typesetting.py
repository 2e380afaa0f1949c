"""Sets a report on paper: every piece of text with its place, page by page.

Lengths are points; the origin is the upper left corner of a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from report_pages.figures import Report
from report_pages.grids import Grid, GridCell
from report_pages.labels import RESULTS_OF_THE_YEAR, SECTIONS
from report_pages.page import introduction, title_lines

from .sheets import Sheets, placed_rows


@dataclass(frozen=True)
class Paper:
    """How a report is printed."""

    size: float = 9
    padding: float = 4
    figure: float = 36
    """Width of a column of figures in table 3."""
    group: float = 50
    label: float = 128
    width: float = 595
    height: float = 842
    margin: float = 48
    is_centred: bool = True
    upright: bool = True
    """Whether 三、本年度办理结果 runs downward."""
    is_ruled: bool = True
    heads_again: bool = False
    """Whether a table that goes on over the page has its heads again."""
    numbers: bool = True


@dataclass
class Sheet:
    """A printed page: texts with their left edge and top, and lines from point to point."""

    texts: list[tuple[float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def width(text: str, size: float) -> float:
    """How wide a text is: half a square for a Latin character, a whole one for the others."""
    return sum(size * 0.5 if ord(character) < 0x100 else size for character in text)


def broken(text: str, size: float, room: float) -> list[str]:
    """A text in lines that fit, numbers kept whole."""
    lines, line, used = [], "", 0.0
    for character in text:
        need = size * 0.5 if ord(character) < 0x100 else size
        if line and used + need > room and not (character.isascii() and line[-1].isascii()):
            lines.append(line)
            line, used = "", 0.0
        line += character
        used += need
    return [*lines, line]


class Typesetter:
    """Fills pages from top to bottom."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.pages: list[Sheet] = []
        self.top = 0.0
        self._leading = paper.size * 1.3
        self._turn()

    def _turn(self) -> None:
        paper = self.paper
        if self.pages and paper.numbers:
            number = f"- {len(self.pages)} -"
            self.pages[-1].texts.append((paper.width / 2 - 14, paper.height - 36, number))
        self.pages.append(Sheet())
        self.top = paper.margin

    def finish(self) -> list[Sheet]:
        """All pages."""
        self._turn()
        return self.pages[:-1]

    def _has_room(self, height: float) -> bool:
        return self.top + height <= self.paper.height - self.paper.margin - 14

    def paragraph(self, text: str, indent: float = 20, centred: bool = False) -> None:
        """Lines of prose."""
        paper = self.paper
        size = paper.size
        room = paper.width - 2 * paper.margin
        for number, line in enumerate(broken(text, size, room - indent)):
            if not self._has_room(self._leading * 1.5):
                self._turn()
            left = paper.margin + (indent if number == 0 else 0)
            if centred:
                left = (paper.width - width(line, size)) / 2
            self.pages[-1].texts.append((left, self.top, line))
            self.top += self._leading * 1.4

    def table(self, grid: Grid, columns: list[float], head_rows: int) -> None:
        """A table; rows go over to the next page whole."""
        cells = placed(grid)
        lines = {}
        heights = [self._leading + 2 * self.paper.padding] * len(grid)
        for row, column, cell in cells:
            room = sum(columns[column : column + cell.across]) - 4
            upright = self.paper.upright and cell.text == RESULTS_OF_THE_YEAR
            texts = list(cell.text) if upright else broken(cell.text, self.paper.size, room)
            lines[row, column] = [text for text in texts if text]
            if cell.down == 1:
                need = len(texts) * self._leading + 2 * self.paper.padding
                heights[row] = max(heights[row], need)
        self.top += 2
        if not self._has_room(sum(heights[: head_rows + 1])):
            self._turn()
        begun: dict[tuple[int, int], int] = {}
        row = 0
        while row < len(grid):
            end = row
            while end < len(grid) and self._has_room(sum(heights[row : end + 1])):
                end += 1
            end = max(end, row + 1)
            self._part(cells, lines, columns, heights, range(row, end), begun)
            row = end
            if row < len(grid):
                self._turn()
                if self.paper.heads_again and head_rows and row >= head_rows:
                    self._part(cells, lines, columns, heights, range(head_rows), {})
        self.top += self._leading

    def _part(
        self,
        cells: list,
        lines: dict,
        columns: list[float],
        heights: list[float],
        rows: range,
        begun: dict[tuple[int, int], int],
    ) -> None:
        """The rows of a table on one page; `begun` says how many lines of a cell are printed."""
        paper, page = self.paper, self.pages[-1]
        tops = {row: self.top + sum(heights[rows.start : row]) for row in [*rows, rows.stop]}
        left_edge = (paper.width - sum(columns)) / 2
        for row, column, cell in cells:
            first, last = max(row, rows.start), min(row + cell.down, rows.stop)
            if first >= last:
                continue
            top, bottom = tops[first], tops[last]
            left = left_edge + sum(columns[:column])
            right = left + sum(columns[column : column + cell.across])
            if paper.is_ruled:
                page.rules += [(left, top, right, top), (left, top, left, bottom)]
                page.rules += [(left, bottom, right, bottom), (right, top, right, bottom)]
            # What does not fit beside the rows of this page goes on over the next ones.
            room = max(1, int((bottom - top) / self._leading))
            waiting = lines[row, column][begun.get((row, column), 0) :]
            texts = waiting[:room] if last < row + cell.down else waiting
            begun[row, column] = begun.get((row, column), 0) + len(texts)
            space = max(0, bottom - top - len(texts) * self._leading)
            y = top + (space / 2 if paper.is_centred else min(paper.padding, space))
            for text in texts:
                free = right - left - width(text, paper.size)
                is_left = not cell.is_figure and free > 40
                page.texts.append((left + (3 if is_left else free / 2), y, text))
                y += self._leading
        self.top = tops[rows.stop]


def placed(grid: Grid) -> list[tuple[int, int, GridCell]]:
    """Every cell with its row and column."""
    rows = enumerate(placed_rows(grid))
    return [(number, column, cell) for number, row in rows for column, cell in row]


def set_report(report: Report, sheets: Sheets, paper: Paper) -> list[Sheet]:
    """The whole report."""
    setter = Typesetter(paper)
    for line in title_lines(report):
        setter.paragraph(line, centred=True)
    setter.paragraph(introduction(report))
    prose = {0: report.overview, 4: report.problems, 5: report.other}
    for number, heading in enumerate(SECTIONS):
        setter.paragraph(heading)
        for text in prose.get(number, []):
            setter.paragraph(text)
        for sheet in sheets.get(number + 1, []):
            for text in sheet.above:
                setter.paragraph(text)
            columns, head_rows = columns_of(sheet.grid, number + 1, paper)
            setter.table(sheet.grid, columns, head_rows)
            for text in sheet.below:
                setter.paragraph(text)
    return setter.finish()


def columns_of(grid: Grid, table: int, paper: Paper) -> tuple[list[float], int]:
    """The widths of a table's columns, and how many rows of heads it has."""
    count = sum(cell.across for cell in grid[0])
    scale = paper.size / 9
    if table == 2:
        return [120 * scale] * count, 0
    if table == 3:
        first = 20 if paper.upright else 40
        labels = [first * scale, paper.group * scale, paper.label * scale]
        return labels + [paper.figure * scale] * (count - 3), 3
    return [(paper.width - 2 * paper.margin) / 15] * count, 3
