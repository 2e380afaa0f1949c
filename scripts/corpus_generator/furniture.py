"""What web sites put around a report, in any amount."""

from __future__ import annotations

from random import Random

_LINKS = ["首页", "政务动态", "机构职能", "政策文件", "法定主动公开内容", "依申请公开", "政民互动", "办事服务", "2018年年报", "网站年度报表", "无障碍", "关怀版"]
_SELECTORS = [".nav", ".top", "#main", ".article p", ".foot", ".share a", "td", ".crumbs", "ul.list li", ".tools span"]
_RULES = ["margin: 0 auto", "padding: 4px 8px", "font-size: 14px", "line-height: 28px", "color: #333", "width: 1100px", "text-align: left", "border: 0", "background: #f5f5f5", "height: auto"]


def style(length: int) -> str:
    """A style sheet of about a number of characters."""
    lines, size, at = [], 0, 0
    while size < length:
        line = f"{_SELECTORS[at % 10]} .c{at} {{ {_RULES[at % 10]}; {_RULES[(at * 3 + 1) % 10]}; }}"
        lines.append(line)
        size += len(line) + 1
        at += 1
    return "<style type=\"text/css\">\n" + "\n".join(lines) + "\n</style>"


def script(length: int) -> str:
    """A script of about a number of characters; it holds figures and words that are no report's."""
    lines, size, at = [], 0, 0
    while size < length:
        line = f"  if (n > {at * 7}) {{ items.push({{ id: {at}, name: '行政许可', total: {at * 31 % 997} }}); }}"
        lines.append(line)
        size += len(line) + 1
        at += 1
    return "<script>\nvar items = []; var n = items.length;\n" + "\n".join(lines) + "\n</script>"


def navigation(random: Random, count: int) -> str:
    """A list of links."""
    chosen = [_LINKS[random.randrange(len(_LINKS))] for _ in range(count)]
    items = "".join(f'<li><a href="/channel/{at}.html" target="_blank">{t}</a></li>' for at, t in enumerate(chosen))
    return f'<ul class="nav">{items}</ul>'


def metadata(body: str, year: int, random: Random) -> str:
    """The table of a document's particulars, as many sites have it before the text."""
    number = f"{random.randint(10**8, 10**9 - 1)}/{year + 1}-{random.randint(1, 99999):05}"
    return (
        '<table class="xxgk" width="100%"><tbody>'
        f"<tr><td>索引号：</td><td>{number}</td><td>信息分类：</td><td>政府信息公开年报</td></tr>"
        f"<tr><td>发布机构：</td><td>{body}</td><td>生成日期：</td><td>{year + 1}-01-{random.randint(4, 31):02}</td></tr>"
        f"<tr><td>文号：</td><td></td><td>有效性：</td><td>有效</td></tr>"
        "</tbody></table>"
    )


def tools(year: int, random: Random) -> str:
    """The line under the title."""
    return (
        f'<div class="tools">发布时间：{year + 1}-01-{random.randint(10, 31)} &nbsp; 来源：本站 &nbsp; '
        f'字体：【<a href="javascript:void(0)">大</a> <a href="javascript:void(0)">中</a> '
        f'<a href="javascript:void(0)">小</a>】 浏览次数：<span id="hits">{random.randint(9, 4000)}</span> 次</div>'
    )


def foot(body: str, random: Random) -> str:
    """The end of a page."""
    return (
        f'<div class="foot"><p>主办：{body}　地址：新华路{random.randint(1, 300)}号</p>'
        f"<p>网站标识码：{random.randint(10**9, 10**10 - 1)}　建议使用1024×768以上分辨率</p>"
        '<p><a href="#">打印</a> <a href="#">关闭</a></p></div>'
    )


def sized(page: str, target: int, random: Random) -> str:
    """The page with as much style and script before `</head>` as makes it so many bytes."""
    missing = target - len(page.encode())
    if missing < 400:
        return page
    share = random.uniform(0.2, 0.8)
    filling = style(int(missing * share)) + "\n" + script(int(missing * (1 - share)))
    return page.replace("</head>", filling + "\n</head>", 1)


def target_size(random: Random) -> int:
    """Between 7 and 110 KB, small pages more often."""
    return int(7000 * (110 / 7) ** random.random())
