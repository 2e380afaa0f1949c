"""Files made to be slow, deep or large, each near a limit. Every one must end in a report or an
error within the time, and within the memory."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

MEGABYTE = 1 << 20
ROW = "一、本年新收政府信息公开申请数量"
TYPES = "[Content_Types].xml"
RELATIONS = (
    '<Relationships><Relationship Id="1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>')
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(members: list[tuple[str, bytes]]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word(body: str, head: str = "") -> bytes:
    """A Word document around a body."""
    text = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed([(TYPES, b"<Types/>"), ("_rels/.rels", RELATIONS.encode()),
                   ("word/document.xml", text.encode())])


def overlapping(count: int, size: int) -> bytes:
    """A zip whose directory names one packed member many times."""
    raw = b"0" * size
    deflated = zlib.compress(raw, 9)[2:-4]
    sizes = struct.pack("<III", zlib.crc32(raw), len(deflated), len(raw))
    local = (struct.pack("<IHHHI", 0x04034B50, 20, 0, 8, 0) + sizes + struct.pack("<HH", 5, 0)
             + b"a.txt" + deflated)
    entries = b"".join(
        struct.pack("<IHHHHI", 0x02014B50, 20, 20, 0, 8, 0) + sizes
        + struct.pack("<HHHHHII", 9, 0, 0, 0, 0, 0, 0) + f"{number:05}.txt".encode()
        for number in range(count))
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(entries), len(local), 0)
    return local + entries + end


def pages() -> Iterator[tuple[str, str]]:
    """Web pages."""
    rows = 'colspan="1000" rowspan="65534"'
    yield "deep-blocks", "<div>" * 400_000
    yield "deep-tables", "<table><tr><td>" * 100_000
    yield "deep-below-the-limit", ("<div>" * 500 + "</div>" * 500) * 380
    yield "unclosed-formats", ("<b><i><u><s>" + "<p>") * 60_000
    yield "anchors", "<a href=x>" * 200_000
    yield "anchors-below-the-limit", ("<a href=x>" * 100 + "<p>") * 300
    yield "strays", "<table>" + "<b>x<tr>y" * 120_000
    yield "brackets", "<" * (15 * MEGABYTE)
    yield "open-brackets", "<a" * (7 * MEGABYTE)
    yield "entities", "<p>" + "&amp;" * (3 * MEGABYTE)
    yield "unknown-entities", "<p>" + "&notanentity" * MEGABYTE
    yield "one-attribute", '<p title="' + "x" * (15 * MEGABYTE) + '">'
    yield "attributes", "<p " + " ".join(f"a{number}" for number in range(300_000)) + ">"
    yield "many-attributes", ("<p " + " ".join(f"a{n}" for n in range(500)) + ">") * 3_000
    yield "spans", "<table>" + f"<tr><td {rows}>1</td></tr>" * 2_000
    yield "spans-side-by-side", "<table><tr>" + f"<td {rows}>1</td>" * 2_000
    yield "tall-cells", "<table>" + "<tr>" + "<td rowspan=0>1</td>" * 900 + "</tr>" + "<tr></tr>" * 19_000
    yield "cells", "<table>" + ("<tr>" + "<td>1</td>" * 20 + "</tr>") * 18_000
    yield "tables", "<table><tr><td>1</td></tr></table>" * 90_000
    yield "comment", "<!--" + "-" * (15 * MEGABYTE)
    yield "script", "<script>" + "</scrip" * (2 * MEGABYTE)
    yield "styles", "<style>" + ".a{display:none}" * 900_000 + "</style>"
    yield "style-rules-and-classes", (
        "<style>" + "".join(f".a{n}{{display:none}}" for n in range(20_000)) + "</style><table>"
        + "".join(f"<tr><td class='a{n} b c d'>1</td></tr>" for n in range(19_000)))
    yield "table-in-classes", (
        "<style>.a{display:none}</style><table><tr><td>" + "<div class=a>" * 400
        + "<p class=a>x</p>" * 200_000)
    yield "labels", "<table>" + f"<tr><td>{ROW}</td><td>1</td></tr>" * 19_000
    yield "heads", "<table>" + ("<tr>" + "<td>其他</td>" * 20 + "</tr>") * 18_000
    yield "foreign", "<svg>" * 300 + "<math>" * 200 + "<p>" * 100_000
    yield "selects", "<select><option>" * 150_000
    yield "forms", "<form><input>" * 150_000
    yield "plaintext", "<plaintext>" + "<td>" * (3 * MEGABYTE)
    yield "nulls-as-numbers", "<p>" + "&#0;" * (3 * MEGABYTE)


def texts() -> Iterator[tuple[str, str]]:
    """Plain text."""
    heads = "自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
    yield "figures", "1\n" * 490_000
    yield "label-lines", f"{ROW}\n1\n2\n3\n4\n5\n6\n7\n" * 60_000
    yield "labels-alone", f"{ROW}\n" * 490_000
    yield "letters-alone", "总\n计\n" * 240_000 + "1\n"
    yield "head-lines", heads * 60_000 + "1\n"
    yield "one-line", "其他" * 170_000
    yield "long-lines", ("1 " * 500_000 + "\n") * 50
    yield "words-and-figures", ("其他 " + "1 " * 20_000 + "\n") * 400
    yield "bars", ("|" * 1_990 + "\n") * 15_000
    yield "bar-rows", ("|1" * 1_900 + "|\n") * 1_000
    yield "escaped-bars", ("\\|" * 400_000 + "\n") * 60
    yield "notes", "本列数据的勾稽关系为第一项加第二项之和\n" * 400_000
    yield "years", "2022年政府信息公开工作年度报告\n" * 400_000
    yield "spaces", " " * MEGABYTE + "\n" + "\u3000" * 300_000
    yield "marks", "e" + "\u0301" * 300_000
    yield "question-marks", "??\n" * 490_000
    yield "too-many-lines", "\n" * (60 * MEGABYTE)


def tables() -> Iterator[tuple[str, str]]:
    """Tables of figures."""
    head = "body,year,form,table,indicator,applicant,value,unit,status,printed,source,locator\n"
    row = "甲局,2022,gid-2021,3,requests.new,person,{0},count,reported,{0},a,\n"
    yield "rows", head + "".join(row.format(number) for number in range(400_000))
    yield "open-quote", head + '"' + "甲局,\n" * 6_000_000
    yield "quotes", head + '"' + '""' * (20 * MEGABYTE) + '"'
    yield "columns", head.strip() + "," * (30 * MEGABYTE)
    yield "short-rows", head + "\n" * (30 * MEGABYTE)
    yield "json-depth", "[" * (30 * MEGABYTE)
    yield "json-objects", '{"a":' * (6 * MEGABYTE)
    yield "json-lines", '{"body":"甲局","year":2022,"value":1e999}\n' * 500_000
    yield "json-number", '{"body":"甲局","year":' + "9" * (30 * MEGABYTE) + "}"
    yield "json-escapes", '{"body":"' + "\\ud800" * (4 * MEGABYTE) + '"}'


def printed() -> Iterator[tuple[str, str]]:
    """The words of a PDF with their places."""
    def page(words: str) -> str:
        return f'<doc><page width="600" height="800">{words}</page></doc>'

    def put(left: float, top: float, text: str) -> str:
        box = f'xMin="{left}" yMin="{top}" xMax="{left + 8}" yMax="{top + 8}"'
        return f"<line><word {box}>{text}</word></line>\n"

    yield "one-place", page(put(10, 10, "1") * 190_000)
    yield "one-line", page("".join(put(n / 400, 10, "1") for n in range(190_000)))
    yield "one-column", page("".join(put(10, n / 250, "1") for n in range(190_000)))
    yield "stairs", page("".join(put(n / 400, n / 300, "1") for n in range(190_000)))
    yield "labels", page("".join(put(10 + n % 3, n / 250, "其他") for n in range(190_000)))
    yield "labels-and-figures", page("".join(
        put(10 + 300 * (n % 2), n / 250, ["其他", "1"][n % 2]) for n in range(190_000)))
    yield "grid", page("".join(
        put(n % 430 * 1.4, n // 430 * 1.8, "1") for n in range(190_000)))
    yield "grid-of-heads", page("".join(
        put(n % 60 * 10, n // 60 * 0.25, ["其他", "1"][n // 60 % 2]) for n in range(190_000)))
    yield "pages", "<doc>" + ('<page width="600" height="800">' + "".join(
        put(10 + 40 * (n % 10), 10 + 10 * (n // 10), "其他" if n % 10 == 0 else "7")
        for n in range(650)) + "</page>") * 290 + "</doc>"


def archives() -> Iterator[tuple[str, bytes]]:
    """What is packed, and Word documents."""
    yield "zeros.gz", gzip.compress(b"0" * (63 * MEGABYTE))
    yield "empty-parts.gz", gzip.compress(b"") * 300_000
    yield "small-parts.gz", gzip.compress(b"1\n") * 300_000
    yield "trailing.gz", gzip.compress(b"1\n") + b"\0" * (30 * MEGABYTE) + b"1"
    yield "zeros.zip", packed([(f"{n}.txt", b"0" * (60 * MEGABYTE)) for n in range(3)])
    yield "overlapping.zip", overlapping(4_000, 900_000)
    yield "members.zip", packed([(f"{n}.txt", b"1\n") for n in range(4_900)])
    yield "too-many.zip", packed([(f"{n}.txt", b"") for n in range(60_000)])
    layers = b"1\n"
    for _ in range(12):
        layers = packed([("a.zip", layers)])
    yield "layers.zip", layers
    layers = b"1\n"
    for _ in range(12):
        layers = gzip.compress(layers)
    yield "layers.gz", layers
    entities = "<!DOCTYPE a [<!ENTITY a0 'lol'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
    yield "entities.docx", word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", entities)
    yield "quadratic.docx", word(
        "<w:p><w:r><w:t>" + "&a;" * 60_000 + "</w:t></w:r></w:p>",
        "<!DOCTYPE a [<!ENTITY a '" + "x" * 60_000 + "'>]>")
    yield "deep.docx", word("<w:p>" * 500_000)
    yield "tables.docx", word("<w:tbl><w:tr><w:tc>" * 100_000)
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
    yield "spans.docx", word("<w:tbl>" + f"<w:tr>{wide * 100}</w:tr>" * 2_000 + "</w:tbl>")
    yield "paragraphs.docx", word("<w:p><w:r><w:t>1</w:t></w:r></w:p>" * 400_000)


def files() -> Iterator[tuple[str, bytes]]:
    """All of them, one at a time: together they would fill the memory."""
    for kind, made in [("html", pages()), ("txt", texts()), ("csv", tables()), ("pdf", printed())]:
        for name, text in made:
            yield f"{name}.{kind}", text.encode()
    yield from archives()
    yield "chinese.txt", ("其他\n" * MEGABYTE).encode("gb18030")
    yield "wide.txt", b"\xff\xfe" + ("1\n" * 240_000).encode("utf-16-le")
    yield "wide-and-large.txt", b"\xff\xfe" + "其他".encode("utf-16-le") * (15 * MEGABYTE)
    yield "four-bytes.txt", b"\x81\x30\x81\x30" * (15 * MEGABYTE)
    yield "misread.txt", ("政府信息公开\n" * 300_000).encode().decode("gb18030", "replace").encode()
    yield "nothing.txt", b"\0" * (63 * MEGABYTE)
