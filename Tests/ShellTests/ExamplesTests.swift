import Foundation
import ReportModel
import Testing

@testable import Shell

/// The scripts in `examples/` against `examples/expected/`: the `.out` and `out/` files are what
/// the program gave when a person last looked them through; the `.csv` files were worked out from
/// the figures without the program.
@Suite("The examples")
struct ExamplesTests {
  static let scripts: [(name: String, status: Int32)] = [
    ("audit", 1), ("demo", 1), ("export", 0), ("yearly", 0),
  ]

  @Test("The scripts print and write what they should, in straight columns")
  func outputs() throws {
    let folder = try ScratchFolder.likeExamples()
    // From another folder: paths in a script start at the script's own.
    let elsewhere = try ScratchFolder()
    for (name, status) in Self.scripts {
      let outcome = try BuiltNianbao.run(["run", folder.path(name + ".nb")], in: elsewhere)
      #expect(outcome.status == status, "\(outcome.notices)")
      try ExpectedFile.compare(outcome.output, with: Self.expectedOutput(of: name))
    }
    #expect(try elsewhere.names() == [])
    try ExpectedFile.compare(outputsOf: folder, with: Checkout.expected.appending(path: "out"))
  }

  @Test("The tables of the scripts stand in straight columns", arguments: Language.allCases)
  func columns(language: Language) throws {
    let shell = try InProcess(in: try ScratchFolder.likeExamples(), language: language)
    for (name, _) in Self.scripts {
      let text = try Checkout.text("examples/\(name).nb").replacing("set lang zh", with: "")
      for table in shell.run(text).pieces.compactMap(PrintedTable.init) {
        #expect(table.crooked == [], "\(table.text)")
      }
    }
  }

  static func expectedOutput(of script: String) -> URL {
    Checkout.expected.appending(path: script + ".out")
  }

  @Test("Every script of the folder is tested")
  func everyScript() throws {
    let names = try ScratchFolder.likeExamples().names().filter { $0.hasSuffix(".nb") }
    #expect(names == Self.scripts.map { $0.name + ".nb" })
  }

  @Test("Penalties by year are the sums that were worked out by hand")
  func penalties() throws {
    let result = try query("compare penalty.decisions by year")
    let sums = try Self.expected("penalties-by-year")
    #expect(
      result.columns(["year", "penalty.decisions", "reports"])
        == sums.columns(["year", "value", "reported"]))
  }

  @Test("Outcomes of requests by year are the sums that were worked out by hand")
  func outcomes() throws {
    let sums = try Self.expected("outcomes-by-year")
    let indicators = Set(sums.columns(["indicator"]).map { $0[0] }).sorted()
    try #require(indicators.count > 20)
    let result = try query("compare \(indicators.joined(separator: " ")) by year")
    for row in sums.columns(["year", "indicator", "value"]) {
      let found = result.columns(["year", row[1]]).first { $0[0] == row[0] }
      #expect(found?[1] == row[2], "\(row)")
    }
  }

  @Test("New requests by applicant and year are the sums that were worked out by hand")
  func requests() throws {
    let sums = try Self.expected("requests-by-year").columns(["year", "applicant", "value"])
    let parts = try query("compare requests.new by year, applicant")
    let totals = try query("compare requests.new by year").columns(["year", "requests.new"])
    #expect(
      Set(parts.columns(["year", "applicant", "requests.new"]) + totals.map { [$0[0], "total", $0[1]] })
        == Set(sums))
  }

  @Test("The findings are the contradictions that were put into the pages, and no others")
  func contradictions() throws {
    let folder = try ScratchFolder.likeExamples()
    let shell = try InProcess(in: folder)
    shell.run("load reports; check to out/findings.csv")
    let findings = try #require(shell.session.lastCheck).findings
    let found = findings.map { finding in
      [
        finding.rule, finding.severity.rawValue, finding.outcome.rawValue, finding.body,
        String(finding.year), finding.subject, finding.applicant?.rawValue ?? "",
        finding.left?.description ?? "", finding.right?.description ?? "",
      ]
    }
    let names = [
      "rule", "severity", "outcome", "body", "year", "subject", "applicant", "left", "right",
    ]
    let wanted = try Self.expected("contradictions").columns(names)
    #expect(Set(found).subtracting(wanted) == [])
    #expect(Set(wanted).subtracting(found) == [])
    #expect(found.count == wanted.count)
    // What the file carries is what the check found.
    let written = CSVText(try folder.text("out/findings.csv"))
    let shared = names.filter { $0 != "subject" }
    #expect(
      written.columns(shared)
        == found.map { row in names.indices.filter { names[$0] != "subject" }.map { row[$0] } })
  }

  @Test("Every cell of every page is read as it was printed")
  func cells() throws {
    let names = ["body", "year", "form", "indicator", "applicant", "value", "printed", "status"]
    let found = Set(try query("cells").columns(names))
    let wanted = Set(try Self.expected("cells").columns(names))
    #expect(found.subtracting(wanted) == [])
    #expect(wanted.subtracting(found) == [])
  }

  /// Loads the reports, runs the query and reads the CSV that it writes.
  private func query(_ text: String) throws -> CSVText {
    let folder = try ScratchFolder.likeExamples()
    let shell = try InProcess(in: folder)
    let outcome = shell.run("load reports; \(text) to out/result.csv")
    try #require(shell.status == .done, "\(outcome.notices)")
    return CSVText(try folder.text("out/result.csv"))
  }

  private static func expected(_ name: String) throws -> CSVText {
    CSVText(try Checkout.text("examples/expected/\(name).csv"))
  }
}
