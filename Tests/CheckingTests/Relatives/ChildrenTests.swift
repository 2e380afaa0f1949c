import Bodies
import Forms
import Panel
import ReportModel
import Testing

@testable import Checking

/// What `children.` means, each on a small hierarchy.
@Suite("Sums over bodies below")
struct ChildrenTests {
  private let passed = OutcomeCounts(passed: 1)
  private let failed = OutcomeCounts(failed: 1)
  private let unknown = OutcomeCounts(unknown: 1)
  private let skipped = OutcomeCounts(skipped: 1)

  /// 甲 with 乙 and 丙 below it.
  private func maker() throws -> RelativesMaker {
    var maker = try RelativesMaker.reviews()
    maker.put("乙", "丙", below: "甲")
    return maker
  }

  @Test("the figures of all bodies below are added up")
  func sum() throws {
    let maker = try maker()
    let below: [ReportMaker] = [.reviews("乙", 4), .reviews("丙", 5)]
    #expect(maker.counts("甲", below + [.reviews("甲", 9)]) == passed)
    #expect(maker.counts("甲", below + [.reviews("甲", 8)]) == failed)
    // Too large for the quick way.
    let large: [ReportMaker] = [.reviews("乙", 4_000_000_000), .reviews("丙", 5)]
    #expect(maker.counts("甲", large + [.reviews("甲", 4_000_000_005)]) == passed)
    #expect(maker.counts("甲", large + [.reviews("甲", 4_000_000_004)]) == failed)
  }

  @Test("reports of other years are not added up")
  func years() throws {
    let reports: [ReportMaker] = [
      .reviews("甲", 5), .reviews("乙", 4), .reviews("丙", 1), .reviews("乙", 90, year: 2021),
      .reviews("丙", 90, year: 2023),
    ]
    #expect(try maker().counts("甲", reports) == passed)
  }

  @Test(
    "what was not read of those below leaves open only what is more than was read",
    arguments: [ReportMaker.Content.ambiguous, .text, .absent])
  func unread(_ content: ReportMaker.Content) throws {
    let maker = try maker()
    let below: [ReportMaker] = [.reviews("乙", 4), .reviews("丙", content)]
    #expect(maker.counts("甲", below + [.reviews("甲", 9)]) == unknown)
    #expect(maker.counts("甲", below + [.reviews("甲", 4)]) == unknown)
    #expect(maker.counts("甲", below + [.reviews("甲", 3)]) == failed)
  }

  @Test("a body below without a report is a figure that was not read")
  func missing() throws {
    let maker = try maker()
    #expect(maker.counts("甲", [.reviews("甲", 9), .reviews("乙", 4)]) == unknown)
    #expect(maker.counts("甲", [.reviews("甲", 3), .reviews("乙", 4)]) == failed)
    #expect(maker.counts("甲", [.reviews("甲", 3)]) == unknown)
    // Its report of another year does not stand in for it.
    let other = ReportMaker.reviews("丙", 1, year: 2021)
    #expect(maker.counts("甲", [.reviews("甲", 9), .reviews("乙", 4), other]) == unknown)
  }

  @Test("a blank below counts as zero where that satisfies the rule")
  func blanks() throws {
    let maker = try maker()
    let below: [ReportMaker] = [.reviews("乙", 4), .reviews("丙", .blank)]
    #expect(maker.counts("甲", below + [.reviews("甲", 4)]) == passed)
    #expect(maker.counts("甲", below + [.reviews("甲", 3)]) == failed)
    var exact = try RelativesMaker(
      "table: 4", "for: {groups: [review]}", "assert: group.total = children.group.total")
    exact.put("乙", "丙", below: "甲")
    #expect(exact.counts("甲", below + [.reviews("甲", 4)]) == passed)
    #expect(exact.counts("甲", below + [.reviews("甲", 7)]) == unknown)
    #expect(exact.counts("甲", below + [.reviews("甲", 3)]) == failed)
  }

  @Test("a change of items has no lower bound")
  func changes() throws {
    var maker = try RelativesMaker(
      "table: 2", "for: {groups: [penalty]}",
      "assert: group.items_change >= children.group.items_change")
    maker.put("乙", "丙", below: "甲")
    let report = { (body: String, content: ReportMaker.Content) in
      ReportMaker(
        body: body, forms: ReportMaker.form2019, cells: ["penalty.items_change": content])
    }
    #expect(maker.counts("甲", [report("甲", 3), report("乙", 4), report("丙", .text)]) == unknown)
    #expect(maker.counts("甲", [report("甲", 3), report("乙", 4), report("丙", 0)]) == failed)
  }

  @Test("a body with none below it skips the rule, as do all where no parent is known")
  func none() throws {
    let reports: [ReportMaker] = [.reviews("甲", 1), .reviews("乙", 4), .reviews("丙", 5)]
    #expect(try maker().counts("乙", reports) == skipped)
    #expect(try RelativesMaker.reviews().counts("甲", reports) == skipped)
    // Even where another part of the condition would fail.
    var both = try RelativesMaker(
      "table: 4", "for: {groups: [review]}",
      "assert: group.total = 7 and group.total >= children.group.total")
    #expect(both.counts("甲", reports) == skipped)
    both.put("乙", below: "甲")
    #expect(both.counts("甲", reports) == failed)
    #expect(both.counts("乙", reports) == skipped)
  }

  @Test("only bodies right below count")
  func levels() throws {
    var maker = try RelativesMaker.reviews()
    maker.put("乙", below: "甲")
    maker.put("丙", "丁", below: "乙")
    let reports: [ReportMaker] = [
      .reviews("甲", 5), .reviews("乙", 5), .reviews("丙", 4), .reviews("丁", 2),
    ]
    #expect(maker.counts("甲", reports) == passed)
    #expect(maker.counts("乙", reports) == failed)
    #expect(maker.counts("丙", reports) == skipped)
  }

  @Test("figures of another form count where both measure exactly the same")
  func forms() throws {
    var requests = try RelativesMaker(
      "table: 3", "for: {rows: [requests.new]}", "assert: row[total] >= children.row[total]")
    requests.put("乙", below: "甲")
    let below = ReportMaker(
      body: "乙", forms: ReportMaker.form2019,
      cells: ["requests.new[total]": 4, "penalty.decisions": 4])
    let above = ReportMaker(
      body: "甲", cells: ["requests.new[total]": 3, "penalty.decisions": 3])
    #expect(requests.counts("甲", [above, below]) == failed)
    var decisions = try RelativesMaker(
      "table: 2", "for: {groups: [penalty]}",
      "assert: group.decisions >= children.group.decisions")
    decisions.put("乙", below: "甲")
    // They count otherwise: nothing is known of what the report below would have on this form.
    #expect(decisions.counts("甲", [above, below]) == unknown)
    // A table that was not found may stand on the page all the same.
    let without = ReportMaker(body: "乙", forms: [3: "gid-2021"])
    #expect(decisions.counts("甲", [above, without]) == unknown)
    // Where the body's own form has no such cell, there is nothing to be held against.
    #expect(
      decisions.counts("甲", [ReportMaker(body: "甲", forms: [3: "gid-2021"]), below]) == skipped)
  }

  @Test("sums may run over patterns and derived indicators")
  func patterns() throws {
    var maker = try RelativesMaker(
      "table: 4", "for: {groups: [review]}",
      "assert: group.total >= sum(children.review.* except children.review.total)")
    maker.put("乙", "丙", below: "甲")
    let below = [
      ReportMaker(body: "乙", cells: ["review.upheld": 2, "review.total": 90]),
      ReportMaker(body: "丙", cells: ["review.other": 3]),
    ]
    #expect(maker.counts("甲", below + [.reviews("甲", 5)]) == passed)
    #expect(maker.counts("甲", below + [.reviews("甲", 4)]) == failed)
    var refused = try RelativesMaker(
      "table: 3", "for: {rows: [requests.new]}",
      "assert: row[total] >= children.outcome.refused[total]")
    refused.put("乙", "丙", below: "甲")
    let refusing = [
      ReportMaker(body: "乙", cells: ["outcome.refused.state_secret[total]": 2]),
      ReportMaker(body: "丙", cells: ["outcome.refused.statute[total]": 3]),
    ]
    for (own, expected) in [(5, passed), (4, failed)] as [(Int64, OutcomeCounts)] {
      let above = ReportMaker(body: "甲", cells: ["requests.new[total]": .figure(Quantity(own))])
      #expect(refused.counts("甲", refusing + [above]) == expected)
    }
  }

  @Test("a sum that leaves the range of numbers cannot be worked out")
  func overflow() throws {
    let maker = try maker()
    let large = ReportMaker.Content.figure(Quantity(Int64.max))
    let reports: [ReportMaker] = [.reviews("甲", 1), .reviews("乙", large)]
    #expect(maker.counts("甲", reports + [.reviews("丙", large)]) == OutcomeCounts(errors: 1))
    #expect(maker.counts("甲", reports + [.reviews("丙", -1)]) == failed)
  }

  @Test("findings list the cells below, the missing first, at most fifty")
  func evidence() throws {
    var maker = try maker()
    let reports: [ReportMaker] = [.reviews("甲", 3), .reviews("乙", 4)]
    let finding = try #require(maker.check(ReportMaker.panel(reports)).findings.first)
    #expect(finding.outcome == .fail)
    #expect(finding.right == nil)
    #expect(
      finding.operands.map(\.owner) == [
        .finding, .child("丙", figure: nil), .child("乙", figure: Quantity(4)),
      ])
    for number in 0..<60 { maker.put("子\(number)", below: "甲") }
    let many = (0..<60).map { ReportMaker.reviews("子\($0)", 1) }
    let long = try #require(maker.check(ReportMaker.panel(reports + many)).findings.first)
    #expect(long.operands.count == 52)
    #expect(
      long.operands.last?.owner == .furtherChildren(12, uncounted: 0, sum: Quantity(12)))
  }

  @Test("the order of loading and what is selected change nothing")
  func order() throws {
    var maker = try maker()
    maker.put("丁", "戊", below: "乙")
    let reports = ["甲", "乙", "丙", "丁", "戊"].flatMap { body in
      (2020...2024).map {
        ReportMaker.reviews(body, .figure(Quantity(Int64($0 % 3 + body.utf8.count))), year: $0)
      }
    }
    let one = maker.check(ReportMaker.panel(reports))
    let other = maker.check(ReportMaker.panel(reports.reversed()))
    #expect(!one.findings.isEmpty)
    #expect(one.findings == other.findings)
    #expect(one.total == other.total)
    let panel = ReportMaker.panel(reports)
    let parts = panel.reports.indices.map { maker.check(panel, reports: [$0]) }
    #expect(Set(parts.flatMap(\.findings)) == Set(one.findings))
    #expect(parts.reduce(0) { $0 + $1.total.skipped } == one.total.skipped)
  }
}
