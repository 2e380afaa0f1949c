"""A report's figures as printed, and what each of them means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from .labels import APPLICANTS, GROUPS_OF_TABLE_4, RESULTS_OF_TABLE_4, measures_of_row

Printed = str


@dataclass(frozen=True)
class Cell:
    """One figure as it stands on a page."""

    indicator: str
    applicant: str
    printed: Printed
    form: str

    @property
    def value(self) -> Decimal | None:
        """The number that the print says; ``None`` for blank and dash."""
        return meaning(self.printed)

    @property
    def status(self) -> str:
        """``reported``, ``blank`` or ``dash``."""
        if self.printed == "":
            return "blank"
        return "reported" if self.value is not None else "dash"


@dataclass(frozen=True)
class Report:
    """One body's report of one year: where it is published and every figure in it."""

    body: str
    site: str
    published_on: str
    year: int
    file: str
    layout: str
    title: str
    overview: list[str]
    problems: list[str]
    other: list[str]
    forms: dict[int, str]
    table2: dict[str, list[Printed]]
    table3: dict[str, list[Printed]]
    table4: list[Printed]

    def cells(self) -> list[Cell]:
        """Every cell of the three tables, in the order of the page."""
        found = []
        for row, printed in self.table2.items():
            for measure, text in zip(measures_of_row(self.forms[2], row), printed, strict=True):
                found.append(Cell(f"{row}.{measure}", "", text, self.forms[2]))
        for row, printed in self.table3.items():
            for applicant, text in zip(APPLICANTS, printed, strict=True):
                found.append(Cell(row, applicant, text, self.forms[3]))
        places = [(group, result) for group in GROUPS_OF_TABLE_4 for result in RESULTS_OF_TABLE_4]
        for (group, result), text in zip(places, self.table4, strict=True):
            found.append(Cell(f"{group}.{result}", "", text, self.forms[4]))
        return found

    def figure(self, name: str, applicant: str) -> str:
        """The figure a sentence asks for: a cell, or ``suit.total``, the two groups together."""
        if name == "suit.total":
            parts = ["suit_direct.total", "suit_reviewed.total"]
            return str(sum(int(self.figure(part, applicant)) for part in parts))
        wanted = [c for c in self.cells() if c.indicator == name and c.applicant in {"", applicant}]
        return wanted[0].printed

    def sentences(self, paragraphs: list[str]) -> list[str]:
        """Paragraphs with ``{year}``, ``{code}`` and ``{code:applicant}`` filled in."""

        def fill(match: re.Match[str]) -> str:
            name, _, applicant = match.group(1).partition(":")
            return str(self.year) if name == "year" else self.figure(name, applicant or "total")

        return [re.sub(r"\{([^}]+)\}", fill, paragraph) for paragraph in paragraphs]


_THINGS = "件条项个起宗次"
_FIGURE = re.compile(
    rf"([+-]?)(\d+|\d{{1,3}}(?:,\d{{3}})+)(\.\d+)?\s*(?:[{_THINGS}]|万?元)?"
    r"(?:\((增|减|增加|减少|其中.*|含.*)\))?"
)


def meaning(printed: Printed) -> Decimal | None:
    """The number in a printed figure: ``117(增)`` is 117, ``2（减）`` is -2, ``251000元`` 251000."""
    match = _FIGURE.fullmatch(unicodedata.normalize("NFKC", printed).strip())
    if not match:
        return None
    sign, digits, decimals, note = match.groups()
    number = Decimal(digits.replace(",", "") + (decimals or ""))
    return -number if sign == "-" or (note or "").startswith("减") else number
