"""Reports with a table row a line: bars between the cells, or Markdown tables."""

from __future__ import annotations

from .figures import Report
from .grids import Grid, GridCell, covered, table_2_blocks
from .labels import SECTIONS
from .page import introduction, sections, site_links, title_lines


def barred_rows(grid: Grid) -> list[str]:
    """A line for each row with nothing where a span reaches: rows differ in length."""
    return [" | ".join(cell.text for cell in row) for row in grid]


def pipes_page(report: Report) -> bytes:
    """Plain text with bars between cells."""
    lines = [f"{report.site} > {' > '.join(site_links()[:2])}", ""]
    lines += [*title_lines(report), "", f"发布日期：{report.published_on}", "", introduction(report)]
    for section in sections(report):
        lines += ["", section.heading, *section.paragraphs]
        lines += barred_rows(section.table) if section.table else []
    return ("\n".join([*lines, "", "附件下载 | 打印 | 关闭"]) + "\n").encode("utf-8")


def markdown_table(grid: Grid) -> list[str]:
    """A Markdown table; a covered place is an empty cell, and the first row is the head."""
    rows = covered(grid, across_too=True)
    lines = [
        "| " + " | ".join(cell.text if cell else "" for cell in row) + " |" for row in rows
    ]
    return [lines[0], "|" + "---|" * len(rows[0]), *lines[1:], ""]


def block_tables(report: Report) -> list[str]:
    """Table 2 as one small Markdown table for each block, its heading a line above."""
    lines = []
    for block in table_2_blocks(report):
        narrow = [[GridCell(cell.text) for cell in row] for row in block[1:]]
        lines += [block[0][0].text, "", *markdown_table(narrow)]
    return lines


def markdown_page(report: Report) -> bytes:
    """Markdown: headings by number signs, table 2 in small tables."""
    lines = [f"# {''.join(title_lines(report))}", "", introduction(report), ""]
    for section in sections(report):
        lines += [f"## {section.heading}", ""]
        for paragraph in section.paragraphs:
            lines += [paragraph, ""]
        if section.heading == SECTIONS[1]:
            lines += block_tables(report)
        elif section.table:
            lines += markdown_table(section.table)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")
