"""Wording of the two national forms (国办公开办函〔2019〕60号 and 〔2021〕30号)."""

from __future__ import annotations

APPLICANTS = ["person", "firm", "research", "charity", "law", "other", "total"]
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
GROUPS_OF_TABLE_4 = ["review", "suit_direct", "suit_reviewed"]
RESULTS_OF_TABLE_4 = ["upheld", "corrected", "other", "pending", "total"]
RESULT_LABELS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULTS_OF_THE_YEAR = "三、本年度办理结果"

SECTIONS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]

# A block of table 2: heading, [(measure, column head)], [(row, label)].
Block = tuple[str, list[tuple[str, str]], list[tuple[str, str]]]

_ITEMS = [("items_previous", "上一年项目数量"), ("items_change", "本年增/减")]
_DECISIONS_2019 = [*_ITEMS, ("decisions", "处理决定数量")]
_DECISIONS_2021 = [("decisions", "本年处理决定数量")]

TABLE_2: dict[str, list[Block]] = {
    "gid-2019": [
        (
            "第二十条第（一）项",
            [("made", "本年新制作数量"), ("published", "本年新公开数量"), ("public_total", "对外公开总数量")],
            [("rules", "规章"), ("normative", "规范性文件")],
        ),
        ("第二十条第（五）项", _DECISIONS_2019, [("licensing", "行政许可"), ("services", "其他对外管理服务事项")]),
        ("第二十条第（六）项", _DECISIONS_2019, [("penalty", "行政处罚"), ("coercion", "行政强制")]),
        ("第二十条第（八）项", _ITEMS, [("fees", "行政事业性收费")]),
        (
            "第二十条第（九）项",
            [("items", "采购项目数量"), ("amount", "采购总金额")],
            [("procurement", "政府集中采购")],
        ),
    ],
    "gid-2021": [
        (
            "第二十条第（一）项",
            [("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")],
            [("rules", "规章"), ("normative", "行政规范性文件")],
        ),
        ("第二十条第（五）项", _DECISIONS_2021, [("licensing", "行政许可")]),
        ("第二十条第（六）项", _DECISIONS_2021, [("penalty", "行政处罚"), ("coercion", "行政强制")]),
        (
            "第二十条第（八）项",
            [("amount", "本年收费金额（单位：万元）")],
            [("fees", "行政事业性收费")],
        ),
    ],
}

PLAIN_ROWS = {
    "requests.new": "一、本年新收政府信息公开申请数量",
    "requests.carried_in": "二、上年结转政府信息公开申请数量",
    "requests.carried_out": "四、结转下年度继续办理",
}

# Groups of table 3 under 三: label and rows; a group without a label is a row of its own.
Group = tuple[str, list[tuple[str, str]]]

_COMMON_GROUPS: list[Group] = [
    ("", [("outcome.granted", "（一）予以公开")]),
    ("", [("outcome.partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")]),
    (
        "（三）不予公开",
        [
            ("outcome.refused.state_secret", "1.属于国家秘密"),
            ("outcome.refused.statute", "2.其他法律行政法规禁止公开"),
            ("outcome.refused.security", "3.危及“三安全一稳定”"),
            ("outcome.refused.third_party", "4.保护第三方合法权益"),
            ("outcome.refused.internal", "5.属于三类内部事务信息"),
            ("outcome.refused.process", "6.属于四类过程性信息"),
            ("outcome.refused.enforcement_file", "7.属于行政执法案卷"),
            ("outcome.refused.query_matter", "8.属于行政查询事项"),
        ],
    ),
    (
        "（四）无法提供",
        [
            ("outcome.unavailable.not_held", "1.本机关不掌握相关政府信息"),
            ("outcome.unavailable.needs_making", "2.没有现成信息需要另行制作"),
            ("outcome.unavailable.unclear", "3.补正后申请内容仍不明确"),
        ],
    ),
    (
        "（五）不予处理",
        [
            ("outcome.declined.petition", "1.信访举报投诉类申请"),
            ("outcome.declined.repeat", "2.重复申请"),
            ("outcome.declined.publication", "3.要求提供公开出版物"),
            ("outcome.declined.excessive", "4.无正当理由大量反复申请"),
            ("outcome.declined.reissue", "5.要求行政机关确认或重新出具已获取信息"),
        ],
    ),
]
_TOTAL: Group = ("", [("outcome.total", "（七）总计")])

RESULT_GROUPS: dict[str, list[Group]] = {
    "gid-2019": [*_COMMON_GROUPS, ("", [("outcome.other", "（六）其他处理")]), _TOTAL],
    "gid-2021": [
        *_COMMON_GROUPS,
        (
            "（六）其他处理",
            [
                ("outcome.other.not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
                ("outcome.other.fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
                ("outcome.other.rest", "3.其他"),
            ],
        ),
        _TOTAL,
    ],
}

# Shorter wordings that published pages use.
SHORT_LABELS = {
    "outcome.partial": "（二）部分公开",
    "outcome.other.not_corrected": "1.逾期不补正",
    "outcome.other.fee_unpaid": "2.逾期不缴费",
}


def measures_of_row(form: str, row: str) -> list[str]:
    """What the columns of a row of table 2 measure, left to right."""
    for _, columns, rows in TABLE_2[form]:
        if row in [code for code, _ in rows]:
            return [measure for measure, _ in columns]
    raise KeyError(f"{form} has no row {row}")


def outcome_rows(form: str) -> list[str]:
    """The rows of table 3 that add up to （七）总计."""
    rows = [code for _, group in RESULT_GROUPS[form] for code, _ in group]
    return [code for code in rows if code != "outcome.total"]
