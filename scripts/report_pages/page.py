"""The parts of a report around its tables, in words of our own."""

from __future__ import annotations

from dataclasses import dataclass

from .figures import Report
from .grids import Grid, table_2, table_3, table_4
from .labels import SECTIONS


@dataclass(frozen=True)
class Section:
    """A section of a report: its heading and either paragraphs or a table."""

    heading: str
    paragraphs: list[str]
    table: Grid | None = None


def introduction(report: Report) -> str:
    """The paragraph above the first section."""
    return (
        f"本报告依照《中华人民共和国政府信息公开条例》编写，所列数据的统计期限自{report.year}年1月1日起，"
        f"至{report.year}年12月31日止。"
    )


def sections(report: Report) -> list[Section]:
    """The six sections that the form asks for."""
    return [
        Section(SECTIONS[0], report.sentences(report.overview)),
        Section(SECTIONS[1], [], table_2(report)),
        Section(SECTIONS[2], [], table_3(report)),
        Section(SECTIONS[3], [], table_4(report)),
        Section(SECTIONS[4], report.sentences(report.problems)),
        Section(SECTIONS[5], report.sentences(report.other)),
    ]


def title_lines(report: Report) -> list[str]:
    """The title as printed; some bodies break it over two lines."""
    return report.title.split("\n")


def site_links() -> list[str]:
    """Links of the site around the report. Years among them are not the report's."""
    return ["首页", "机构职能", "法定主动公开内容", "2018年年报", "依申请公开", "政民互动"]
