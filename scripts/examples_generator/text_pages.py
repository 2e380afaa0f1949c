"""Reports as text with one cell a line: spaced as copied from a site, or close as from a PDF."""

from __future__ import annotations

import re

from .figures import Report
from .grids import Grid, GridCell, table_3_heads, table_3_rows
from .labels import NOTE, RESULTS_OF_THE_YEAR, SECTIONS
from .page import Section, introduction, sections, site_links, title_lines

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
