"""Layouts with places on paper: PDF, and text that keeps the places of a printed page."""

from __future__ import annotations

from random import Random

from report_pages.figures import Report

from .pdf_file import pdf
from .sheets import Sheets
from .typesetting import Paper, Sheet, set_report


def paper(random: Random, *, ruled: bool) -> Paper:
    """How a body prints."""
    size = random.choice([8, 9, 9, 10])
    return Paper(
        size=size,
        padding=random.choice([2, 4, 6]),
        figure=random.choice([30, 34, 38]) * 9 / max(size, 9),
        label=random.choice([110, 128]) * 9 / max(size, 9),
        is_centred=random.random() < 0.8,
        upright=random.random() < 0.7,
        is_ruled=ruled,
        heads_again=random.random() < 0.3,
        numbers=random.random() < 0.8,
    )


def printed_page(report: Report, sheets: Sheets, paper: Paper) -> bytes:
    """A PDF file."""
    pages = set_report(report, sheets, paper)
    return pdf(pages, paper.size, paper.width, paper.height)


def aligned_page(report: Report, sheets: Sheets) -> str:
    """Text with a printed line a line: what stands side by side is kept apart by blanks."""
    wide = Paper(width=1500, label=700, group=90, figure=60, upright=False, numbers=True)
    pages = set_report(report, sheets, wide)
    return "\f".join(aligned(page, wide.size) for page in pages)


def aligned(page: Sheet, size: float) -> str:
    """A page in lines of characters half a square wide."""
    lines: dict[int, list[tuple[float, str]]] = {}
    for left, top, text in page.texts:
        lines.setdefault(round(top / (size * 0.65)), []).append((left, text))
    found = []
    for _, texts in sorted(lines.items()):
        line, used = "", 0
        for left, text in sorted(texts):
            column = max(round(left / (size * 0.5)), used + 1 if used else 0)
            line += " " * (column - used) + text
            used = column + sum(1 if ord(c) < 0x100 else 2 for c in text)
        found.append(line)
    return "\n".join(found) + "\n"
