import ReportModel
import Testing

@testable import ReportReading

/// Which form a table follows is told by its labels alone: never by the report's year, nor by the
/// notice that its text cites.
///
/// - the form of 2019 in a report of 2023, one form's table 2 beside the other's table 3
/// - rows that a province added, heads with filling notes
@Suite("Variants of forms")
struct FormVariantTests {
  @Test("the form of 2019 in later years, whatever notice is cited", arguments: PageLayout.allCases)
  func laterYears(layout: PageLayout) throws {
    for form in ["gid-2019", "gid-2021"] {
      var page = try SamplePage(form: form, title: "青石市水务局2023年政府信息公开工作年度报告")
      page.title = "青石市水务局2023年政府信息公开工作年度报告"
      let text = page.text(layout).replacingFirst(
        "总体情况", with: "总体情况。根据国办公开办函〔2021〕30号、〔2019〕60号编制。")
      let check = try PageCheck(text, of: page, body: "青石市水务局", year: 2023)
      #expect(check.report.tables.allSatisfy { $0.form == form })
      #expect(check.isWhole, "\(layout) \(check.summary)")
    }
  }

  @Test("a row that a province added to a block", arguments: PageLayout.allCases)
  func extraRow(layout: PageLayout) throws {
    for form in ["gid-2019", "gid-2021"] {
      var page = try SamplePage(form: form)
      page.sheets[2]?[0].insert(
        [
          .init(text: "其他主动公开文件（含通知、公告）"), .init(text: "7001"), .init(text: "7002"),
          .init(text: "7003"),
        ], at: 4)
      let check = try PageCheck(page.bytes(layout), of: page)
      #expect(check.wrong.isEmpty)
      #expect(check.unread.isEmpty, "\(form) \(layout) \(check.summary)")
    }
  }

  @Test(
    "heads with filling notes are read or left open",
    arguments: [
      ("上一年项目数量", "上一年项目数量（指2019年事项数）"), ("本年增/减", "本年增/减（减用负值表示，如-8）"),
      ("处理决定数量", "处理决定数量（指2020年办件量）"),
    ])
  func annotated(head: String, printed: String) throws {
    for layout in PageLayout.allCases {
      var page = try SamplePage(form: "gid-2019")
      page.rename(head, to: printed)
      let check = try PageCheck(page.bytes(layout), of: page)
      #expect(check.wrong.isEmpty, "\(layout)")
    }
  }
}
