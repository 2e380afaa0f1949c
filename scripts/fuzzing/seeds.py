"""Good files of every layout, to be broken by the fuzzer."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path


def stored(package: bytes) -> bytes:
    """A zip with its members unpacked, so that changes reach what is inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name))
    return out.getvalue()


def words_with_places(pdf: Path) -> bytes:
    """What the readers get of a PDF: from the element on that holds its pages."""
    command = ["pdftotext", "-q", "-enc", "UTF-8", "-bbox-layout", str(pdf), "-"]
    layout = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    return layout[layout.index(b"<doc>"):]


def collect(pages: Path, examples: Path, folder: Path) -> int:
    """Puts the pages of a made corpus and the examples into a folder; returns their number."""
    count = 0
    for path in sorted([*pages.rglob("*"), *examples.iterdir()]):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if path.suffix == ".pdf":
            data = words_with_places(path)
        elif data.startswith(b"PK"):
            data = stored(data)
        (folder / f"{count:03}-{path.name}").write_bytes(data)
        count += 1
    return count
