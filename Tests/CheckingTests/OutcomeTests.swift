import Forms
import ReportModel
import Testing

@testable import Checking

/// What came of one rule for the applicant, row or group that the cells at hand belong to.
private func counts(
  _ rule: String, _ reports: [ReportMaker]
) throws -> OutcomeCounts {
  let checker = try Checker(ruleSet: .standard, catalog: .standard)
  let panel = ReportMaker.panel(reports)
  return checker.check(panel, selecting: [rule], reports: [panel.reports.count - 1]).total
}

@Suite("Outcomes of the built-in rules")
struct OutcomeTests {
  typealias Cells = [String: ReportMaker.Content]

  /// What is expected of a rule for one report that otherwise holds zeros.
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let cells: @Sendable () -> Cells
    let expected: Verdict
    var form = ReportMaker.form2021
    /// Cells of the year before; no report of it where `nil`.
    var previous: (@Sendable () -> Cells)?
    var previousForm = ReportMaker.form2021
    let testDescription: String
  }

  @Test("each rule passes, fails, is unknown and is skipped where it should be", arguments: cases)
  func outcome(_ given: Case) throws {
    var reports: [ReportMaker] = []
    if let previous = given.previous {
      reports.append(
        ReportMaker(year: 2021, forms: given.previousForm, cells: previous()))
    }
    reports.append(ReportMaker(year: 2022, forms: given.form, cells: given.cells()))
    let result = try counts(given.rule, reports)
    let zeros = try counts(
      given.rule,
      reports.map { report in
        var plain = report
        plain.cells = [:]
        return plain
      })
    switch given.expected {
    case .pass:
      #expect(result == zeros)
      #expect(result.passed > 0)
    case .fail:
      #expect(result.failed == 1)
      #expect(result.unknown == 0)
    case .unknown:
      #expect(result.unknown == 1)
      #expect(result.failed == 0)
    case .skipped:
      #expect(result.skipped > 0)
      #expect(result.passed == 0)
    case .error:
      #expect(result.errors == 1)
    }
  }

  static let cases: [Case] =
    balance + outcomes + applicants + groups + carry + stock + items + decisions

  private static func make(
    _ rule: String, _ expected: Verdict, _ what: String, form: [Int: String] = ReportMaker.form2021,
    previous: (@Sendable () -> Cells)? = nil, previousForm: [Int: String] = ReportMaker.form2021,
    _ cells: @escaping @Sendable () -> Cells
  ) -> Case {
    Case(
      rule: rule, cells: cells, expected: expected, form: form, previous: previous,
      previousForm: previousForm, testDescription: "\(rule): \(what)")
  }

  private static let balance: [Case] = [
    make("T3.balance", .pass, "figures agree") {
      [
        "requests.new[firm]": 3, "requests.carried_in[firm]": 1, "outcome.total[firm]": 2,
        "requests.carried_out[firm]": 2,
      ]
    },
    make("T3.balance", .pass, "a blank counts as zero") { ["requests.new[firm]": .blank] },
    make("T3.balance", .pass, "a dash counts as zero") { ["requests.carried_out[law]": .dash] },
    make("T3.balance", .fail, "figures differ") { ["requests.new[firm]": 1] },
    make("T3.balance", .unknown, "a blank total could be the sum") {
      ["requests.new[firm]": 3, "outcome.total[firm]": .blank]
    },
    make("T3.balance", .fail, "a blank on the larger side cannot make up") {
      ["requests.new[firm]": 3, "requests.carried_in[firm]": .blank]
    },
    make("T3.balance", .unknown, "an ambiguous figure could fit") {
      ["requests.new[firm]": 3, "requests.carried_out[firm]": .ambiguous]
    },
    make("T3.balance", .unknown, "an absent cell could hold anything") {
      ["requests.new[firm]": .absent]
    },
    make("T3.balance", .unknown, "words could stand for anything") {
      ["requests.new[firm]": .text]
    },
    make("T3.balance", .fail, "no ambiguous figure could fit") {
      ["requests.new[firm]": 3, "requests.carried_in[firm]": .ambiguous]
    },
    make("T3.balance", .skipped, "no table 3", form: [2: "gid-2021", 4: "gid-2021"]) { [:] },
    make("T3.balance", .skipped, "a form that is not known", form: [3: "gid-2014"]) { [:] },
    make("T3.balance", .error, "a side beyond the range of numbers") {
      ["requests.new[firm]": 9_223_372_036_854_775_807, "requests.carried_in[firm]": 1]
    },
  ]

  private static let outcomes: [Case] = [
    make("T3.outcomes", .pass, "rows add up") {
      [
        "outcome.granted[law]": 2, "outcome.other.rest[law]": 1, "outcome.total[law]": 3,
      ]
    },
    make("T3.outcomes", .pass, "the one row of other handling in 2019", form: ReportMaker.form2019)
    { ["outcome.other[law]": 3, "outcome.total[law]": 3] },
    make("T3.outcomes", .fail, "rows exceed the total") { ["outcome.other.rest[law]": 1] },
    make("T3.outcomes", .unknown, "a blank row could hold the rest") {
      ["outcome.total[law]": 1, "outcome.partial[law]": .blank]
    },
    make("T3.outcomes", .skipped, "no table 3", form: [2: "gid-2021"]) { [:] },
  ]

  private static let applicants: [Case] = [
    make("T3.applicants", .pass, "columns add up") {
      [
        "requests.new[person]": 4, "requests.new[other]": 1, "requests.new[total]": 5,
      ]
    },
    make("T3.applicants", .fail, "columns do not add up") { ["requests.new[person]": 4] },
    make("T3.applicants", .unknown, "a dash where the total belongs") {
      ["requests.new[person]": 4, "requests.new[total]": .dash]
    },
    make("T3.applicants", .skipped, "no table 3", form: [4: "gid-2019"]) { [:] },
  ]

  private static let groups: [Case] = [
    make("T4.total", .pass, "results add up") {
      ["review.upheld": 2, "review.pending": 1, "review.total": 3]
    },
    make("T4.total", .fail, "results exceed the total") { ["suit_direct.other": 1] },
    make("T4.total", .unknown, "an ambiguous total") {
      ["suit_reviewed.other": 1, "suit_reviewed.total": .ambiguous]
    },
    make("T4.total", .skipped, "no table 4", form: [3: "gid-2019"]) { [:] },
  ]

  private static let carry: [Case] = [
    make(
      "X.carry", .pass, "carried over as carried in",
      previous: { ["requests.carried_out[person]": 7] }
    ) { ["requests.carried_in[person]": 7] },
    make(
      "X.carry", .pass, "across the two forms", previous: { ["requests.carried_out[person]": 7] },
      previousForm: ReportMaker.form2019
    ) { ["requests.carried_in[person]": 7] },
    make(
      "X.carry", .fail, "one lost", previous: { ["requests.carried_out[person]": 8] }
    ) { ["requests.carried_in[person]": 7] },
    make(
      "X.carry", .unknown, "blank in the year before",
      previous: { ["requests.carried_out[person]": .blank] }
    ) { ["requests.carried_in[person]": 7] },
    make("X.carry", .skipped, "no report of the year before") {
      ["requests.carried_in[person]": 7]
    },
    make("X.carry", .skipped, "no table 3 in the year before", previous: { [:] }, previousForm: [:])
    { ["requests.carried_in[person]": 7] },
  ]

  private static let stock: [Case] = [
    make("X.stock", .pass, "the stock continues", previous: { ["normative.in_force": 10] }) {
      ["normative.in_force": 11, "normative.issued": 3, "normative.repealed": 2]
    },
    make("X.stock", .fail, "the stock does not continue", previous: { ["rules.in_force": 10] }) {
      ["rules.in_force": 11, "rules.repealed": 2]
    },
    make("X.stock", .unknown, "blank stock", previous: { ["rules.in_force": 10] }) {
      ["rules.in_force": .blank]
    },
    make(
      "X.stock", .skipped, "another form in the year before", previous: { [:] },
      previousForm: ReportMaker.form2019
    ) { ["rules.in_force": 10] },
    make("X.stock", .skipped, "no report of the year before") { [:] },
  ]

  private static let items: [Case] = [
    make(
      "X.items", .pass, "the items continue, with a decrease", form: ReportMaker.form2019,
      previous: {
        ["penalty.items_previous": 20, "penalty.items_change": .figure(Quantity(-5))]
      }, previousForm: ReportMaker.form2019
    ) { ["penalty.items_previous": 15] },
    make(
      "X.items", .fail, "the items do not continue", form: ReportMaker.form2019,
      previous: { ["fees.items_previous": 20] }, previousForm: ReportMaker.form2019
    ) { ["fees.items_previous": 15] },
    make(
      "X.items", .unknown, "a change that was not read could be a decrease",
      form: ReportMaker.form2019,
      previous: { ["fees.items_previous": 20, "fees.items_change": .ambiguous] },
      previousForm: ReportMaker.form2019
    ) { ["fees.items_previous": 15] },
    make(
      "X.items", .skipped, "the form of 2021 has no items", previous: { [:] },
      previousForm: ReportMaker.form2019
    ) { [:] },
  ]

  private static let decisions: [Case] = [
    make("Q.items_as_decisions", .pass, "no change", form: ReportMaker.form2019) {
      ["penalty.items_previous": 9, "penalty.decisions": 9]
    },
    make("Q.items_as_decisions", .pass, "different quantities", form: ReportMaker.form2019) {
      ["penalty.items_previous": 9, "penalty.items_change": 1, "penalty.decisions": 274]
    },
    make(
      "Q.items_as_decisions", .fail, "items and change are the decisions",
      form: ReportMaker.form2019
    ) {
      ["penalty.items_previous": 157, "penalty.items_change": 117, "penalty.decisions": 274]
    },
    make(
      "Q.items_as_decisions", .unknown, "a blank that could be the item count",
      form: ReportMaker.form2019
    ) {
      ["penalty.items_previous": .blank, "penalty.items_change": 5, "penalty.decisions": 5]
    },
    make("Q.items_as_decisions", .skipped, "the form of 2021 has no items") { [:] },
  ]
}
