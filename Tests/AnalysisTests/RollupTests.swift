import Bodies
import ReportModel
import Testing

@testable import Analysis

@Suite("Sums over the bodies below")
struct RollupTests {
  private static let code = IndicatorCode("requests.new")
  private static let panel = {
    var fixture = PanelFixture()
    for (body, year, figure) in [
      ("市", 2022, "100"), ("市", 2023, "120"), ("县甲", 2022, "30"), ("县甲", 2023, "40"),
      ("县乙", 2022, "50"), ("镇", 2022, "9"),
    ] {
      fixture.add(body, year, ["requests.new[total]": .value(figure)])
    }
    return fixture.panel()
  }()

  private func directory() -> BodyDirectory {
    var table = AttributeTable()
    table.set(.parent, of: "县甲", to: "市")
    table.set(.parent, of: "县乙", to: "市")
    table.set(.parent, of: "镇", to: "县甲")
    table.set(.parent, of: "市", to: "省")
    return BodyDirectory(table)
  }

  private func run(_ query: RollupQuery) throws -> ResultTable {
    try query.run(on: Self.panel, catalog: .standard, bodies: directory())
  }

  @Test("stand beside the own figure; those below the ones below are not in them")
  func sums() throws {
    let table = try run(RollupQuery(Self.code))
    #expect(ResultText.header(table) == "body year own below difference bodies children")
    #expect(
      ResultText.rows(table) == [
        "县甲 2022 30 9 21 1 1", "县甲 2023 40 - - 0 1", "市 2022 100 80 20 2 2",
        "市 2023 120 40'c 80 1 2", "省 2022 - 100 - 1 1", "省 2023 - 120 - 1 1",
      ])
    #expect(
      table.notes.map(\.english) == [
        "In 2 of 6 rows not all bodies below have a figure: their sum is not whole."
      ])
    #expect(table.footnotes.map(\.flag) == [.coverageChanges])
  }

  @Test("of one body only; of one with nobody below it there are none")
  func ofOne() throws {
    let table = try run(
      RollupQuery(Self.code, selection: Selection(bodies: ["市"], years: [2022...2022])))
    #expect(ResultText.rows(table) == ["市 2022 100 80 20 2 2"])
    #expect(table.notes == [])
    #expect(throws: AnalysisError.noBodiesBelow(["镇"])) {
      try run(RollupQuery(Self.code, selection: Selection(bodies: ["镇"])))
    }
    #expect(throws: AnalysisError.attributeNotKnown(.parent)) {
      try RollupQuery(Self.code).run(on: Self.panel, catalog: .standard, bodies: .derivedOnly)
    }
  }
}
