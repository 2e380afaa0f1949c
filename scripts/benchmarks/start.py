"""Start and end of the program, beside ``/bin/true``."""

from __future__ import annotations

import statistics

from . import prompt
from .program import PROGRAM, run

LIMIT = 30.0
"""Milliseconds on an idle core."""


def measure(runs: int) -> bool:
    """``nianbao -c help`` starts and ends within the limit."""
    ours = median_of([str(PROGRAM), "-c", "help"], runs)
    bare = median_of(["/bin/true"], runs)
    print(f"start: {ours:.1f} ms median of {runs}; /bin/true {bare:.1f} ms; limit {LIMIT:.0f} ms")
    print(f"ratio to the limit: {ours / LIMIT:.2f}")
    shown = prompt.until_prompt(runs)
    print(f"to the prompt, with a history of {prompt.HISTORY:,} lines: {shown:.1f} ms median; "
          f"limit {LIMIT:.0f} ms, ratio {shown / LIMIT:.2f}")
    return ours < LIMIT and shown < LIMIT


def median_of(command: list[str], runs: int) -> float:
    """Milliseconds by the clock, after one run that does not count."""
    return statistics.median([run(command).wall * 1000 for _ in range(runs + 1)][1:])
