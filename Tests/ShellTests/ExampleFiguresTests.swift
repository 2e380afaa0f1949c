import Checking
import Foundation
import ReportModel
import Testing

@testable import Shell

/// What the program finds in the example reports against the `.csv` files of `examples/expected/`,
/// which were worked out from the figures without the program.
@Suite("The figures of the examples")
struct ExampleFiguresTests {
  /// Answers of one session, which all tests share: loading takes longest.
  private struct Answers: Sendable {
    let penalties: CSVText
    let outcomes: CSVText
    let newRequests: CSVText
    let newRequestsByApplicant: CSVText
    let cells: CSVText
    let findings: CSVText
    let checked: [Finding]

    init() throws {
      let folder = try ScratchFolder.likeExamples()
      let shell = try InProcess(in: folder)
      shell.run("load reports")
      func answer(_ query: String) throws -> CSVText {
        let notices = shell.run(query + " to out/answer.csv").notices
        try #require(notices.hasPrefix("wrote "), "\(notices)")
        return CSVText(try folder.text("out/answer.csv"))
      }
      penalties = try answer("compare penalty.decisions by year")
      let indicators = try ExampleFiguresTests.expected("outcomes-by-year").columns(["indicator"])
        .map { $0[0] }
      outcomes = try answer(
        "compare \(Set(indicators).sorted().joined(separator: " ")) by year")
      newRequests = try answer("compare requests.new by year")
      newRequestsByApplicant = try answer("compare requests.new by year, applicant")
      cells = try answer("cells")
      findings = try answer("check")
      checked = try #require(shell.session.lastCheck).findings
    }
  }

  private static let answers = Result { try Answers() }

  private static func expected(_ name: String) throws -> CSVText {
    CSVText(try Checkout.text("examples/expected/\(name).csv"))
  }

  private let answers: Answers

  init() throws {
    answers = try Self.answers.get()
  }

  @Test("Penalties by year are the sums that were worked out by hand")
  func penalties() throws {
    let sums = try Self.expected("penalties-by-year")
    #expect(
      answers.penalties.columns(["year", "penalty.decisions", "reports"])
        == sums.columns(["year", "value", "reported"]))
  }

  @Test("Outcomes of requests by year are the sums that were worked out by hand")
  func outcomes() throws {
    let sums = try Self.expected("outcomes-by-year").columns(["year", "indicator", "value"])
    #expect(Set(sums.map { $0[1] }).count > 20)
    for sum in sums {
      let found = answers.outcomes.columns(["year", sum[1]]).first { $0[0] == sum[0] }
      #expect(found?[1] == sum[2], "\(sum)")
    }
  }

  @Test("New requests by applicant and year are the sums that were worked out by hand")
  func requests() throws {
    let sums = try Self.expected("requests-by-year").columns(["year", "applicant", "value"])
    let parts = answers.newRequestsByApplicant.columns(["year", "applicant", "requests.new"])
    let totals = answers.newRequests.columns(["year", "requests.new"])
    #expect(Set(parts + totals.map { [$0[0], "total", $0[1]] }) == Set(sums))
  }

  @Test("The findings are the contradictions that stand on the pages, and no others")
  func contradictions() throws {
    let found = answers.checked.map { finding in
      [
        finding.rule, finding.severity.rawValue, finding.outcome.rawValue, finding.body,
        String(finding.year), finding.applicant?.rawValue ?? "",
        finding.left?.description ?? "", finding.right?.description ?? "", finding.subject,
      ]
    }
    let names = ["rule", "severity", "outcome", "body", "year", "applicant", "left", "right"]
    let wanted = try Self.expected("contradictions").columns(names + ["subject"])
    // What texts say is not worked out by the script.
    let others = found.filter { $0[0].hasPrefix("P.") }
    #expect(
      others.map { "\($0[0]) \($0[3]) \($0[4]) \($0[8])" } == [
        "P.negative 黔东南州生态环境局 2020 review.total",
        "P.negative 黔东南州生态环境局 2020 suit.total",
      ])
    let worked = found.filter { !others.contains($0) }
    #expect(Set(worked).subtracting(wanted) == [])
    #expect(Set(wanted).subtracting(worked) == [])
    #expect(worked.count == wanted.count)
    // The file, which has no subject, carries what the check found.
    #expect(answers.findings.columns(names) == found.map { Array($0.dropLast()) })
  }

  @Test("Every cell of every page is read as it was printed")
  func cells() throws {
    let names = ["body", "year", "form", "indicator", "applicant", "value", "printed", "status"]
    let found = answers.cells.columns(names)
    let wanted = try Self.expected("cells").columns(names)
    #expect(Set(found).subtracting(wanted) == [])
    #expect(Set(wanted).subtracting(found) == [])
    #expect(found.count == wanted.count)
  }
}
