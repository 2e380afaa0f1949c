"""Word documents: as Word exports them to HTML, and as files."""

from __future__ import annotations

import io
import zipfile
from html import escape
from random import Random

from report_pages.figures import Report
from report_pages.grids import Grid, GridCell
from report_pages.labels import SECTIONS
from report_pages.page import introduction, title_lines

from . import furniture
from .sheets import Sheets

_SPAN = "<span lang=EN-US style='font-size:10.5pt;font-family:仿宋_GB2312;mso-bidi-font-family:宋体'>"


def letters(text: str, random: Random) -> str:
    """Text with a span for each character, or for all of it."""
    if not text:
        return f"{_SPAN}<o:p>&nbsp;</o:p></span>"
    if random.random() < 0.3:
        spans = "".join(f"<span style='font-family:宋体'>{escape(c, quote=False)}</span>" for c in text)
        return spans + f"{_SPAN}<o:p></o:p></span>"
    return f"<span style='font-size:10.5pt;font-family:宋体'>{escape(text, quote=False)}<o:p></o:p></span>"


def exported_table(grid: Grid, random: Random) -> list[str]:
    """A table as Word writes it."""
    lines = [
        "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0",
        " style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>",
    ]
    for number, row in enumerate(grid):
        lines.append(f" <tr style='mso-yfti-irow:{number};height:19.85pt'>")
        for cell in row:
            across = f" colspan={cell.across}" if cell.across > 1 else ""
            down = f" rowspan={cell.down}" if cell.down > 1 else ""
            lines.append(
                f"  <td width={36 * cell.across}{across}{down} style='width:27.0pt;padding:0cm 5.4pt 0cm 5.4pt'>"
                f"<p class=MsoNormal align=center style='mso-line-height-alt:12pt'>{letters(cell.text, random)}</p></td>"
            )
        lines.append(" </tr>")
    return [*lines, "</table>"]


def exported_page(report: Report, sheets: Sheets, random: Random) -> str:
    """Word's own HTML."""
    paragraph = "<p class=MsoNormal style='text-indent:32.0pt'>{}</p>"
    prose = {0: report.overview, 4: report.problems, 5: report.other}
    page = [
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">',
        "<head>",
        '<meta http-equiv=Content-Type content="text/html; charset=utf-8">',
        "<meta name=Generator content=\"Microsoft Word 15\">",
        f"<title>{''.join(title_lines(report))}</title>",
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->",
        "</head><body lang=ZH-CN>",
        *[paragraph.format(letters(line, random)) for line in title_lines(report)],
        paragraph.format(letters(introduction(report), random)),
    ]
    for number, heading in enumerate(SECTIONS):
        bullet = "<![if !supportLists]><span style='mso-list:Ignore'></span><![endif]>"
        page.append(paragraph.format(bullet + letters(heading, random)))
        page += [paragraph.format(letters(text, random)) for text in prose.get(number, [])]
        for sheet in sheets.get(number + 1, []):
            page += [paragraph.format(letters(text, random)) for text in sheet.above]
            page += exported_table(sheet.grid, random)
            page += [paragraph.format(letters(text, random)) for text in sheet.below]
            page.append(paragraph.format("<span lang=EN-US><o:p>&nbsp;</o:p></span>"))
    text = "\n".join([*page, "</body></html>"]) + "\n"
    return furniture.sized(text, furniture.target_size(random), random)


_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FILES = {
    "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}


def run(text: str, random: Random) -> str:
    """A paragraph; its text in one run or in several, as editing leaves them."""
    cut = random.randint(1, len(text) - 1) if len(text) > 3 and random.random() < 0.3 else len(text)
    pieces = [piece for piece in (text[:cut], text[cut:]) if piece]
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces)
    return f"<w:p>{runs}</w:p>"


def document_table(grid: Grid, random: Random) -> str:
    """A table with real merged cells."""
    width = sum(cell.across for cell in grid[0])
    columns = "".join('<w:gridCol w:w="900"/>' for _ in range(width))
    rows = []
    reaching: dict[int, tuple[int, int]] = {}  # column → rows still to cover, width
    for row in grid:
        cells, column, waiting = "", 0, list(row)
        while waiting or reaching.get(column, (0, 0))[0]:
            rest, across = reaching.get(column, (0, 0))
            if rest:
                reaching[column] = (rest - 1, across)
                cells += merged(GridCell("", across), "continue", random)
                column += across
                continue
            cell = waiting.pop(0)
            cells += merged(cell, "restart" if cell.down > 1 else "", random)
            reaching[column] = (cell.down - 1, cell.across)
            column += cell.across
        rows.append(f"<w:tr>{cells}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def merged(cell: GridCell, state: str, random: Random) -> str:
    """A cell with its merging."""
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[state]
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{run(cell.text, random)}</w:tc>"


def document(report: Report, sheets: Sheets, random: Random) -> bytes:
    """A .docx file."""
    prose = {0: report.overview, 4: report.problems, 5: report.other}
    body = [run(line, random) for line in [*title_lines(report), introduction(report)]]
    for number, heading in enumerate(SECTIONS):
        body += [run(text, random) for text in [heading, *prose.get(number, [])]]
        for sheet in sheets.get(number + 1, []):
            body += [run(text, random) for text in sheet.above]
            body.append(document_table(sheet.grid, random))
            body += [run(text, random) for text in [*sheet.below, ""]]
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {_NAMES}><w:body>{"".join(body)}</w:body></w:document>'
    return zipped({**_FILES, "word/document.xml": text})


def zipped(files: dict[str, str | bytes]) -> bytes:
    """An archive that is the same whenever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return out.getvalue()
