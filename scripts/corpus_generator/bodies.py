"""Names and sizes of government bodies. All are invented."""

from __future__ import annotations

from dataclasses import dataclass

_FIRST = "云青白柳石金玉松竹兰枫桐梅荷临永宁新和平清安丰长东西南北古龙凤文"
_SECOND = "岭溪禾塔河桥泉湾坪峰原川浦洲阳山江湖城台关林岗沙田塘屏港庄坡"

# What follows the place's name, and about how many requests such a body gets in a year.
_KINDS = [
    ("市人民政府", 700),
    ("县人民政府", 90),
    ("市水务局", 25),
    ("县{town}镇人民政府", 3),
    ("区人民政府", 180),
    ("市市场监督管理局", 120),
    ("省人民政府办公厅", 900),
    ("区{town}街道办事处", 4),
    ("县卫生健康局", 12),
    ("市生态环境局", 60),
    ("市人民政府办公室", 240),
    ("县自然资源和规划局", 75),
    ("区教育局", 8),
    ("省人民政府", 4200),
    ("市公安局", 150),
    ("县审计局", 1),
    ("区城市管理局", 35),
]


@dataclass(frozen=True)
class Body:
    """A body: its full name, the number it is known by, and its requests in a usual year."""

    number: int
    name: str
    requests: int


def body(number: int) -> Body:
    """The body of a number; no two of the first 16,000 have the same name."""
    places = len(_FIRST) * len(_SECOND)
    if not 0 <= number < places * len(_KINDS):
        raise ValueError(f"there is no body {number}")
    # The two lengths have no common divisor, so that every pair comes up once.
    kind, requests = _KINDS[number % len(_KINDS)]
    place = number * 7 % places
    town = _FIRST[(number // 3) % len(_FIRST)] + _SECOND[(number // 5) % len(_SECOND)]
    name = _FIRST[place % len(_FIRST)] + _SECOND[place // len(_FIRST)]
    return Body(number, name + kind.format(town=town), requests)
