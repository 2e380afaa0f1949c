import Bodies
import ReportModel
import Testing

@testable import Analysis

@Suite("Comparing by attributes of bodies")
struct AttributeComparisonTests {
  private static let code = IndicatorCode("penalty.decisions")

  private static let panel = {
    var fixture = PanelFixture()
    for (body, values) in [
      ("甲省人民政府", ["9", "10"]), ("乙县人民政府", ["1", "2"]), ("丙县公安局", ["3", "4"]), ("某所", ["5", "6"]),
    ] {
      for (year, value) in zip([2022, 2023], values) {
        fixture.add(body, year, ["penalty.decisions": .value(value)])
      }
    }
    return fixture.panel()
  }()

  private func directory() -> BodyDirectory {
    var table = AttributeTable()
    table.set(.level, of: "乙县人民政府", to: "county")
    table.set(.own("size"), of: "乙县人民政府", to: "10")
    table.set(.own("size"), of: "丙县公安局", to: "9")
    return BodyDirectory(table)
  }

  @Test("levels stand from the nation down, bodies without one last, derived ones marked")
  func levels() throws {
    let table = try CompareQuery([Self.code], by: [.attribute(.level), .year])
      .run(on: Self.panel, catalog: .standard, bodies: directory())
    #expect(ResultText.header(table) == "level year penalty.decisions reports reports_selected")
    #expect(
      ResultText.rows(table) == [
        "province'e 2022 9 1 1", "province'e 2023 10 1 1", "county'e 2022 4 2 2",
        "county'e 2023 6 2 2", " 2022 5 1 1", " 2023 6 1 1",
      ])
    #expect(
      ResultText.footnotes(table) == ["e Level – told by the name or the region of 2 of 4 bodies."])
  }

  @Test("where neither year nor body tells rows apart, the number of bodies stands beside them")
  func bodies() throws {
    let table = try CompareQuery([Self.code], by: [.attribute(.level)])
      .run(on: Self.panel, catalog: .standard, bodies: directory())
    #expect(ResultText.header(table).hasSuffix("reports reports_selected bodies"))
    #expect(
      ResultText.rows(table) == ["province'e 19'y 2 2 1", "county'e 10'y 4 4 2", " 11'y 2 2 1"])
  }

  @Test("numbers of an own column are ordered by size")
  func numbers() throws {
    let table = try CompareQuery([Self.code], by: [.attribute(.own("size")), .year])
      .run(on: Self.panel, catalog: .standard, bodies: directory())
    #expect(table.rows.compactMap { $0.first?.content }.count == 6)
    #expect(ResultText.rows(table)[0].hasPrefix("9 2022 3"))
    #expect(ResultText.rows(table)[2].hasPrefix("10 2022 1"))
  }

  @Test("an attribute that no body has is refused")
  func unknown() {
    #expect(throws: AnalysisError.attributeNotKnown(.region)) {
      try CompareQuery([Self.code], by: [.attribute(.region)])
        .run(on: Self.panel, catalog: .standard, bodies: directory())
    }
  }

  @Test("shares say what they are shares of")
  func shares() throws {
    let table = try CompareQuery([Self.code], by: [.year, .attribute(.level)], measure: .share)
      .run(on: Self.panel, catalog: .standard, bodies: directory())
    #expect(table.columns[2].heading.chinese.hasSuffix("占当年各层级合计"))
    #expect(ResultText.rows(table)[0].hasPrefix("2022 province'e 0.5 "))
  }
}
