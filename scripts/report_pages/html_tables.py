"""The tables of a report as HTML, in the ways in which content systems print spans."""

from __future__ import annotations

from html import escape

from .grids import Grid, GridCell, covered

# Heads that narrow columns break over two lines.
_BROKEN_HEADS = {
    "本年新制作数量": "本年新<br>制作数量",
    "本年新公开数量": "本年新<br>公开数量",
    "商业企业": "商业<br>企业",
    "科研机构": "科研<br>机构",
    "社会公益组织": "社会公益<br>组织",
    "法律服务机构": "法律服务<br>机构",
    "三、本年度办理结果": "三、本年<br>度办理结<br>果",
    "（三）不予公开": "（三）不予<br>公开",
    "（四）无法提供": "（四）无法<br>提供",
}


def spans(cell: GridCell) -> str:
    """The span attributes of a cell."""
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    return across + (f' rowspan="{cell.down}"' if cell.down > 1 else "")


def spanned_table(grid: Grid) -> list[str]:
    """A table with the spans of the template, a paragraph in every cell."""
    lines = ['<table class="report-table" border="1" cellspacing="0">', "<tbody>"]
    for row in grid:
        cells = [f"<td{spans(cell)}><p>{escape(cell.text, quote=False)}</p></td>" for cell in row]
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return [*lines, "</tbody>", "</table>"]


def table_with_empty_cells(grid: Grid) -> list[str]:
    """A table in which an empty cell stands wherever a cell above should reach down."""
    lines = ["<TABLE border=1 cellPadding=0 cellSpacing=0>"]
    for row in covered(grid, across_too=False):
        cells = []
        for cell in row:
            if cell is None:
                cells.append("<TD></TD>")
                continue
            text = _BROKEN_HEADS.get(cell.text, escape(cell.text, quote=False))
            across = f" colSpan={cell.across}" if cell.across > 1 else ""
            cells.append(f"<TD{across}>{text}</TD>")
        lines.append("<TR>" + "".join(cells) + "</TR>")
    return [*lines, "</TABLE>"]


def padded_table(grid: Grid) -> list[str]:
    """A table with spans whose cells are padded with no-break spaces; a blank is one alone."""
    lines = ["<table>"]
    for row in grid:
        lines.append("  <tr>")
        for cell in row:
            text = escape(cell.text, quote=False)
            shown = f"&nbsp;{text}&nbsp;" if cell.is_figure and text else text or "&nbsp;"
            lines.append(f"    <td{spans(cell)}><span>{shown}</span></td>")
        lines.append("  </tr>")
    return [*lines, "</table>"]
