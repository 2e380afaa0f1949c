import ReportModel
import Testing

@testable import Checking

@Suite("What waivers cover")
struct WaiverReviewTests {
  private let finding = Finding(
    id: "F1", rule: "T3.balance", severity: .error, outcome: .fail, body: "甲", year: 2022, table: 3,
    applicant: .firm, subject: "", left: Quantity(3), right: Quantity(2), assertion: "",
    operands: [
      Operand(
        key: CellKey(IndicatorCode("requests.new"), .firm), year: 2022, side: .left,
        isSubtracted: false),
      Operand(
        key: CellKey(IndicatorCode("requests.carried_out"), .firm), year: 2021, side: .right,
        isSubtracted: false),
    ])

  private let observed = [
    ObservedCell(cell: "requests.new[firm]", value: "3"),
    ObservedCell(cell: "2021:requests.carried_out[firm]", value: "blank"),
  ]

  private func waiver(
    year: Int = 2022, observed: [ObservedCell]? = nil, until: String? = nil
  ) -> Waiver {
    Waiver(
      rule: "T3.balance", body: "甲", year: year, observed: observed ?? self.observed, reason: "r",
      until: until.flatMap { CalendarDate($0) })
  }

  private func review(
    _ waivers: [Waiver], _ findings: [Finding], checked: Bool = true
  ) throws -> WaiverReview {
    let today = try #require(CalendarDate("2026-05-01"))
    return WaiverReview(
      waivers, findings: findings, today: today,
      wasChecked: { _ in checked }, observed: { _ in observed })
  }

  @Test("the same rule, report, cells and values: covered, to the last day")
  func applies() throws {
    let result = try review([waiver(until: "2026-05-01")], [finding])
    #expect(result.states == [.applies])
    #expect(result.waived == ["F1": 0])
  }

  @Test("a value that changed, a day that passed, a finding that is gone: not covered, and said so")
  func gone() throws {
    var other = observed
    other[0] = ObservedCell(cell: observed[0].cell, value: "4")
    let result = try review(
      [waiver(observed: other), waiver(until: "2026-04-30"), waiver(year: 2021)], [finding])
    #expect(result.states == [.changed, .expired, .unmatched])
    #expect(result.waived.isEmpty)
  }

  @Test("an id that is another finding's, or none of the finding's, covers nothing")
  func mismatched() throws {
    let waivers = [
      Waiver(
        rule: "T3.balance", body: "甲", year: 2022, observed: observed, reason: "r", finding: "F2"),
      Waiver(
        rule: "T3.balance", body: "乙", year: 2022, observed: observed, reason: "r", finding: "F1"),
      Waiver(
        rule: "T3.balance", body: "甲", year: 2022, observed: observed, reason: "r", finding: "F1"),
    ]
    let result = try review(waivers, [finding])
    #expect(result.states == [.mismatched, .mismatched, .applies])
    #expect(result.waived == ["F1": 2])
  }

  @Test("one that was not looked at is not called out of date")
  func unchecked() throws {
    #expect(try review([waiver()], [], checked: false).states == [.unchecked])
  }

  @Test("what rests on figures that were not read cannot be accepted")
  func unknown() throws {
    let open = Finding(
      id: "F1", rule: finding.rule, severity: .error, outcome: .unknown, body: "甲", year: 2022,
      table: 3, applicant: .firm, subject: "", left: nil, right: nil, assertion: "",
      operands: finding.operands)
    let result = try review([waiver()], [open])
    #expect(result.states == [.unmatched])
    #expect(result.waived.isEmpty)
  }

  @Test("of two that cover the same finding the first counts, and neither is out of date")
  func twice() throws {
    let result = try review([waiver(), waiver(until: "2027-01-01")], [finding])
    #expect(result.states == [.applies, .applies])
    #expect(result.waived == ["F1": 0])
  }
}
