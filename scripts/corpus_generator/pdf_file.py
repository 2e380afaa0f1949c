"""Writes PDF files with a text layer, by hand and without embedded fonts."""

from __future__ import annotations

import zlib

from .typesetting import Sheet


def to_unicode() -> bytes:
    """The map from characters to text: each code is its own code point."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
    blocks = [ranges[at : at + 100] for at in range(0, 256, 100)]
    body = "\n".join(
        f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CMapName /Own def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nend\nend\n"
    ).encode()


def stream(content: bytes) -> bytes:
    """A packed stream object."""
    packed = zlib.compress(content, 1)
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)


_TO_UNICODE = stream(to_unicode())


def page_content(page: Sheet, size: float, height: float) -> bytes:
    """Texts and lines of one page."""
    parts = ["0.5 w"]
    for x1, y1, x2, y2 in page.rules:
        parts.append(f"{x1:.1f} {height - y1:.1f} m {x2:.1f} {height - y2:.1f} l S")
    parts.append(f"BT /F1 {size} Tf")
    for left, top, text in page.texts:
        # The base line stands 0.88 of the size below the top.
        codes = text.encode("utf-16-be").hex()
        parts.append(f"1 0 0 1 {left:.2f} {height - top - size * 0.88:.2f} Tm <{codes}> Tj")
    parts.append("ET")
    return "\n".join(parts).encode()


def pdf(pages: list[Sheet], size: float, width: float, height: float) -> bytes:
    """A file of these pages."""
    kids = " ".join(f"{7 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /FontDescriptor 5 0 R /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /W [0 255 500] /CIDToGIDMap /Identity >>",
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
        _TO_UNICODE,
    ]
    for at, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:g} {height:g}]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {8 + 2 * at} 0 R >>".encode()
        )
        objects.append(stream(page_content(page, size, height)))
    out = bytearray(b"%PDF-1.5\n%\xe5\xe6\xe7\xe8\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
