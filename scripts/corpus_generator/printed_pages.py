"""Layouts with places on paper: PDF, and the text of such files with its places kept."""

from __future__ import annotations

import subprocess
from random import Random

from report_pages.figures import Report

from .pdf_file import pdf
from .sheets import Sheets
from .typesetting import Paper, set_report


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


def aligned_page(report: Report, sheets: Sheets, paper: Paper) -> bytes:
    """The text of such a file as ``pdftotext -layout`` gives it."""
    command = ["pdftotext", "-q", "-layout", "-enc", "UTF-8", "-", "-"]
    page = printed_page(report, sheets, paper)
    return subprocess.run(command, input=page, capture_output=True, check=True).stdout
