"""Layouts of plain text and Markdown."""

from __future__ import annotations

from collections.abc import Callable

from report_pages.figures import Report
from report_pages.grids import Grid, GridCell, covered
from report_pages.labels import NOTE, SECTIONS
from report_pages.page import introduction, site_links, title_lines
from report_pages.pipe_tables import barred_rows, markdown_table
from report_pages.text_cells import close_cells, spaced_cells, wrapped

from .sheets import Sheet, Sheets

Render = Callable[[Sheet], list[str]]


def contents(report: Report, sheets: Sheets, render: Render) -> list[str]:
    """The report's own part as paragraphs and rendered tables."""
    prose = {0: report.overview, 4: report.problems, 5: report.other}
    lines = [introduction(report)]
    for number, heading in enumerate(SECTIONS):
        lines += [heading, *prose.get(number, [])]
        for sheet in sheets.get(number + 1, []):
            lines += render(sheet)
    return lines


def joined(lines: list[str], between: str = "\n") -> str:
    """The text of a page."""
    return between.join(lines) + "\n"


def spaced_page(report: Report, sheets: Sheets) -> str:
    """One cell a line, a blank line after each, the site's own lines around."""
    render = lambda sheet: [*sheet.above, *spaced_cells(sheet.grid), *sheet.below]  # noqa: E731
    around = [f"欢迎访问{report.site}", " | ".join(site_links()), "您的位置: 首页 » 年度报告"]
    tools = [f"发布时间: {report.published_on}", "字体: 大 中 小  访问量: 562  打印本页"]
    lines = [*around, *title_lines(report), *tools, *contents(report, sheets, render), "上一篇: 没有了"]
    return joined(lines, "\n\n")


def close_page(report: Report, sheets: Sheets, numbers: bool) -> str:
    """One cell a line without blank lines, labels broken, one label downward.

    With `numbers` each printed page ends in its number and table 3 in the note.
    """
    page = 1

    def foot() -> list[str]:
        nonlocal page
        page += 1
        return [f"- {page} -"] if numbers else []

    def render(sheet: Sheet) -> list[str]:
        grid = [[cell for cell in row if cell.text != NOTE or not numbers] for row in sheet.grid]
        has_note = any(cell.text == NOTE for row in sheet.grid for cell in row)
        note = [NOTE] if has_note and numbers else []
        return [*sheet.above, *close_cells(grid), *sheet.below, *note, *foot()]

    lines = [line for line in contents(report, sheets, render)]
    broken = [piece for line in lines for piece in (wrapped(line) if len(line) > 60 else [line])]
    return joined([*title_lines(report), *broken])


def barred_page(report: Report, sheets: Sheets, full: bool) -> str:
    """A row a line with bars; with `full` an empty cell wherever a span reaches."""
    rows = lambda grid: (  # noqa: E731
        [" | ".join(cell.text if cell else "" for cell in row) for row in covered(grid, True)]
        if full
        else barred_rows(grid)
    )
    render = lambda sheet: [*sheet.above, *rows(sheet.grid), *sheet.below, ""]  # noqa: E731
    lines = [f"{report.site} > {' > '.join(site_links()[:2])}", "", *title_lines(report), ""]
    return joined([*lines, *contents(report, sheets, render), "附件下载 | 打印 | 关闭"])


def alternate_page(report: Report, sheets: Sheets) -> str:
    """A cell and the bar behind it on lines of their own, a blank line after each row."""

    def render(sheet: Sheet) -> list[str]:
        lines = list(sheet.above)
        for row in sheet.grid:
            for cell in row:
                lines += ["|", cell.text or " "]
            lines += ["|", ""]
        return [*lines, *sheet.below]

    return joined([*title_lines(report), "", *contents(report, sheets, render)])


def markdown_page(report: Report, sheets: Sheets) -> str:
    """Markdown with headings and tables."""

    def render(sheet: Sheet) -> list[str]:
        narrow: Grid = sheet.grid
        if len(sheet.grid) < 5:
            narrow = [[GridCell(c.text, is_figure=c.is_figure) for c in row] for row in narrow]
        return [*sheet.above, "", *markdown_table(narrow), *sheet.below]

    lines = [f"# {''.join(title_lines(report))}", ""]
    for line in contents(report, sheets, render):
        lines += [f"## {line}", ""] if line in SECTIONS else [line]
    return joined(lines)
