import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

@Suite("Least repairs of reports")
struct RepairTests {
  private static func advice(_ report: ReportMaker) throws -> [RepairAdvice] {
    var repairer = try Repairer(
      ruleSet: .standard, catalog: .standard, panel: ReportMaker.panel([report]))
    return repairer.advice(at: 0)
  }

  private static func text(_ change: Repair.Change) -> String {
    let to = change.to
    let range = to.exact.map { "\($0)" } ?? "\(to.lower)…\(to.upper.map { "\($0)" } ?? "")"
    return "\(change.key) \(change.from) \(range) \(change.slip.rawValue)"
  }

  /// A report with figures in several rows and no contradiction.
  private static let sound: [String: ReportMaker.Content] = [
    "requests.new[person]": 120, "requests.new[firm]": 14, "requests.new[total]": 134,
    "requests.carried_in[person]": 5, "requests.carried_in[total]": 5,
    "outcome.granted[person]": 80, "outcome.granted[firm]": 14, "outcome.granted[total]": 94,
    "outcome.partial[person]": 42, "outcome.partial[total]": 42,
    "outcome.total[person]": 122, "outcome.total[firm]": 14, "outcome.total[total]": 136,
    "requests.carried_out[person]": 3, "requests.carried_out[total]": 3,
  ]

  private static func changed(_ cells: [String: ReportMaker.Content]) -> ReportMaker {
    ReportMaker(cells: sound.merging(cells) { $1 })
  }

  @Test("a report without contradiction has nothing to repair")
  func sound() throws {
    #expect(try Self.advice(Self.changed([:])).isEmpty)
  }

  @Test(
    "the one figure that explains all contradictions is found, with the slip",
    arguments: [
      (["requests.new[person]": 102], "requests.new[person] 102 120 digits-transposed"),
      (["outcome.partial[person]": 4], "outcome.partial[person] 4 42 digit-dropped"),
      (["requests.new[firm]": 144], "requests.new[firm] 144 14 digit-doubled"),
      (["outcome.total[person]": 0], "outcome.total[person] 0 122 total-missing"),
      (["outcome.granted[firm]": 3], "outcome.granted[firm] 3 14 unexplained"),
      (["outcome.granted[person]": -80], "outcome.granted[person] -80 80 sign"),
    ] as [([String: ReportMaker.Content], String)])
  func single(_ cells: [String: ReportMaker.Content], _ expected: String) throws {
    let advice = try Self.advice(Self.changed(cells))
    let repair = try #require(advice.first?.repairs.first)
    #expect(advice.count == 1)
    #expect(advice[0].count == 1)
    #expect(advice[0].isProven)
    #expect(repair.changes.map(Self.text) == [expected])
  }

  @Test("slips with whole rows are one repair")
  func rows() throws {
    let shifted = try Self.advice(
      Self.changed([
        "outcome.granted[person]": 0, "outcome.granted[firm]": 80, "outcome.granted[research]": 14,
      ]))
    #expect(
      shifted.first?.repairs.map { $0.changes.map(Self.text) } == [
        [
          "outcome.granted[person] 0 80 row-shifted", "outcome.granted[firm] 80 14 row-shifted",
          "outcome.granted[research] 14 0 row-shifted",
        ]
      ])
    let missing = try Self.advice(
      Self.changed([
        "outcome.total[person]": 0, "outcome.total[firm]": 0, "outcome.total[total]": 0,
      ]))
    #expect(
      missing.first?.repairs.map { $0.changes.map(Self.text) } == [
        [
          "outcome.total[person] 0 122 total-missing", "outcome.total[firm] 0 14 total-missing",
          "outcome.total[total] 0 136 total-missing",
        ]
      ])
    let swapped = try Self.advice(
      Self.changed([
        "outcome.total[person]": 3, "outcome.total[firm]": 0, "outcome.total[total]": 3,
        "requests.carried_out[person]": 122, "requests.carried_out[firm]": 14,
        "requests.carried_out[total]": 136,
      ]))
    #expect(swapped.first?.count == 1)
    #expect(swapped.first?.repairs.first?.changes.count == 6)
    #expect(swapped.first?.repairs.first?.changes.allSatisfy { $0.slip == .rowsSwapped } == true)
  }

  @Test("totals of table 4 left at zero are filled from their parts")
  func tableFour() throws {
    let advice = try Self.advice(
      ReportMaker(cells: ["review.upheld": 10, "review.other": 1, "suit_reviewed.pending": 5]))
    #expect(
      advice.map { $0.repairs.first?.changes.map(Self.text) ?? [] } == [
        ["review.total 0 11 total-missing"], ["suit_reviewed.total 0 5 total-missing"],
      ])
    #expect(advice.allSatisfy { $0.count == 1 && $0.isProven })
  }

  @Test("where several cells could be wrong all are given and counted")
  func several() throws {
    let advice = try Self.advice(
      ReportMaker(cells: ["review.upheld": 7, "review.other": 5, "review.total": 9]))
    #expect(
      advice.first?.repairs.map { $0.changes.map(Self.text) } == [
        ["review.upheld 7 4 unexplained"], ["review.other 5 2 unexplained"],
        ["review.total 9 12 unexplained"],
      ])
    #expect(advice.first?.count == 3)
  }

  @Test("a blank that the balances determine is deduced and is no fault")
  func deduction() throws {
    let advice = try Self.advice(Self.changed(["outcome.total[firm]": .blank]))
    let repair = try #require(advice.first?.repairs.first)
    #expect(repair.changes.isEmpty)
    #expect(
      repair.deductions == [
        Repair.Deduction(key: CellKey("outcome.total", .firm), value: 14)
      ])
  }

  @Test("an unread cell is an unknown: the fault is looked for elsewhere")
  func unread() throws {
    let advice = try Self.advice(
      Self.changed(["outcome.granted[firm]": .ambiguous, "outcome.granted[total]": 49]))
    let repair = try #require(advice.first?.repairs.first)
    #expect(repair.changes.map(Self.text) == ["outcome.granted[total] 49 94 digits-transposed"])
    #expect(repair.deductions.map(\.value) == [14])
  }

  @Test("a change that unread cells leave open is given as a range")
  func range() throws {
    let advice = try Self.advice(
      ReportMaker(
        cells: ["review.upheld": 7, "review.other": .ambiguous, "review.total": 3]))
    #expect(
      advice.first?.repairs.map { $0.changes.map(Self.text) } == [
        ["review.upheld 7 0…3 unexplained"], ["review.total 3 7… unexplained"],
      ])
  }

  @Test("what the budget does not decide is not called proven")
  func budget() throws {
    let report = Self.changed([
      "outcome.granted[person]": 3, "outcome.partial[law]": 6, "requests.new[total]": 7,
      "requests.carried_out[research]": 31, "outcome.total[charity]": 9,
    ])
    var hurried = try Repairer(
      ruleSet: .standard, catalog: .standard, panel: ReportMaker.panel([report]), budget: 3)
    #expect(hurried.advice(at: 0).first?.isProven == false)
    var patient = try Repairer(
      ruleSet: .standard, catalog: .standard, panel: ReportMaker.panel([report]))
    let advice = try #require(patient.advice(at: 0).first)
    #expect(advice.isProven)
    #expect(advice.repairs.first?.changes.count == 5)
  }
}

extension CellKey {
  fileprivate init(_ code: String, _ applicant: Applicant) {
    self.init(IndicatorCode(code), applicant)
  }
}
