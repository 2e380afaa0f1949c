import Forms
import Glibc
import Panel
import ReportModel
import Testing

@testable import Checking

/// Figures of published reports, where they are at hand beside the package.
private enum PublishedFigures {
  /// `…/Tests/CheckingTests/PublishedReportTests.swift` is three levels below the package.
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/../shared/reports/expected/"

  static let areAtHand = access(folder + "suqian-2023.csv", R_OK) == 0

  static func panel(_ names: [String]) throws -> Panel {
    var builder = PanelBuilder()
    for (index, name) in names.enumerated() {
      let rows = try lines(folder + name + ".csv").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      var forms: [Int: String] = [:]
      var entries: [PanelBuilder.Entry] = []
      for row in rows {
        let key = CellKey(IndicatorCode(row[3]), Applicant(rawValue: row[4]))
        let form = try #require(FormCatalog.standard.form(row[2]))
        for table in form.tables {
          guard let cell = table.cells.first(where: { $0.key == key }) else { continue }
          forms[table.number] = form.id
          // Some pages print a unit behind the amount; it plays no part here.
          let value = Quantity(row[5])
          entries.append(
            PanelBuilder.Entry(
              key: key, state: value == nil ? .blank : .reported, value: value ?? .zero,
              unit: cell.unit))
        }
      }
      let first = try #require(rows.first)
      builder.add(
        PanelReport(
          id: Int64(index), body: first[0], year: try #require(Int(first[1])), forms: forms),
        cells: entries)
    }
    return builder.build()
  }

  private static func lines(_ path: String) throws -> [String] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
  }
}

@Suite("Published reports", .enabled(if: PublishedFigures.areAtHand))
struct PublishedReportTests {
  @Test(
    "the known contradictions are found, and none besides",
    arguments: [
      (
        ["qiandongnan-eco-2020"],
        [
          "T3.balance firm fail", "T3.balance total fail", "T3.outcomes firm fail",
          "T3.outcomes total fail", "T4.total suit_direct fail", "S.zero_row  fail",
          "Q.items_as_decisions penalty fail", "Q.items_as_decisions coercion fail",
        ]
      ),
      // Clean in every table, and from one year to the next.
      (["suqian-2023", "suqian-2024"], []),
      // Two totals are 0 though their parts are not.
      (
        ["hongze-2023"],
        ["T4.total review fail", "T4.total suit_reviewed fail", "S.zero_totals  fail"]
      ),
      (["pingtan-ez-2023", "pingtan-ez-2024"], ["X.stock normative fail"]),
      (["shanghai-kewei-2024"], []),
      // The total column is blank in the rows of results: one finding, and what it leaves open.
      (
        ["shanghai-office-2019"],
        ["S.blank_column  fail", "T3.outcomes total unknown"]
          + [
            "granted", "partial", "refused.state_secret", "refused.internal", "refused.process",
            "refused.query_matter", "unavailable.not_held", "unavailable.needs_making",
            "unavailable.unclear", "declined.petition", "declined.repeat",
          ].map { "T3.applicants outcome.\($0) unknown" }
      ),
    ])
  func findings(_ names: [String], _ expected: [String]) throws {
    let found = try Checker(ruleSet: .standard, catalog: .standard)
      .check(PublishedFigures.panel(names)).findings
      .map { "\($0.rule) \($0.applicant?.rawValue ?? $0.subject) \($0.outcome)" }
    #expect(found == expected)
  }

  @Test(
    "the least repairs of the known contradictions",
    arguments: [
      (
        "hongze-2023",
        ["review.total: 0 -> 11 (total-missing)", "suit_reviewed.total: 0 -> 5 (total-missing)"]
      ),
      (
        "qiandongnan-eco-2020",
        [
          "outcome.total[firm]: 0 -> 1 (total-missing); outcome.total[total]: 0 -> 1 (total-missing)",
          "suit_direct.total: 0 -> 1 (total-missing)",
        ]
      ),
      ("suqian-2023", []), ("suqian-2024", []),
    ])
  func repairs(_ name: String, _ expected: [String]) throws {
    let panel = try PublishedFigures.panel([name])
    var repairer = try Repairer(ruleSet: .standard, catalog: .standard, panel: panel)
    let advice = repairer.advice(at: 0)
    #expect(advice.map { $0.repairs.map(\.description) } == expected.map { [$0] })
    #expect(advice.allSatisfy { $0.isProven && $0.count == 1 })
  }

  @Test("blank totals that their parts determine are deduced, without any fault")
  func blanks() throws {
    let panel = try PublishedFigures.panel(["shanghai-office-2019"])
    var repairer = try Repairer(ruleSet: .standard, catalog: .standard, panel: panel)
    let advice = repairer.advice(at: 0)
    #expect(advice.allSatisfy { $0.repairs.count == 1 && $0.repairs[0].changes.isEmpty })
    let deduced = advice.flatMap { $0.repairs.flatMap(\.deductions) }
      .reduce(into: [:]) { $0[$1.key.description] = $1.value }
    let granted = panel.columns.keys.filter {
      $0.indicator.text == "outcome.granted" && $0.applicant != .total
    }.compactMap { panel.quantity(of: $0, at: 0)?.count }.reduce(0, +)
    #expect(deduced["outcome.granted[total]"] == granted)
    #expect(granted == 272)
  }
}
