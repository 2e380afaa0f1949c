"""Ways in which pages spoil the labels of the form without making other labels of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from report_pages.grids import Grid, GridCell

Change = Callable[[str], str]

_TRADITIONAL = str.maketrans(
    "规范数条项许罚强费总计发废现购采处决请机关体业构务会组织绝诉讼复议维结转纠进审对额开类内属执补确缴单长为减办动区护继续这稳没从里",
    "規範數條項許罰強費總計發廢現購採處決請機關體業構務會組織絕訴訟復議維結轉糾進審對額開類內屬執補確繳單長為減辦動區護繼續這穩沒從裡",
)
_PRONUNCIATION = {
    "規": "guī", "範": "fàn", "數": "shù", "開": "kāi", "處": "chù", "罰": "fá", "許": "xǔ",
    "費": "fèi", "總": "zǒng", "計": "jì", "現": "xiàn", "請": "qǐng", "結": "jié", "轉": "zhuǎn",
    "屬": "shǔ", "內": "nèi", "業": "yè", "務": "wù", "機": "jī", "構": "gòu", "訴": "sù", "訟": "sòng",
}  # fmt: skip
_PARTED = {"商业企业": "商业 企业", "科研机构": "科研　机构", "总计": "总 计", "自然人": "自 然 人", "规章": "规　章", "其他": "其 他"}
_COMMAS = str.maketrans({"、": "，", "（": "(", "）": ")", "“": "\"", "”": "\""})


def traditional(text: str) -> str:
    """In traditional characters."""
    return text.translate(_TRADITIONAL)


def glossed(text: str) -> str:
    """In traditional characters, some with their pronunciation behind them."""
    found = ""
    for character in traditional(text):
        sound = _PRONUNCIATION.get(character)
        found += f"{character}({sound})" if sound else character
    return found


def parted(text: str) -> str:
    """With white space inside short labels."""
    return _PARTED.get(text, text)


def other_marks(text: str) -> str:
    """With ordinals and brackets in another style: 1、 for 1., narrow brackets, commas."""
    if text[:1].isdigit() and text[1:2] == ".":
        return text[0] + "、" + text[2:].translate(_COMMAS)
    return text.translate(_COMMAS).replace(",", "、", 0)


def wide_digits(text: str) -> str:
    """With full-width ordinals and a space behind them."""
    if text[:1].isdigit() and text[1:2] == ".":
        return chr(ord(text[0]) - 0x30 + 0xFF10) + "．" + text[2:]
    return text


def shorter(text: str) -> str:
    """規范性文件 without 行政, 现行有效件 without 数 and the like."""
    return {
        "行政规范性文件": "规范性文件",
        "现行有效件数": "现行有效件",
        "本年新制作数量": "本年新制作",
        "（六）其他处理": "（六）其他",
        "其他": "其它",
        "（七）总计": "（七）合计",
        "逾期不补正": "逾期未补正",
    }.get(text, text)


CHANGES: dict[str, Change] = {
    "as the form": lambda text: text,
    "traditional": traditional,
    "glossed": glossed,
    "parted": parted,
    "other marks": other_marks,
    "wide digits": wide_digits,
    "shorter": shorter,
}

# Losing one of these would make another label.
_DECISIVE = set("不非无未没否勿免反上下本去今年新旧一二三四五六七八九十0123456789.（）")


def with_slips(grid: Grid, random: Random) -> Grid:
    """Two long labels of rows that are no neighbours lose or double a character."""
    longs = [
        (line, at)
        for line, row in enumerate(grid)
        for at, cell in enumerate(row)
        if not cell.is_figure and len(cell.text) >= 9 and cell.text[0] in "12345678" and line > 3
    ]
    first = random.choice(longs)
    chosen = [first, *[place for place in longs if abs(place[0] - first[0]) > 2][:1]]
    changed = [list(row) for row in grid]
    for line, at in chosen:
        cell = changed[line][at]
        where = random.choice([i for i, c in enumerate(cell.text) if i > 2 and c not in _DECISIVE])
        doubled = random.random() < 0.5
        text = cell.text[:where] + (cell.text[where] * 2 if doubled else "") + cell.text[where + 1 :]
        changed[line][at] = GridCell(text, cell.across, cell.down)
    return changed


def relabelled(grid: Grid, change: Change) -> Grid:
    """The grid with every label changed."""
    return [
        [c if c.is_figure else GridCell(change(c.text), c.across, c.down) for c in row]
        for row in grid
    ]
