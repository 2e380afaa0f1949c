"""Reports with a table row a line: bars between the cells, or Markdown tables."""

from __future__ import annotations

from report_pages.figures import Report
from report_pages.grids import GridCell, table_2_blocks
from report_pages.labels import SECTIONS
from report_pages.pipe_tables import barred_rows, markdown_table
from report_pages.page import introduction, sections, site_links, title_lines


def pipes_page(report: Report) -> bytes:
    """Plain text with bars between cells."""
    lines = [f"{report.site} > {' > '.join(site_links()[:2])}", ""]
    lines += [*title_lines(report), "", f"发布日期：{report.published_on}", "", introduction(report)]
    for section in sections(report):
        lines += ["", section.heading, *section.paragraphs]
        lines += barred_rows(section.table) if section.table else []
    return ("\n".join([*lines, "", "附件下载 | 打印 | 关闭"]) + "\n").encode("utf-8")


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
