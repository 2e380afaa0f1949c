"""Writes a folder of pages, and what is true of them."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from decimal import Decimal
from multiprocessing import Pool
from pathlib import Path
from random import Random

from report_pages.csv_files import plain
from report_pages.figures import Cell, Report

from . import prose
from .bodies import Body, body
from .invention import Numbers, invented
from .layouts import LAYOUTS, Page
from .printing import Habits, PrintedNumbers, habits, printed

FORMS = ["gid-2019", "gid-2021"]
TRUTH_COLUMNS = ["body", "year", "form", "indicator", "applicant", "value", "printed"]


@dataclass(frozen=True)
class Order:
    """What is to be made: bodies for each layout and form, and their years."""

    folder: Path
    bodies: int
    years: range
    layouts: list[str]
    seed: str


@dataclass(frozen=True)
class Task:
    """One body's reports in one layout and form."""

    order: Order
    layout: str
    form: str
    body: Body


def tasks(order: Order) -> list[Task]:
    """All bodies in all layouts and forms. No body has two layouts."""
    names = list(LAYOUTS)
    return [
        Task(order, layout, form, body((names.index(layout) * len(FORMS) + place) * order.bodies + at))
        for layout in order.layouts
        for place, form in enumerate(FORMS)
        for at in range(order.bodies)
    ]


def make(order: Order, workers: int | None = None) -> int:
    """Writes ``pages/LAYOUT/FORM/*`` and ``truth/LAYOUT.csv``; returns how many pages."""
    truth = order.folder / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    for layout in order.layouts:
        for form in FORMS:
            (order.folder / "pages" / layout / form).mkdir(parents=True, exist_ok=True)
        (truth / f"{layout}.csv").write_text(",".join(TRUTH_COLUMNS) + "\n", encoding="utf-8")
    waiting = tasks(order)
    with Pool(workers or os.cpu_count() or 1) as pool:
        # In the order of the tasks, so that the files are the same with any number of workers.
        for task, rows in zip(waiting, pool.imap(write_body, waiting, chunksize=4), strict=True):
            with (truth / f"{task.layout}.csv").open("a", encoding="utf-8") as file:
                file.write(rows)
    return len(waiting) * len(order.years)


def write_body(task: Task) -> str:
    """Writes the pages of one body; returns the rows of their truth."""
    layout = LAYOUTS[task.layout]
    random = Random(f"{task.order.seed}/{task.layout}/{task.form}/{task.body.number}")
    forms = {2: task.form, 3: layout.third_form.get(task.form, task.form), 4: task.form}
    custom = habits(random, blanks=layout.blanks, narrow=layout.narrow)
    custom = custom if layout.marks else Habits()
    title = random.randrange(len(_TITLES))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for year, numbers in invented(task.body, forms, task.order.years, random).items():
        figures = printed(numbers, task.form, custom, random)
        if random.random() < 0.06:
            spoil(figures, random)
        report = report_of(task.body, year, forms, numbers, figures, _TITLES[title], random)
        page = layout.make(report, random)
        name = f"{task.body.number:05}-{year}{page.suffix}"
        (task.order.folder / "pages" / task.layout / task.form / name).write_bytes(page.content)
        writer.writerows(truth_rows(report, page))
    return out.getvalue()


# How bodies title their reports; a line feed breaks the printed title.
_TITLES = [
    "{body}{year}年政府信息公开工作年度报告",
    "{year}年{body}政府信息公开工作年度报告",
    "{body}\n{year}年政府信息公开工作年度报告",
    "{body}{year}年度政府信息公开工作年度报告",
    "{body}{year}年政府信息公开年度报告",
]


def spoil(figures: PrintedNumbers, random: Random) -> None:
    """One total of table 3 lost or gained a digit, as happens: no identity holds on every page."""
    row = random.choice(list(figures.table3))
    values = figures.table3[row]
    is_plain = values[-1].isascii() and values[-1].isdigit() and values[-1] != "0"
    values[-1] = values[-1] + "0" if is_plain else "1"


def report_of(
    body: Body,
    year: int,
    forms: dict[int, str],
    numbers: Numbers,
    figures: PrintedNumbers,
    title: str,
    random: Random,
) -> Report:
    """The report as the layouts print it."""
    facts = facts_of(numbers)
    return Report(
        body=body.name,
        site=body.name + "门户网站",
        published_on=f"{year + 1}-01-{random.randint(10, 31)}",
        year=year,
        file="",
        layout="",
        title=title.format(body=body.name, year=year),
        overview=prose.overview(body.name, year, facts, random, random.randint(1, 9)),
        problems=prose.problems(random),
        other=prose.other(random),
        forms=forms,
        table2=figures.table2,
        table3=figures.table3,
        table4=figures.table4,
    )


def facts_of(numbers: Numbers) -> dict[str, Decimal]:
    """Figures that the prose may speak of."""
    totals = {row: values[-1] for row, values in numbers.table3.items()}
    return {
        "new": totals["requests.new"],
        "carried_in": totals["requests.carried_in"],
        "carried_out": totals["requests.carried_out"],
        "granted": totals["outcome.granted"],
        "partial": totals["outcome.partial"],
        "review": numbers.table4[4],
        "suits": numbers.table4[9] + numbers.table4[14],
    }


def truth_rows(report: Report, page: Page) -> list[list[object]]:
    """What the page says, cell by cell; nothing for cells that it lacks."""

    def row(cell: Cell) -> list[object]:
        lacks = page.lacks(cell)
        said = ["", ""] if lacks else [plain(cell.value), cell.printed]
        return [report.body, report.year, cell.form, cell.indicator, cell.applicant, *said]

    return [row(cell) for cell in report.cells()]
