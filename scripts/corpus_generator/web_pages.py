"""Layouts of web pages."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from random import Random

from report_pages.figures import Report
from report_pages.grids import Grid, covered
from report_pages.html_tables import padded_table, spanned_table, spans, table_with_empty_cells
from report_pages.page import introduction, title_lines
from report_pages.labels import SECTIONS

from . import furniture
from .sheets import Sheets

Render = Callable[[Grid], list[str]]


def contents(report: Report, sheets: Sheets, render: Render, paragraph: str = "<p>{}</p>") -> list[str]:
    """The report's own part of a page: paragraphs and tables."""
    prose = {0: report.overview, 4: report.problems, 5: report.other}
    lines = [paragraph.format(introduction(report))]
    for number, heading in enumerate(SECTIONS):
        lines.append(paragraph.format(f"<strong>{heading}</strong>"))
        lines += [paragraph.format(text) for text in prose.get(number, [])]
        for sheet in sheets.get(number + 1, []):
            lines += [paragraph.format(text) for text in sheet.above]
            lines += render(sheet.grid)
            lines += [paragraph.format(text) for text in sheet.below]
    return lines


def site_page(report: Report, lines: list[str], random: Random, *, declared: bool = True) -> str:
    """A page of a usual content system around the report's part."""
    title = "".join(title_lines(report))
    page = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN"><head>',
        '<meta charset="utf-8">' if declared else "",
        f"<title>{title}_{report.site}</title>",
        "</head><body>",
        f'<div class="top">{report.site}</div>',
        furniture.navigation(random, random.randint(3, 40)),
        '<p class="crumbs">当前位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</p>',
        furniture.metadata(report.body, report.year, random) if random.random() < 0.6 else "",
        f"<h1>{'<br>'.join(title_lines(report))}</h1>",
        furniture.tools(report.year, random),
        '<div class="article" id="zoom">',
        *lines,
        "</div>",
        furniture.foot(report.body, random),
        "</body></html>",
    ]
    return furniture.sized("\n".join(page) + "\n", furniture.target_size(random), random)


def no_spans(grid: Grid) -> list[str]:
    """A table without any span: an empty cell wherever one should reach."""
    lines = ["<table border='1'>"]
    for row in covered(grid, across_too=True):
        cells = [f"<td>{escape(cell.text, quote=False) if cell else ''}</td>" for cell in row]
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return [*lines, "</table>"]


def soup(grid: Grid) -> list[str]:
    """A table within boxes, its cells within boxes, closing tags left out as browsers allow."""
    lines = ['<div class="tablebox"><div align="center"><table width="96%">']
    for row in grid:
        lines.append("<tr>")
        for cell in row:
            text = escape(cell.text, quote=False)
            lines.append(f"<td{spans(cell)} style='word-break:break-all'><div><p>{text}<br></p></div>")
    return [*lines, "</table></div></div>"]


def soup_page(report: Report, lines: list[str], random: Random) -> str:
    """The report inside tables that lay the page out, three deep, and unclosed paragraphs."""
    title = "".join(title_lines(report))
    page = [
        "<html><head>",
        f"<title>{title}</title>",
        "</head><body>",
        f'<table width="1000" align="center"><tr><td colspan="2"><b>{report.site}</b></td></tr>',
        '<tr><td valign="top" width="180"><table>',
        *[f"<tr><td><a href='#'>{text}</a></td></tr>" for text in ("首页", "公开指南", "公开目录", "2018年年报")],
        "</table></td>",
        '<td valign="top"><table width="100%"><tr><td>',
        f"<h3>{'<br>'.join(title_lines(report))}</h3>",
        furniture.tools(report.year, random),
        "<table width='100%'><tr><td><div>",
        *lines,
        "</div></td></tr></table>",
        "</td></tr></table>",
        f'</td></tr><tr><td colspan="2">{report.body} 版权所有</td></tr></table>',
        "</body></html>",
    ]
    return furniture.sized("\n".join(page) + "\n", furniture.target_size(random), random)


def old_page(report: Report, lines: list[str], random: Random) -> str:
    """A page of the time before HTML 5, upper case, in GB18030 under the name of gb2312."""
    title = "".join(title_lines(report))
    page = [
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
        "<HTML><HEAD>",
        '<META http-equiv="Content-Type" content="text/html; charset=gb2312">',
        f"<TITLE>{title}</TITLE>",
        "</head><BODY>",
        furniture.navigation(random, 8),
        f"<P align=center><FONT size=5>{'<BR>'.join(title_lines(report))}</FONT></P>",
        *lines,
        "<P>　　联系人：王喆、苏㛃。</P>",
        "</BODY></HTML>",
    ]
    return furniture.sized("\r\n".join(page) + "\r\n", furniture.target_size(random), random)


RENDERERS: list[Render] = [spanned_table, padded_table]
EMPTY_CELLS: Render = table_with_empty_cells
