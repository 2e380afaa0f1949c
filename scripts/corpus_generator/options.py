"""The options that say what a corpus holds."""

from __future__ import annotations

import argparse
from pathlib import Path

from .layouts import LAYOUTS
from .making import Order


def years(text: str) -> range:
    """``2019..2024`` or one year."""
    first, _, last = text.partition("..")
    return range(int(first), int(last or first) + 1)


def layouts(text: str) -> list[str]:
    """Names parted by commas."""
    names = text.split(",")
    unknown = [name for name in names if name not in LAYOUTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no layout {unknown[0]}; there are: {', '.join(LAYOUTS)}")
    return names


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds them to a command."""
    parser.add_argument("--bodies", type=int, default=2, help="for each layout and form")
    parser.add_argument("--years", type=years, default=years("2019..2024"))
    parser.add_argument("--layouts", type=layouts, default=list(LAYOUTS), help=", ".join(LAYOUTS))
    parser.add_argument("--seed", default="1")


def order_of(given: argparse.Namespace, folder: Path) -> Order:
    """What they ask for."""
    return Order(folder, given.bodies, given.years, given.layouts, given.seed)
