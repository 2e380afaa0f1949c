"""How the numbers of a report are printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from report_pages.labels import measures_of_row

from .invention import Numbers

_FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")


@dataclass(frozen=True)
class Habits:
    """How a body prints its figures."""

    zero: str = "0"
    """What stands for nothing in tables 3 and 4."""
    zeros: float = 0
    """In which share of the cells that count nothing it does."""
    grouped: bool = False
    full_width: bool = False
    change: str = "{}"
    """A change that is more than nothing, and less."""
    unit: bool = False
    """Whether things and money have their unit behind them."""
    remarks: bool = False


def habits(random: Random, *, blanks: bool, narrow: bool) -> Habits:
    """The habits of one body.

    `blanks`: whether a layout shows where a blank cell is. `narrow`: whether figures must be short.
    """
    plain = random.random() < 0.5
    if plain:
        return Habits()
    marks = ["—", "-", "/", "－", *([] if narrow else ["无", "——"]), *(["", "", ""] if blanks else [])]
    return Habits(
        zero=random.choice(marks),
        zeros=random.choice([0, 0.2, 0.9, 1]),
        grouped=random.random() < 0.2,
        full_width=not narrow and random.random() < 0.15,
        change=random.choice(["{}", "{}", "mark", "half"]),
        unit=random.random() < 0.15,
        remarks=random.random() < 0.3,
    )


@dataclass(frozen=True)
class PrintedNumbers:
    """The figures of a report as the page prints them."""

    table2: dict[str, list[str]]
    table3: dict[str, list[str]]
    table4: list[str]


def printed(numbers: Numbers, form: str, habits: Habits, random: Random) -> PrintedNumbers:
    """Every figure as printed."""
    cell = lambda number: figure(number, habits, random)  # noqa: E731
    return PrintedNumbers(
        {
            row: [
                measured(measure, number, habits, random)
                for measure, number in zip(measures_of_row(form, row), values, strict=True)
            ]
            for row, values in numbers.table2.items()
        },
        {row: [cell(number) for number in values] for row, values in numbers.table3.items()},
        [cell(number) for number in numbers.table4],
    )


def digits(number: Decimal, habits: Habits) -> str:
    """A number in the body's digits."""
    text = format(number, ",f" if habits.grouped else "f")
    return text.translate(_FULL_WIDTH) if habits.full_width else text


def figure(number: Decimal, habits: Habits, random: Random) -> str:
    """A figure of tables 3 and 4."""
    if number == 0 and habits.zeros and random.random() < habits.zeros:
        return habits.zero
    return digits(number, habits)


def measured(measure: str, number: Decimal, habits: Habits, random: Random) -> str:
    """A figure of table 2."""
    if measure == "items_change" and number and habits.change != "{}":
        left, right = ("(", ")") if habits.change == "half" else ("（", "）")
        return digits(abs(number), habits) + left + ("增" if number > 0 else "减") + right
    text = digits(number, habits)
    if measure == "amount" and habits.unit:
        return text + "元" if number > 20000 else text + "万元"
    if measure in {"issued", "in_force"} and number > 3 and habits.remarks:
        part = random.randint(1, int(number))
        return text + (f"（其中修订{part}件）" if measure == "issued" else f"（含自然失效{part}件）")
    return text + "件" if measure in {"issued", "decisions"} and habits.unit else text
