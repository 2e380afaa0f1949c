import Bodies
import Forms
import Panel
import ReportModel
import SeededNumbers
import Testing

@testable import Checking

/// What `peers.` means.
@Suite("Quartiles of bodies of one kind")
struct PeersTests {
  private func maker(_ assertion: String, severity: String = "question") throws -> RelativesMaker {
    try RelativesMaker(
      "table: 4", "for: {groups: [review]}", "assert: \(assertion)", severity: severity)
  }

  /// Counties' governments, with so many reconsiderations each, and one more.
  private func reports(_ figures: [Int64], own: ReportMaker.Content) -> [ReportMaker] {
    [.reviews("甲县人民政府", own)]
      + figures.enumerated().map {
        .reviews(Self.name($0.offset), .figure(Quantity($0.element)))
      }
  }

  private static func name(_ number: Int) -> String {
    "乙\(String(repeating: "丙", count: number))县人民政府"
  }

  @Test("the quartile is the least figure that three quarters of the peers do not exceed")
  func quartile() throws {
    let maker = try maker("peers.group.total = 15")
    let twenty = Array(Int64(1)...20)
    #expect(
      maker.counts("甲县人民政府", reports(twenty, own: 1)) == OutcomeCounts(passed: 1))
    #expect(
      maker.counts("甲县人民政府", reports(twenty.reversed(), own: 900)) == OutcomeCounts(passed: 1))
    #expect(
      maker.counts("甲县人民政府", reports(twenty, own: .ambiguous)) == OutcomeCounts(passed: 1))
    // Of 21, it takes 16.
    #expect(
      maker.counts("甲县人民政府", reports(twenty + [21], own: 1)) == OutcomeCounts(failed: 1))
  }

  @Test("quartiles are those of a sorted list without the body's own figure")
  func againstSorting() {
    var numbers = SeededGenerator(seed: 7)
    for count in 21...60 {
      let figures = (0..<count).map { _ in Int64.random(in: 0..<9, using: &numbers) }
      for own in Set(figures) {
        var others = figures
        others.remove(at: others.firstIndex(of: own) ?? 0)
        var work = figures
        let found = Quartiles(&work)?.quartile(without: own)
        #expect(found == Self.bySorting(others))
        #expect(work.sorted() == figures.sorted())
      }
      var work = figures
      #expect(Quartiles(&work)?.quartile(without: nil) == Self.bySorting(figures))
    }
  }

  /// By the definition: the least figure that at least three quarters do not exceed.
  private static func bySorting(_ figures: [Int64]) -> Int64? {
    figures.sorted().first { figure in
      figures.count { $0 <= figure } * 4 >= figures.count * 3
    }
  }

  @Test("fewer than twenty peers with a figure are too few")
  func few() throws {
    let maker = try maker("group.total <= peers.group.total")
    let skipped = OutcomeCounts(skipped: 1)
    let nineteen = Array(repeating: Int64(3), count: 19)
    #expect(maker.counts("甲县人民政府", reports(nineteen, own: 9)) == skipped)
    let unread = reports(nineteen, own: 9) + [.reviews(Self.name(19), .blank)]
    #expect(maker.counts("甲县人民政府", unread) == skipped)
    let other = reports(nineteen, own: 9) + [.reviews(Self.name(19), 3, year: 2021)]
    #expect(maker.counts("甲县人民政府", other) == skipped)
    #expect(
      maker.counts("甲县人民政府", reports(nineteen + [3], own: 9)) == OutcomeCounts(failed: 1))
  }

  @Test("peers have one level and sector, given or told by names")
  func kinds() throws {
    var maker = try maker("group.total <= peers.group.total")
    let figures = Array(repeating: Int64(3), count: 20)
    let skipped = OutcomeCounts(skipped: 1)
    let towns = figures.indices.map {
      ReportMaker.reviews("乙\(String(repeating: "丙", count: $0))镇人民政府", 3)
    }
    #expect(maker.counts("甲县人民政府", [.reviews("甲县人民政府", 9)] + towns) == skipped)
    for town in towns { maker.attributes.set(.level, of: town.body, to: "county") }
    #expect(
      maker.counts("甲县人民政府", [.reviews("甲县人民政府", 9)] + towns) == OutcomeCounts(failed: 1))
    maker.attributes.set(.sector, of: "甲县人民政府", to: "water")
    #expect(maker.counts("甲县人民政府", [.reviews("甲县人民政府", 9)] + towns) == skipped)
    // Of a name that tells nothing there are no peers.
    #expect(maker.counts("甲", [.reviews("甲", 9)] + towns) == skipped)
  }

  @Test("peers on another form count where both measure exactly the same")
  func forms() throws {
    let peers = (0..<20).map {
      ReportMaker(
        body: Self.name($0), forms: ReportMaker.form2019,
        cells: ["requests.new[total]": 3, "penalty.decisions": 3])
    }
    let own = ReportMaker(
      body: "甲县人民政府", cells: ["requests.new[total]": 9, "penalty.decisions": 9])
    let requests = try RelativesMaker(
      "table: 3", "for: {rows: [requests.new]}", "assert: row[total] <= peers.row[total]")
    let decisions = try RelativesMaker(
      "table: 2", "for: {groups: [penalty]}", "assert: group.decisions <= peers.group.decisions")
    #expect(requests.counts("甲县人民政府", peers + [own]) == OutcomeCounts(failed: 1))
    #expect(decisions.counts("甲县人民政府", peers + [own]) == OutcomeCounts(skipped: 1))
  }

  @Test("a finding says how many peers there are and what their quartile is")
  func evidence() throws {
    let maker = try maker("group.total <= 2 * peers.group.total", severity: "info")
    let panel = ReportMaker.panel(reports(Array(1...20), own: 31))
    let finding = try #require(maker.check(panel).findings.first)
    #expect(finding.body == "甲县人民政府")
    #expect(finding.operands.map(\.owner) == [.finding, .peers(20, quartile: Quantity(15))])
    #expect(finding.left == Quantity(31))
    #expect(finding.right == Quantity(30))
    let reversed = ReportMaker.panel(reports(Array(1...20), own: 31).reversed())
    #expect(maker.check(reversed).findings == maker.check(panel).findings)
  }
}
