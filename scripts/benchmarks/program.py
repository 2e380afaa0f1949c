"""The release build, and how runs of programs are measured."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/nianbao"
CORES = 2
"""Of the machine that the limits are meant for."""


def build() -> None:
    """Builds where there is no release build."""
    if not PROGRAM.exists():
        command = "swift build -c release --static-swift-stdlib --product nianbao"
        subprocess.run(command.split(), cwd=ROOT, check=True)


@dataclass(frozen=True)
class Run:
    """What a run took and said."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds on all cores together."""
    peak: float
    """The most memory at a time, in MB."""
    output: str


def run(command: list[str | Path], given: str = "", cores: int = CORES) -> Run:
    """Runs a command on some of the machine's cores; stops everything where it fails."""
    chosen = sorted(os.sched_getaffinity(0))[:cores]
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as output, \
            tempfile.TemporaryFile() as errors:
        source.write(given.encode())
        source.seek(0)
        began = time.perf_counter()
        child = subprocess.Popen(
            [str(word) for word in command], stdin=source, stdout=output, stderr=errors,
            preexec_fn=lambda: os.sched_setaffinity(0, chosen))
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            errors.seek(0)
            sys.exit(f"{command[0]} ended with {child.returncode}: "
                     f"{errors.read()[-2000:].decode(errors='replace')}")
        output.seek(0)
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
                   output.read().decode())
