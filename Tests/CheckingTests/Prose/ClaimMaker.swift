import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

/// Holds claims made by hand against reports made by hand.
enum ClaimMaker {
  /// A figure stated in a text that is certain unless a test says otherwise.
  ///
  /// - Parameter printed: with its unit, as the page has it.
  static func count(
    _ value: Int64, _ meanings: String, applicants: [Applicant] = [], unit: String = "件",
    printed: String? = nil, bound: Claim.Bound = .exact, year: Int? = nil,
    doubts: [Claim.Doubt] = [], part: Claim.Part? = nil
  ) -> Claim {
    stated(
      .count, Quantity(value), meanings, applicants: applicants, unit: unit,
      printed: printed ?? "\(value)\(unit)", bound: bound, year: year, doubts: doubts, part: part)
  }

  /// A share or growth.
  static func percent(
    _ kind: Claim.Kind, _ text: String, _ meanings: String, unit: String = "%",
    bound: Claim.Bound = .exact, doubts: [Claim.Doubt] = [], part: Claim.Part? = nil,
    subject: Int? = nil
  ) -> Claim {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return stated(
      kind, Quantity(text) ?? .zero, meanings, unit: unit, printed: text + unit,
      decimals: decimals, bound: bound, doubts: doubts, part: part, subject: subject)
  }

  static func none(_ meanings: String, doubts: [Claim.Doubt] = []) -> Claim {
    stated(.none, .zero, meanings, unit: "", printed: "", doubts: doubts)
  }

  static func stated(
    _ kind: Claim.Kind, _ value: Quantity, _ meanings: String, applicants: [Applicant] = [],
    unit: String = "", printed: String, decimals: Int = 0, bound: Claim.Bound = .exact,
    year: Int? = nil, doubts: [Claim.Doubt] = [], part: Claim.Part? = nil, subject: Int? = nil
  ) -> Claim {
    Claim(
      kind: kind, meanings: Claim.meanings(text: meanings), applicants: applicants, value: value,
      printed: printed, decimals: decimals, unit: unit, bound: bound, year: year, doubts: doubts,
      part: part, subject: subject, sentence: "一句。", place: Place(line: 1), offset: 0)
  }

  /// What the built-in rules about claims find of the last report.
  static func findings(_ claims: [Claim], _ reports: [ReportMaker]) throws -> [Finding] {
    try result(claims, reports).findings
  }

  static func result(
    _ claims: [Claim], _ reports: [ReportMaker], rules: RuleSet = .standard
  ) throws -> CheckResult {
    let panel = ReportMaker.panel(reports)
    let checker = try Checker(ruleSet: rules, catalog: .standard)
    let asked = Set(rules.rules.filter(\.isAboutClaims).map(\.id))
    var prose = try #require(checker.proseChecker(of: panel, selecting: asked))
    let last = try #require(reports.last)
    prose.hold(claims, ofReport: try #require(panel.position(body: last.body, year: last.year)))
    return checker.joined(checker.check(panel, selecting: asked), with: prose)
  }

  /// `P.figure error fail 5 6`.
  static func texts(_ claims: [Claim], _ reports: [ReportMaker]) throws -> [String] {
    try findings(claims, reports).map { finding in
      let sides = [finding.left, finding.right].map { $0?.description ?? "?" }
      return
        "\(finding.rule) \(finding.severity) \(finding.outcome) \(sides.joined(separator: " "))"
    }
  }
}
