"""The prose of a report, with figures of its tables in it."""

from __future__ import annotations

from random import Random

_OPENINGS = [
    "{year}年，{body}把政府信息公开作为日常工作来抓，凡是群众关心的事项，都说明依据、程序和结果。",
    "一年来，{body}认真执行《中华人民共和国政府信息公开条例》，公开的内容更加完整，答复更加规范。",
    "{year}年度，{body}围绕中心工作，继续完善公开目录，着力提高答复质量。",
]
_SENTENCES = [
    "全年通过门户网站发布各类信息{a}条，通过政务新媒体发布{b}条。",
    "全年新收政府信息公开申请{new}件，上年结转{carried_in}件。",
    "在办结的申请中，予以公开{granted}件，部分公开{partial}件，均在法定期限内答复。",
    "结转下年度继续办理的申请{carried_out}件。",
    "因政府信息公开被申请行政复议{review}件，提起行政诉讼{suits}件。",
    "召开新闻发布会{c}次，发布政策解读材料{b}篇，回应群众留言{a}条。",
    "现行有效的规范性文件已在网站集中公布，并注明有效期限。",
    "举办业务培训{c}期，参加人员{b}人次，重点讲解答复文书的写法。",
    "各乡镇便民服务中心均设有查阅点，备有公开目录和申请表。",
    "对涉及民生的重点领域，按季度更新台账，逐项核对发布时间与来源。",
    "对网站栏目进行了全面检查，更正错别字{c}处，补充缺失信息{b}条。",
    "主动公开的文件一律标注发文字号、成文日期和有效性。",
    "对申请人补正的要求一次说清，不让群众来回跑。",
    "完善内部流转办法，明确受理、承办、审核、答复各环节的时限和责任。",
    "全年公开财政预算决算、部门项目和招标结果等信息{b}条。",
    "邀请群众代表走进机关{c}次，听取意见{b}条，采纳{c}条。",
]
_PROBLEMS = [
    "部分单位对公开的认识还不到位，信息更新不够及时。",
    "答复文书的说理还不够充分，个别答复引用条款不准确。",
    "政策解读的形式比较单一，图表和案例偏少。",
    "下一步将加强业务指导，定期通报检查结果，把公开落实到每个环节。",
    "下一步将扩大公众参与，完善解读回应，提高群众满意度。",
]


def overview(body: str, year: int, figures: dict[str, str], random: Random, length: int) -> list[str]:
    """Paragraphs of about a number of sentences each."""
    facts = {
        **figures,
        "body": body,
        "year": year,
        "a": random.randint(60, 9000),
        "b": random.randint(12, 400),
        "c": random.randint(2, 9),
    }
    paragraphs = [random.choice(_OPENINGS)]
    for number in range(length):
        sentences = random.sample(_SENTENCES, 4)
        lead = f"（{'一二三四五六七八九十'[number % 10]}）" if number % 2 else ""
        paragraphs.append(lead + "".join(sentences))
    return [paragraph.format(**facts) for paragraph in paragraphs]


def problems(random: Random) -> list[str]:
    """The fifth section."""
    return ["".join(random.sample(_PROBLEMS, 3))]


def other(random: Random) -> list[str]:
    """The sixth section."""
    return [random.choice(["本年度未收取信息处理费。", "无其他需要报告的事项。", "按照规定，未产生信息处理费。"])]
