import Forms
import ReportModel
import Testing

/// The tables of the years before 2019, with labels and units written out by hand.
@Suite("The statistics tables before 2019")
struct StatisticsFormTests {
  static let ids = ["fujian-2011", "fujian-2014", "gid-2014"]
  static let catalog = FormCatalog.standard

  static func rows(_ form: String) throws -> [FormRow] {
    let table = try #require(catalog.form(form)?.table(1))
    #expect(table.blocks.count == 1)
    return table.blocks[0].rows
  }

  static func lines(_ form: String) throws -> [String] {
    try rows(form).map { row in
      "\(row.label?.text.chinese ?? "") \(row.counter?.text.chinese ?? "")"
    }
  }

  @Test("the Fujian table of 2011, with the rows that came and went marked as optional")
  func fujian2011() throws {
    #expect(
      try Self.lines("fujian-2011") == [
        "主动公开信息数 条", "1.网站公开数 条", "2.政府公报公开数 条", "受理依申请公开信息总数 条",
        "1.当面申请数 条", "2.传真申请数 条", "3.电子邮件申请数 条", "4.网上申请数 条",
        "5.信函申请数 条", "6.其它形式申请数 条", "对申请的答复数 条", "1.同意公开答复数 条",
        "2.同意部分公开答复数 条", "3.否决公开答复数 条", "行政复议数 条", "行政诉讼数 条",
        "行政申诉数 条", "行政申诉、举报数 件",
      ])
    let optional = try Self.rows("fujian-2011").filter(\.isOptional).map(\.code)
    #expect(optional == ["fujian.requests.other", "fujian.appeals", "fujian.appeals_reports"])
  }

  @Test("the Fujian table of 2014")
  func fujian2014() throws {
    #expect(
      try Self.lines("fujian-2014") == [
        "主动公开文件数 条", "1.政府网站公开数 条", "2.政府公报公开数 条", "受理依申请公开信息总数 条",
        "1.当面申请数 条", "2.网上申请数 条", "3.信函、传真申请数 条", "对申请的答复数 条",
        "1.同意公开答复数 条", "2.同意部分公开答复数 条", "3.不予公开答复数 条",
        "4.其他类型答复数 条", "政府信息公开收费减免金额 元", "接受行政诉讼、举报数 件",
        "行政复议数 件", "行政诉讼数 件",
      ])
    let optional = try Self.rows("fujian-2014").filter(\.isOptional).map(\.code)
    #expect(optional == ["fujian.fee_reductions"])
  }

  @Test("the national table has 58 rows; those without a source say so")
  func national() throws {
    let rows = try Self.rows("gid-2014")
    #expect(rows.count == 58)
    #expect(rows.filter { $0.groups.isEmpty }.count == 4)
    let confirmed = rows.filter(\.isConfirmed).map(\.code)
    #expect(
      confirmed == [
        "gid2014.disclosed", "gid2014.disclosed.normative", "gid2014.normative_issued",
        "gid2014.response.topics", "gid2014.response.briefings", "gid2014.response.interviews",
        "gid2014.response.explanations", "gid2014.response.social_media", "gid2014.response.other",
      ])
    for row in rows {
      #expect(Self.catalog.isConfirmed(IndicatorCode(row.code)) == row.isConfirmed, "\(row.code)")
    }
    #expect(
      Set(rows.compactMap(\.counter).map(\.text.chinese)) == [
        "条", "件", "次", "篇", "个", "人", "人次", "万元",
      ])
  }

  @Test(
    "codes of these tables are no other form's, and running totals have their own", arguments: ids)
  func codes(form: String) throws {
    let table = try #require(Self.catalog.form(form)?.table(1))
    let prefix = form == "gid-2014" ? "gid2014." : "fujian."
    for cell in table.cells {
      #expect(cell.key.indicator.text.hasPrefix(prefix))
      #expect(cell.key.applicant == nil)
      let indicator = try #require(Self.catalog.indicators[cell.key.indicator])
      #expect(indicator.table == 1 && indicator.unit == cell.unit, "\(indicator.code)")
      if cell.column == 1 {
        #expect(indicator.code.text.hasSuffix(".cumulative") && indicator.isStock)
      }
    }
  }

  @Test("every group of rows that is a row itself carries that row's label")
  func groups() throws {
    for form in Self.ids {
      for row in try Self.rows(form) where row.code.split(separator: ".").count > 2 {
        let parent = row.code.split(separator: ".").dropLast().joined(separator: ".")
        guard let above = try Self.rows(form).first(where: { $0.code == parent }) else { continue }
        // 其中 rows stand beside the row that they are part of, not below it.
        let isBeside = above.groups == row.groups
        #expect(isBeside || row.groups.last?.text == above.label?.text, "\(row.code)")
      }
    }
  }

  @Test("a report should have the tables of its own forms only")
  func tableNumbers() {
    #expect(Self.catalog.tableNumbers(of: ["gid-2014"]) == [1])
    #expect(Self.catalog.tableNumbers(of: ["gid-2021", "gid-2019"]) == [2, 3, 4])
    #expect(Self.catalog.tableNumbers(of: ["fujian-2014", "gid-2019"]) == [1, 2, 3, 4])
    #expect(Self.catalog.tableNumbers(of: ["unheard-of"]).isEmpty)
  }
}
