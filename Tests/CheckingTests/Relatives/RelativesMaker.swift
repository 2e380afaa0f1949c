import Bodies
import Forms
import Panel
import ReportModel

@testable import Checking

/// Holds one rule against reports of bodies of which attributes are given.
struct RelativesMaker {
  var attributes = AttributeTable()
  private let checker: Checker

  /// - Parameter lines: the keys of the rule besides those of every rule; a question unless they say.
  init(_ lines: String..., severity: String = "question") throws {
    checker = try Checker(
      ruleSet: RuleSet(yaml: Self.yaml(lines, severity: severity), catalog: .standard),
      catalog: .standard)
  }

  /// A rule file of one rule.
  static func yaml(_ lines: [String], severity: String = "question") -> String {
    let head = """
      id: own
      version: "1"
      rules:
        - id: O.one
          label: {zh: 一, en: one}
          severity: \(severity)
          basis: screen

      """
    return head + lines.map { "    " + $0 }.joined(separator: "\n")
  }

  /// A rule on the reconsiderations of a body and of those below it.
  static func reviews() throws -> RelativesMaker {
    try RelativesMaker(
      "table: 4", "for: {groups: [review]}", "assert: group.total >= children.group.total")
  }

  /// Puts bodies below another.
  mutating func put(_ bodies: String..., below parent: String) {
    for body in bodies { attributes.set(.parent, of: body, to: parent) }
  }

  func check(_ panel: Panel, reports: [Int]? = nil) -> CheckResult {
    checker.check(
      panel, reports: reports,
      kin: BodyKin(panel: panel, directory: BodyDirectory(attributes)))
  }

  /// What comes of the rule for one body in 2022.
  func counts(_ body: String, _ reports: [ReportMaker]) -> OutcomeCounts {
    let panel = ReportMaker.panel(reports)
    return check(panel, reports: [panel.position(body: body, year: 2022)].compactMap { $0 }).total
  }
}

extension ReportMaker {
  /// A report with so many reconsiderations, or with a cell that says why none were read.
  static func reviews(_ body: String, _ content: Content, year: Int = 2022) -> ReportMaker {
    ReportMaker(body: body, year: year, cells: ["review.total": content])
  }
}
