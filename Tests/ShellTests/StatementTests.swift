import Foundation
import ReportModel
import Testing

@testable import Shell

/// Whole pages, each with a text in words of its own, checked as people check them: what agrees with
/// its tables is never said to be wrong, what contradicts them is found.
@Suite("Statements of whole pages")
struct StatementTests {
  private static let agreeing = Statement.all(in: "agreeing.txt")
  private static let contradicting = Statement.all(in: "contradicting.txt")

  /// What a check finds of a page: severity, rule and sides of what fails; and the claims, to show.
  private static func check(_ sample: Statement, _ rules: String) throws -> (
    findings: [Finding], claims: String
  ) {
    let folder = try ScratchFolder()
    let shell = try InProcess(in: folder)
    var pages = [(sample.figures, sample.year, sample.text)]
    if let before = sample.before { pages.append((before, sample.year - 1, ["情况如下。"])) }
    for (figures, year, text) in pages {
      let report = StatedReport(body: sample.body, year: year, figures: Substring(figures))
      try report.page(text: text.map { Substring($0) })
        .write(toFile: folder.path("\(year).md"), atomically: true, encoding: .utf8)
      let notices = shell.run("load \(year).md as \"\(sample.body)\" year \(year)").notices
      #expect(!notices.contains("error"), "\(notices)")
    }
    let claims = shell.run("claims in \(sample.year) to claims.csv").notices
    shell.run("check \(rules)")
    let all = try #require(shell.session.lastCheck).findings
    let written = try? String(contentsOfFile: folder.path("claims.csv"), encoding: .utf8)
    return (all.filter { $0.outcome == .fail }, written ?? claims)
  }

  private static func text(_ finding: Finding) -> String {
    let sides = [finding.left, finding.right].map { $0?.description ?? "?" }
    return "\(finding.severity) \(finding.rule) \(sides.joined(separator: " "))"
  }

  @Test("what agrees with its tables is not said to be wrong", arguments: agreeing)
  func agrees(sample: Statement) throws {
    let found = try Self.check(sample, "")
    let wrong = found.findings.filter { [.error, .warning].contains($0.severity) }
    #expect(wrong.isEmpty, "\(wrong.map { "\(Self.text($0)) \($0.subject)" })\n\(found.claims)")
  }

  @Test(
    "what contradicts its tables is found, and nothing else said to be wrong",
    arguments: contradicting)
  func contradicts(sample: Statement) throws {
    let found = try Self.check(sample, "P.*")
    let texts = found.findings.map(Self.text)
    for expected in sample.finds {
      #expect(texts.contains(expected), "\(texts)\n\(found.claims)")
    }
    let others = texts.filter { !$0.hasPrefix("question") && !sample.finds.contains($0) }
    #expect(others.isEmpty, "\(found.claims)")
  }

  @Test("there are as many samples as there should be")
  func samples() {
    #expect(Self.agreeing.count >= 80)
    #expect(Self.contradicting.count >= 30)
  }
}
