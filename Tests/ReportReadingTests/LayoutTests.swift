import ReportModel
import Testing

@testable import ReportReading

@Suite("Every layout of a whole page is read whole")
struct LayoutTests {
  @Test("all figures of both forms", arguments: ["gid-2019", "gid-2021"], PageLayout.allCases)
  func wholePage(form: String, layout: PageLayout) throws {
    let page = try SamplePage(form: form)
    let report = try ReportReader().read(bytes: page.bytes(layout), path: "page")
    #expect(report.body == "青石市水务局")
    #expect(report.year == 2022)
    #expect(report.tables.map(\.number) == [2, 3, 4])
    #expect(report.tables.allSatisfy { $0.form == form })
    #expect(report.problems.isEmpty)
    let printed = page.printed
    for cell in report.tables.flatMap(\.cells) {
      #expect(cell.status == .reported, "\(cell.key)")
      #expect(cell.value?.description == printed[cell.key], "\(cell.key)")
      #expect(cell.printed == printed[cell.key])
    }
  }
}
