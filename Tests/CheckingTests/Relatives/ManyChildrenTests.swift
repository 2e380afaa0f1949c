import Bodies
import Panel
import ReportModel
import SeededNumbers
import Testing

@testable import Checking

/// Hierarchies by chance, over several blocks of reports, against a model that is as plain as it can
/// be.
@Suite("Sums over bodies below, many at once")
struct ManyChildrenTests {
  private struct Model {
    var contents: [String: [Int: ReportMaker.Content]] = [:]
    var children: [String: [String]] = [:]

    /// By the definition: the least and the greatest sums that what was read leaves open.
    func verdict(_ body: String, _ year: Int) -> Verdict {
      guard let below = children[body] else { return .skipped }
      var (sum, isOpen): (Int64, Bool) = (0, false)
      for child in below {
        switch contents[child]?[year] {
        case .figure(let value): sum += value.count ?? 0
        case .unread(.blank): break
        case .unread, nil: isOpen = true
        }
      }
      switch contents[body]?[year] {
      case .figure(let value):
        if (value.count ?? 0) < sum { return .fail }
        return isOpen ? .unknown : .pass
      // Whatever was not read is no less than nothing.
      case .unread: return !isOpen && sum == 0 ? .pass : .unknown
      case nil: return .skipped
      }
    }
  }

  @Test("a check gives what the definition gives", arguments: [1, 2, 3] as [UInt64])
  func agreement(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    var maker = try RelativesMaker.reviews()
    var model = Model()
    let bodies = (0..<400).map { "机关\(Int.random(in: 0..<9, using: &numbers))\($0)" }
    var reports: [ReportMaker] = []
    for (number, body) in bodies.enumerated() {
      // Those above come before those below, so that there are no circles.
      if number > 0, Bool.random(using: &numbers) {
        let parent = bodies[Int.random(in: 0..<min(number, 60), using: &numbers)]
        maker.put(body, below: parent)
        model.children[parent, default: []].append(body)
      }
      for year in 2018...2022 where Int.random(in: 0..<8, using: &numbers) > 0 {
        let content: ReportMaker.Content
        switch Int.random(in: 0..<40, using: &numbers) {
        case 0: content = .blank
        case 1: content = .ambiguous
        case 2: content = .absent
        default:
          let highest: Int64 = number < 60 ? 90 : 9
          content = .figure(Quantity(Int64.random(in: 0..<highest, using: &numbers)))
        }
        model.contents[body, default: [:]][year] = content
        reports.append(.reviews(body, content, year: year))
      }
    }
    let panel = ReportMaker.panel(reports)
    #expect(panel.reports.count > 3 * Panel.blockLength)
    let result = maker.check(panel)
    var expected = OutcomeCounts()
    var failing: Set<String> = []
    for report in panel.reports {
      let verdict = model.verdict(report.body, report.year)
      expected.add(verdict)
      if case .fail = verdict { failing.insert("\(report.body) \(report.year)") }
    }
    #expect(result.total == expected)
    #expect(expected.passed > 0 && expected.failed > 0 && expected.unknown > 0)
    let found = result.findings.filter { $0.outcome == .fail }.map { "\($0.body) \($0.year)" }
    #expect(Set(found) == failing)
  }
}
