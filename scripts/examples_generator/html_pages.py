"""Reports as web pages: with real spans, with empty cells for spans, within a layout table."""

from __future__ import annotations

from report_pages.figures import Report
from report_pages.html_tables import padded_table, spanned_table, table_with_empty_cells
from report_pages.page import introduction, sections, site_links, title_lines


def spans_page(report: Report) -> bytes:
    """UTF-8 with a declaration, site furniture, a metadata table and scripts."""
    number = f"000000000/{report.year + 1}-00017"
    links = "".join(f'<li><a href="#">{link}</a></li>' for link in site_links())
    body = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{''.join(title_lines(report))}_{report.site}</title>",
        "<style>.report-table td { text-align: center; }</style>",
        "<script>var visits = { total: 31874, today: 26 }; document.title += '';</script>",
        "</head>",
        "<body>",
        f'<div class="top">{report.site}　无障碍 | 关怀版 | 登录</div>',
        f"<ul class=\"nav\">{links}</ul>",
        '<p class="crumbs">当前位置：首页 &gt; 政府信息公开年报</p>',
        '<table class="metadata"><tbody>',
        f"<tr><td>索引号</td><td>{number}</td><td>发布机构</td><td>{report.body}</td></tr>",
        f"<tr><td>发布日期</td><td>{report.published_on}</td><td>有效性</td><td>有效</td></tr>",
        "</tbody></table>",
        "<h1>" + "<br>".join(title_lines(report)) + "</h1>",
        f'<p class="tools">发布时间：{report.published_on}　字号：大 中 小　打印</p>',
        '<div class="article">',
        f"<p>{introduction(report)}</p>",
    ]
    for section in sections(report):
        body.append(f"<h2>{section.heading}</h2>")
        body.extend(f"<p>{paragraph}</p>" for paragraph in section.paragraphs)
        body.extend(spanned_table(section.table) if section.table else [])
    body += [
        "</div>",
        f'<div class="foot">主办：{report.body}　版权所有 2018-2030　网站标识码 0000000000</div>',
        "<script>document.body.dataset.ready = '1';</script>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(body) + "\n").encode("utf-8")


def empty_cells_page(report: Report) -> bytes:
    """GB18030 bytes under the name of gb2312; the contact's name lies outside gb2312."""
    declared = '<META http-equiv="Content-Type" content="text/html; charset=gb2312">'
    body = [
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
        "<HTML><HEAD>",
        declared,
        f"<TITLE>{''.join(title_lines(report))}</TITLE>",
        "</HEAD><BODY>",
        f"<DIV align=right>{' | '.join(site_links())}</DIV>",
        f"<P align=center><FONT size=5><B>{'<BR>'.join(title_lines(report))}</B></FONT></P>",
        f"<P align=center>日期：{report.published_on}　来源：{report.site}</P>",
        f"<P>　　{introduction(report)}联系人：王喆、苏㛃。</P>",
    ]
    for section in sections(report):
        body.append(f"<P><B>{section.heading}</B></P>")
        body.extend(f"<P>　　{paragraph}</P>" for paragraph in section.paragraphs)
        body.extend(table_with_empty_cells(section.table) if section.table else [])
    body += ["<P align=center>【打印】【关闭】</P>", "</BODY></HTML>"]
    return ("\r\n".join(body) + "\r\n").encode("gb18030")


def nested_page(report: Report) -> bytes:
    """UTF-8 without any declaration; the whole page stands in a layout table."""
    body = [
        "<html>",
        "<body>",
        '<table width="980"><tr><td colspan="2">' + report.site + "</td></tr>",
        '<tr><td valign="top">',
        "<table>",
        *[f"<tr><td><a href='#'>{link}</a></td></tr>" for link in site_links()],
        "</table>",
        '</td><td valign="top">',
        f"<h3>{'<br>'.join(title_lines(report))}</h3>",
        f"<div>【字体：大 中 小】 {report.published_on} 浏览次数：&nbsp;<b>1408</b></div>",
        f"<p>{introduction(report)}</p>",
    ]
    for section in sections(report):
        body.append(f"<p><strong>{section.heading}</strong></p>")
        body.extend(f"<p>&nbsp;&nbsp;{paragraph}</p>" for paragraph in section.paragraphs)
        body.extend(padded_table(section.table) if section.table else [])
    body += [
        "</td></tr>",
        f'<tr><td colspan="2">{report.body}&nbsp;版权所有</td></tr></table>',
        "</body>",
        "</html>",
    ]
    return ("\n".join(body) + "\n").encode("utf-8")
