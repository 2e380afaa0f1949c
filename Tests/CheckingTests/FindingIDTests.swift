import Forms
import ReportModel
import Testing

@testable import Checking

@Suite("Ids of findings")
struct FindingIDTests {
  @Test("an id is the same on every machine and in every version")
  func stability() throws {
    let report = ReportMaker(body: "某市水务局", year: 2022, cells: ["suit_direct.other": 1])
    let corrected = ReportMaker(body: "某市水务局", year: 2022, cells: ["suit_direct.other": 2])
    let checker = try Checker(ruleSet: .standard, catalog: .standard)
    let ids = [report, corrected].map {
      checker.check(ReportMaker.panel([$0])).findings.map(\.id)
    }
    #expect(ids[0] == ["FE1CYQPV1"])
    #expect(ids[0] == ids[1])
  }

  @Test("ids are different where anything that they are made from is")
  func difference() throws {
    let reports = (0..<40).flatMap { body in
      (2021...2024).map { year in
        ReportMaker(
          body: "机关\(body)", year: year,
          cells: ["requests.new[person]": 1, "requests.new[firm]": 1, "review.other": 1])
      }
    }
    let findings = try Checker(ruleSet: .standard, catalog: .standard)
      .check(ReportMaker.panel(reports)).findings
    #expect(findings.count == 160 * 4)
    #expect(Set(findings.map(\.id)).count == findings.count)
    #expect(findings.allSatisfy { $0.id.utf8.count == 9 && $0.id.hasPrefix("F") })
  }

  @Test("findings that share the short hash get the long one, in any order")
  func sharedShortHash() {
    let hashes: [String: UInt64] = [
      "a": 0xAAAA_AAAA_AA00_0001, "b": 0xAAAA_AAAA_AA00_0002, "c": 0x1234_5678_9ABC_DEF0,
    ]
    let ids = FindingID.unique(["a", "b", "c"]) { hashes[$0] ?? 0 }
    #expect(ids.map(\.utf8.count) == [14, 14, 9])
    #expect(Set(ids).count == 3)
    #expect(FindingID.unique(["c", "b", "a"]) { hashes[$0] ?? 0 } == ids.reversed())
  }

  @Test("findings that share the whole hash are numbered by what they are made from")
  func sharedHash() {
    let ids = FindingID.unique(["b", "a"]) { _ in 7 }
    #expect(ids == ["F000000000000E-2", "F000000000000E-1"])
  }
}
