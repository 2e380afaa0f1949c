"""The cells of a report's tables as lines of text, one cell a line."""

from __future__ import annotations

import re

from .grids import Grid, GridCell
from .labels import RESULTS_OF_THE_YEAR

# Heads that the copied text breaks over lines, with the white space the browser left.
_SPACED_BREAKS = {"本年新制作数量": "本年新\n  \n制作数量", "本年新公开数量": "本年新\n  \n公开数量"}

# Heads and labels that a narrow column of the printed page breaks.
_CLOSE_BREAKS = {
    RESULTS_OF_THE_YEAR: "\n".join(RESULTS_OF_THE_YEAR),
    "商业企业": "商业\n企业",
    "科研机构": "科研\n机构",
    "社会公益组织": "社会公益\n组织",
    "法律服务机构": "法律服务\n机构",
    "（三）不予公开": "（三）\n不予\n公开",
    "（四）无法提供": "（四）\n无法\n提供",
    "（五）不予处理": "（五）\n不予\n处理",
    "2.其他法律行政法规禁止公开": "2.其他法律行政法规禁止公\n开",
    "5.要求行政机关确认或重新出具已获取信息": "5.要求行政机关确认或重新\n出具已获取信息",
}
_LINE_WIDTH = 36


def spaced_figure(text: str, column: int) -> str:
    """A figure with the stray blanks that copying leaves in some columns."""
    return [text, f" {text}", f"{text} "][column % 3]


def spaced_cells(grid: Grid) -> list[str]:
    """The cells in reading order, each for a line of its own."""
    found = []
    for row in grid:
        for column, cell in enumerate(row):
            text = cell.text.replace("（", "(").replace("）", ")")
            text = _SPACED_BREAKS.get(cell.text, text)
            found.append(spaced_figure(text, column) if cell.is_figure else text)
    return found


def close_cells(rows: list[list[GridCell]]) -> list[str]:
    """The cells in reading order, one a line, with the page's own line breaks in labels."""
    return [_CLOSE_BREAKS.get(cell.text, cell.text) for row in rows for cell in row]


def wrapped(paragraph: str) -> list[str]:
    """A paragraph cut into lines of the printed page's width, never within a number."""
    lines = [""]
    for piece in re.findall(r"[0-9]+|[^0-9]", paragraph):
        if len(lines[-1]) + len(piece) > _LINE_WIDTH:
            lines.append("")
        lines[-1] += piece
    return lines
