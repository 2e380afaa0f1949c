import Forms
import ReportModel
import Testing

/// The labels as the notices print them, row by row.
@Suite("The labels of the built-in forms")
struct FormLabelTests {
  static let outcomes2021 = [
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1.属于国家秘密",
    "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
    "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
    "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确",
    "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    "（七）总计", "四、结转下年度继续办理",
  ]

  static func block(_ form: String, _ table: Int, _ block: Int) throws -> FormBlock {
    try #require(FormCatalog.standard.form(form)?.table(table)?.blocks[block])
  }

  @Test("the rows of table 3 of 2021")
  func rows2021() throws {
    let rows = try Self.block("gid-2021", 3, 0).rows
    #expect(rows.map { $0.label?.text.chinese } == Self.outcomes2021)
  }

  @Test("the rows of table 3 of 2019 differ in other handling only")
  func rows2019() throws {
    let rows = try Self.block("gid-2019", 3, 0).rows
    #expect(
      rows.map { $0.label?.text.chinese }
        == Self.outcomes2021[..<20] + ["（六）其他处理"] + Self.outcomes2021[23...])
  }

  @Test(
    "rows of table 3 stand under the outcome they belong to", arguments: ["gid-2019", "gid-2021"])
  func groups(form: String) throws {
    for row in try Self.block(form, 3, 0).rows {
      let groups = row.groups.map(\.text.chinese)
      let expected: [String] =
        switch row.code.split(separator: ".").prefix(2).joined(separator: ".") {
        case "requests.new", "requests.carried_in", "requests.carried_out": []
        case "outcome.refused": ["三、本年度办理结果", "（三）不予公开"]
        case "outcome.unavailable": ["三、本年度办理结果", "（四）无法提供"]
        case "outcome.declined": ["三、本年度办理结果", "（五）不予处理"]
        case "outcome.other" where row.code != "outcome.other":
          ["三、本年度办理结果", "（六）其他处理"]
        default: ["三、本年度办理结果"]
        }
      #expect(groups == expected, "\(row.code)")
    }
  }

  @Test("the headings and rows of table 2")
  func table2() throws {
    for (form, expected) in [
      (
        "gid-2019",
        [
          "第二十条第（一）项 规章 规范性文件", "第二十条第（五）项 行政许可 其他对外管理服务事项",
          "第二十条第（六）项 行政处罚 行政强制", "第二十条第（八）项 行政事业性收费",
          "第二十条第（九）项 政府集中采购",
        ]
      ),
      (
        "gid-2021",
        [
          "第二十条第（一）项 规章 行政规范性文件", "第二十条第（五）项 行政许可",
          "第二十条第（六）项 行政处罚 行政强制", "第二十条第（八）项 行政事业性收费",
        ]
      ),
    ] {
      let table = try #require(FormCatalog.standard.form(form)?.table(2))
      let lines = table.blocks.map { block in
        ([block.heading] + block.rows.map(\.label)).compactMap { $0?.text.chinese }
          .joined(separator: " ")
      }
      #expect(lines == expected)
    }
  }

  @Test("within a block no two rows, and no two columns, can be taken for each other")
  func unmistakable() {
    for table in FormCatalog.standard.forms.flatMap(\.tables) {
      for block in table.blocks {
        for language in [Language.chinese, .english] {
          let rows = block.rows.map { row in
            (row.groups + [row.label].compactMap { $0 }).map { $0.text.text(in: language) }
          }
          let columns = block.columns.map { column in
            (column.heads + [column.label]).map { $0.text.text(in: language) }
          }
          #expect(Set(rows).count == rows.count)
          #expect(Set(columns).count == columns.count)
        }
        let wordings = block.rows.flatMap { row in
          (row.label?.wordings ?? []).map { row.groups.map(\.text.chinese) + [$0] }
        }
        #expect(Set(wordings).count == wordings.count, "no variant is another row's label")
      }
    }
  }
}
