import Bodies
import Expressions
import ReportModel
import Testing

@testable import Analysis

@Suite("Conditions on reports")
struct ReportConditionTests {
  private static let panel = {
    var fixture = PanelFixture()
    // In the panel's order: 丙县公安局, 乙县人民政府, 甲省人民政府, each 2022 then 2023.
    fixture.add(
      "甲省人民政府", 2022,
      [
        "outcome.granted[total]": .value("1"), "outcome.total[total]": .value("3"),
        "requests.new[total]": .value("40"),
      ])
    fixture.add("甲省人民政府", 2023, ["requests.new[total]": .unread(.blank)])
    fixture.add("乙县人民政府", 2022, ["requests.new[total]": .value("30")])
    fixture.add("乙县人民政府", 2023, ["requests.new[total]": .value("50")])
    fixture.add("丙县公安局", 2022, ["requests.new[total]": .value("7")])
    fixture.add("丙县公安局", 2023, form: "gid-2019", ["requests.new[total]": .value("8")])
    return fixture.panel()
  }()

  private func outcome(_ text: String, findings: [Int] = []) throws -> ReportCondition.Outcome {
    try ReportCondition(Expression(condition: text)).outcome(
      among: Array(Self.panel.reports.indices), of: Self.panel, catalog: .standard,
      bodies: .derivedOnly, findings: findings)
  }

  @Test(
    "A report is selected only where the condition holds whatever was not read",
    arguments: [
      ("requests.new >= 30", [2, 3, 4], 1, 0),
      ("requests.new >= 0", [0, 1, 2, 3, 4, 5], 0, 0),
      ("requests.new < 30", [0, 1], 1, 0),
      ("level = \"county\"", [0, 1, 2, 3], 0, 0),
      ("level = \"county\" and requests.new >= 30", [2, 3], 0, 0),
      ("sector = \"police\" or year = 2022", [0, 1, 2, 4], 0, 0),
      // Not on the form of 2019; zero requests to divide by.
      ("rules.issued = 0", [0, 2, 3, 4, 5], 0, 1),
      ("rate.disclosure > 0.3333333", [4], 0, 5),
      ("requests.new > previous.requests.new", [1, 3], 1, 3),
      ("findings > 0", [1, 4], 0, 0),
      ("unread = 1", [5], 0, 0),
      ("body = \"乙县人民政府\"", [2, 3], 0, 0),
      ("sum(outcome.refused.*) = 0", [0, 1, 2, 3, 4, 5], 0, 0),
      ("region = \"350000\"", [], 0, 6),
    ])
  func selected(text: String, selected: [Int], undecided: Int, without: Int) throws {
    let outcome = try outcome(text, findings: [0, 1, 0, 0, 2, 0])
    #expect(outcome.selected == selected, "\(text)")
    #expect(outcome.undecided == undecided, "\(text)")
    #expect(outcome.withoutFigure == without, "\(text)")
  }

  @Test("A comparison that turns on a rounded digit is left open")
  func roundedDigits() throws {
    #expect(try outcome("rate.disclosure > 0.333333333").undecided == 1)
    #expect(try outcome("rate.disclosure > 0.333333331").selected == [4])
  }

  @Test("A text is no number")
  func text() {
    #expect(throws: ReportCondition.Problem.self) { try outcome("level > 3") }
  }

  @Test("Who is left out is said beside every answer")
  func notes() throws {
    var selection = Selection()
    selection.condition = try outcome("requests.new >= 30")
    let table = try CompareQuery([IndicatorCode("requests.new")], by: [.year], selection: selection)
      .run(on: Self.panel, catalog: .standard)
    #expect(ResultText.rows(table) == ["2022 70 2 2", "2023 50'c 1 1"])
    #expect(
      table.notes.map(\.english) == [
        "Reports left out by the condition: 1 for which it depends on figures that were not read."
      ])
    selection.condition = try outcome("requests.new > 1000")
    #expect(throws: AnalysisError.self) { try selection.reports(in: Self.panel) }
  }

  @Test("Of bodies without reports only attributes are asked")
  func ofBodies() throws {
    let condition = ReportCondition(
      try Expression(condition: "level = \"county\" and outcome.total >= 30"))
    #expect(!condition.isOfBodies(.derivedOnly))
    #expect(try condition.mayHold(for: "丁县人民政府", .derivedOnly))
    #expect(try !condition.mayHold(for: "丁省人民政府", .derivedOnly))
    #expect(try !condition.mayHold(for: "某所", .derivedOnly))
    let ofBodies = ReportCondition(try Expression(condition: "level = \"county\""))
    #expect(ofBodies.isOfBodies(.derivedOnly))
    let (selected, without) = try ofBodies.bodies(
      among: ["丁县人民政府", "丁省人民政府", "某所"], .derivedOnly)
    #expect(selected == ["丁县人民政府"])
    #expect(without == 1)
  }
}
