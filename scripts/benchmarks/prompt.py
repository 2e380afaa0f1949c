"""The prompt on a terminal: how soon it shows, and how soon Ctrl-C ends long work."""

from __future__ import annotations

import os
import pty
import select
import statistics
import tempfile
import time
from pathlib import Path

from .program import PROGRAM

PROMPT = b"nianbao> "
HISTORY = 100_000
"""Lines, the most that the file keeps."""
PATIENCE = 120.0


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, state: Path, *arguments: str) -> None:
        child, self.screen = pty.fork()
        if child == 0:
            os.environ.update(XDG_STATE_HOME=str(state), TERM="xterm", LC_ALL="C.UTF-8")
            os.execv(PROGRAM, [str(PROGRAM), *arguments])
        self.child = child

    def type(self, keys: str) -> None:
        """As if somebody typed them."""
        os.write(self.screen, keys.encode())

    def wait(self, text: bytes = PROMPT) -> float:
        """Reads until the text is on the screen; gives the seconds that it took."""
        began = time.perf_counter()
        seen = b""
        while text not in seen:
            ready, _, _ = select.select([self.screen], [], [], PATIENCE)
            if not ready:
                raise TimeoutError(f"{text!r} is not on the screen: {seen[-500:]!r}")
            seen += os.read(self.screen, 65536)
        return time.perf_counter() - began

    def end(self) -> None:
        """Ctrl-D at the prompt."""
        self.type("\x04")
        os.waitpid(self.child, 0)
        os.close(self.screen)


def until_prompt(runs: int) -> float:
    """Milliseconds until the prompt shows, with a history as long as they get."""
    with tempfile.TemporaryDirectory() as name:
        state = Path(name)
        history = state / "nianbao" / "history"
        history.parent.mkdir()
        history.write_text("".join(
            f"compare penalty.decisions by year for 县{number} in 2019..2024\n"
            for number in range(HISTORY)))
        times = []
        for _ in range(runs):
            began = time.perf_counter()
            terminal = Terminal(state)
            terminal.wait()
            times.append((time.perf_counter() - began) * 1000)
            terminal.end()
        return statistics.median(times)


def until_cancelled(commands: list[str], work: str, after: list[float]) -> list[float]:
    """Milliseconds from Ctrl-C to the prompt, pressed so many seconds after the work began."""
    with tempfile.TemporaryDirectory() as name:
        terminal = Terminal(Path(name))
        terminal.wait()
        for command in commands:
            terminal.type(command + "\r")
            terminal.wait()
        times = []
        for pause in after:
            terminal.type(work + "\r")
            time.sleep(pause)
            terminal.type("\x03")
            times.append(terminal.wait() * 1000)
        terminal.end()
        return times
