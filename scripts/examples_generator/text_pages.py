"""Reports as text with one cell a line: spaced as copied from a site, or close as from a PDF."""

from __future__ import annotations

from report_pages.figures import Report
from report_pages.grids import table_3_heads, table_3_rows
from report_pages.labels import NOTE, SECTIONS
from report_pages.text_cells import close_cells, spaced_cells, wrapped
from report_pages.page import Section, introduction, sections, site_links, title_lines

def spaced_page(report: Report) -> bytes:
    """A blank line after every cell; the site's own lines above and below."""
    blocks = [
        f"欢迎访问{report.site}",
        "今天天气: 多云 9-16℃",
        " | ".join(site_links()),
        "您的位置: 首页 » 信息公开 » 年度报告",
        *title_lines(report),
        f"发布时间: {report.published_on}",
        "字体: 大 中 小  访问量: 562  打印本页",
        introduction(report),
    ]
    for section in sections(report):
        blocks.append(section.heading)
        blocks.extend(section.paragraphs)
        blocks.extend(spaced_cells(section.table) if section.table else [])
    blocks.append("上一篇: 没有了")
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def vertical_table_3(report: Report) -> list[str]:
    """Table 3 over two printed pages: note and number at each foot, heads once more on top."""
    heads = close_cells([[cell for cell in row if cell.text != NOTE] for row in table_3_heads()])
    rows = table_3_rows(report, short_labels=True)
    turn = next(at for at, row in enumerate(rows) if row[0].text == "（四）无法提供")
    first, second = close_cells(rows[:turn]), close_cells(rows[turn:])
    return [*heads, *first, NOTE, "- 3 -", *heads, *second, NOTE]


def section_lines(report: Report, section: Section) -> list[str]:
    """A section with one cell, or one printed line of a paragraph, a line."""
    lines = [section.heading]
    for paragraph in section.paragraphs:
        lines.extend(wrapped(paragraph))
    if section.heading == SECTIONS[2]:
        lines.extend(vertical_table_3(report))
    elif section.table:
        lines.extend(close_cells(section.table))
    return lines


def vertical_page(report: Report) -> bytes:
    """No blank lines at all; 三、本年度办理结果 runs downward, one character a line."""
    lines = [*title_lines(report), *wrapped(introduction(report)), "- 1 -"]
    for section in sections(report):
        lines.extend(section_lines(report, section))
        lines.extend(["- 2 -"] if section.heading == SECTIONS[1] else [])
    return ("\n".join([*lines, "- 4 -"]) + "\n").encode("utf-8")
