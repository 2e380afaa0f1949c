"""All layouts, by name."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from report_pages.figures import Cell, Report
from report_pages.html_tables import spanned_table
from report_pages.labels import APPLICANTS

from . import figure_tables, printed_pages, sheets, text_pages, web_pages, word_pages
from .sheets import Sheets
from .wording import CHANGES, relabelled, with_slips


@dataclass(frozen=True)
class Page:
    """A file: how its name ends, its bytes, and which of the form's cells it does not have."""

    suffix: str
    content: bytes
    lacks: Callable[[Cell], bool] = lambda cell: False


Make = Callable[[Report, Random], Page]


@dataclass(frozen=True)
class Layout:
    """A way to print a report."""

    make: Make
    blanks: bool = True
    """Whether it shows where a blank cell is."""
    marks: bool = True
    """Whether it can tell a mark for nothing from a zero."""
    narrow: bool = False
    """Whether the figures of tables 3 and 4 must be short."""
    third_form: dict[str, str] = field(default_factory=dict)
    """The form of table 3 where it is not that of the others."""


def html(text: str, encoding: str = "utf-8") -> Page:
    """A web page."""
    return Page(".html", text.encode(encoding))


def note(random: Random) -> str:
    """Where the note of table 3 stands."""
    return random.choice(["corner", "corner", "above", "below", "none"])


def spans(report: Report, random: Random) -> Page:
    """Real spans, in the encodings of UTF-8 pages."""
    tables = sheets.plain(report, note=note(random))
    render = random.choice(web_pages.RENDERERS)
    declared = random.random() < 0.6
    page = web_pages.site_page(report, web_pages.contents(report, tables, render), random, declared=declared)
    return html(page, random.choice(["utf-8", "utf-8", "utf-8-sig"]))


def grid_page(report: Report, random: Random, tables: Sheets, render: web_pages.Render) -> Page:
    """A usual site page with these tables."""
    return html(web_pages.site_page(report, web_pages.contents(report, tables, render), random))


def widened(report: Report, random: Random) -> Page:
    """Columns made of two, so that heads and figures have other spans than the template."""
    tables = sheets.plain(report, note=note(random))
    third = tables[3][0].grid
    width = sum(cell.across for cell in third[0])
    chosen = set(random.sample(range(width), 3))
    second = sheets.widened(tables[2][0].grid, {random.randrange(4)})
    return grid_page(
        report,
        random,
        {**tables, 2: [sheets.Sheet(second)], 3: [sheets.Sheet(sheets.widened(third, chosen), tables[3][0].above)]},
        spanned_table,
    )


def slivers(report: Report, random: Random) -> Page:
    """The edges of the figures stand beside those of their heads, by a sliver."""
    tables = sheets.plain(report)
    third = sheets.with_slivers(tables[3][0].grid, heads=3, labels=3, random=random)
    return grid_page(report, random, {**tables, 3: [sheets.Sheet(third)]}, spanned_table)


def empty_cells(report: Report, random: Random) -> Page:
    """An empty cell for a span down; with luck for a span across as well."""
    render = random.choice([web_pages.EMPTY_CELLS, web_pages.no_spans])
    return grid_page(report, random, sheets.plain(report, note=note(random)), render)


def word_export(report: Report, random: Random) -> Page:
    """Word's own HTML."""
    tables = sheets.plain(report, note=note(random), short=random.random() < 0.3)
    return Page(".htm", word_pages.exported_page(report, tables, random).encode())


def soup(report: Report, random: Random) -> Page:
    """Tables within boxes within tables."""
    tables = sheets.plain(report, note=note(random))
    lines = web_pages.contents(report, tables, web_pages.soup, "<p>{}<div>")
    return html(web_pages.soup_page(report, lines, random))


def in_parts(report: Report, random: Random) -> Page:
    """Four or five tables for table 2, three for table 4."""
    outside = random.random() < 0.5
    return grid_page(report, random, sheets.in_parts(report, headings_outside=outside), spanned_table)


def cut(report: Report, random: Random) -> Page:
    """Table 3 cut in two by a page."""
    lines = random.choice([[], ["续表"], ["- 3 -"]])
    tables = sheets.cut_by_pages(report, note=note(random), furniture=lambda page: lines)
    return grid_page(report, random, tables, spanned_table)


def single_other(report: Report, random: Random) -> Page:
    """其他处理 as one row under the heads of 2021."""
    return spans(report, random)


def provincial(report: Report, random: Random) -> Page:
    """Remarks behind heads, and rows more than the form has."""
    return grid_page(report, random, sheets.provincial(report), spanned_table)


def missing_column(report: Report, random: Random) -> Page:
    """One kind of organisation is left out."""
    column = random.randint(1, 5)
    page = grid_page(report, random, sheets.without_column(report, column), spanned_table)
    return Page(page.suffix, page.content, lambda cell: cell.applicant == APPLICANTS[column])


def noisy(report: Report, random: Random) -> Page:
    """Labels in other characters and with slips."""
    change = CHANGES[random.choice(list(CHANGES))]
    tables = sheets.plain(report, note=note(random), short=random.random() < 0.3)
    slips = random.random() < 0.7
    changed = {
        number: [
            sheets.Sheet(
                relabelled(with_slips(s.grid, random) if slips and number == 3 else s.grid, change),
                s.above,
                s.below,
            )
            for s in parts
        ]
        for number, parts in tables.items()
    }
    return grid_page(report, random, changed, spanned_table)


def old(report: Report, random: Random) -> Page:
    """GB18030 under the name of gb2312."""
    tables = sheets.plain(report, note=note(random))
    lines = web_pages.contents(report, tables, web_pages.EMPTY_CELLS, "<P>{}</P>")
    return html(web_pages.old_page(report, lines, random), "gb18030")


def packed(report: Report, random: Random) -> Page:
    """A page in .gz or .zip."""
    page = spans(report, random)
    if random.random() < 0.5:
        return Page(".html.gz", gzip.compress(page.content, 1, mtime=0))
    return Page(".zip", word_pages.zipped({"report.html": page.content}))


def text(make: Callable[[Report, Random], str], suffix: str = ".txt") -> Make:
    """A layout of text."""
    return lambda report, random: Page(suffix, make(report, random).encode())


def close(report: Report, random: Random) -> str:
    """One cell a line."""
    tables = sheets.plain(report, note=note(random), short=True)
    numbers = random.random() < 0.5
    if random.random() < 0.5:
        feet = lambda page: [f"- {page + 2} -"] if numbers else []  # noqa: E731
        tables = sheets.cut_by_pages(report, note="corner", furniture=feet)
    return text_pages.close_page(report, tables, numbers)


def document(report: Report, random: Random) -> Page:
    """A Word file."""
    tables = sheets.plain(report, note=note(random), short=random.random() < 0.2)
    return Page(".docx", word_pages.document(report, tables, random))


def printed(ruled: bool) -> Make:
    """A PDF file."""

    def make(report: Report, random: Random) -> Page:
        tables = sheets.plain(report, note=random.choice(["corner", "above", "none"]))
        paper = printed_pages.paper(random, ruled=ruled)
        return Page(".pdf", printed_pages.printed_page(report, tables, paper))

    return make


def aligned(report: Report, random: Random) -> Page:
    """Text of a PDF file, as its tables stand on the page."""
    tables = sheets.plain(report, note=random.choice(["corner", "above", "none"]))
    paper = printed_pages.paper(random, ruled=True)
    return Page(".txt", printed_pages.aligned_page(report, tables, paper))


LAYOUTS: dict[str, Layout] = {
    "html-spans": Layout(spans),
    "html-widened": Layout(widened),
    "html-slivers": Layout(slivers),
    "html-empty-cells": Layout(empty_cells),
    "html-word": Layout(word_export),
    "html-soup": Layout(soup),
    "html-parts": Layout(in_parts),
    "html-cut": Layout(cut),
    "html-single-other": Layout(single_other, third_form={"gid-2021": "gid-2019"}),
    "html-provincial": Layout(provincial),
    "html-missing-column": Layout(missing_column),
    "html-noisy-labels": Layout(noisy),
    "html-gb2312": Layout(old),
    "packed": Layout(packed),
    "text-spaced": Layout(
        text(lambda r, x: text_pages.spaced_page(r, sheets.plain(r, note=note(x)))), blanks=False
    ),
    "text-close": Layout(text(close), blanks=False),
    "pipes": Layout(text(lambda r, x: text_pages.barred_page(r, sheets.plain(r, note=note(x)), full=False))),
    "pipes-full": Layout(text(lambda r, x: text_pages.barred_page(r, sheets.plain(r, note=note(x)), full=True))),
    "pipes-alternate": Layout(
        text(lambda r, x: text_pages.alternate_page(r, sheets.plain(r, note=note(x)))), blanks=False
    ),
    "markdown": Layout(text(lambda r, x: text_pages.markdown_page(r, sheets.plain(r, note=note(x))), ".md")),
    "markdown-parts": Layout(
        text(lambda r, x: text_pages.markdown_page(r, sheets.in_parts(r, headings_outside=True)), ".md")
    ),
    "text-aligned": Layout(aligned, blanks=False, narrow=True),
    "word": Layout(document),
    "pdf-ruled": Layout(printed(ruled=True), narrow=True),
    "pdf-unruled": Layout(printed(ruled=False), narrow=True, blanks=False),
    "csv-tidy": Layout(lambda r, x: Page(".csv", figure_tables.tidy_csv(r))),
    "csv-wide": Layout(lambda r, x: Page(".csv", figure_tables.wide_csv(r)), marks=False),
    "json-lines": Layout(lambda r, x: Page(".jsonl", figure_tables.json_lines(r))),
}

MAY_BE_OPEN = {"text-aligned", "text-close", "pdf-ruled", "pdf-unruled"}
"""Layouts that do not always show which cell a figure stands in: a column of blanks leaves no trace in
print, labels stand between rows, and a bare page number looks like a figure. There a cell may be
left open; in no layout may one be wrong."""

NEED_PDFTOTEXT = {"text-aligned", "pdf-ruled", "pdf-unruled"}
