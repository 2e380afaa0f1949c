import Foundation
import ReportModel
import Testing

@testable import Shell

/// Published reports, where they are at hand beside the package; read in place.
private enum PublishedPages {
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/../shared/reports/"

  static let areAtHand = FileManager.default.isReadableFile(atPath: folder + "suqian-2023.txt")
}

/// What the texts of published reports say against their tables: the contradictions that are known,
/// and none besides.
@Suite("Texts of published reports", .enabled(if: PublishedPages.areAtHand))
struct PublishedTextTests {
  /// The findings of the rules about texts, those that rest on unread cells counted only.
  private static func findings(_ files: (String, String)...) throws -> (
    failed: [String], unknown: Int
  ) {
    let shell = try InProcess(in: ScratchFolder())
    for (file, rest) in files {
      shell.run("load \"\(PublishedPages.folder)\(file)\" as \(rest)")
    }
    shell.run("check P.*")
    let all = try #require(shell.session.lastCheck).findings
    let failed = all.filter { $0.outcome == .fail }.map { finding in
      let sides = [finding.left, finding.right].map { $0?.description ?? "?" }
      return
        "\(finding.rule) \(finding.year) \(finding.severity) \(finding.subject): "
        + sides.joined(separator: " | ")
    }
    return (failed, all.count { $0.outcome == .unknown })
  }

  @Test("Suqian 2024: the printed growth is not that of the two years; cases filed are a question")
  func suqian() throws {
    let found = try Self.findings(
      ("suqian-2023.txt", "宿迁市人民政府"), ("suqian-2024.txt", "宿迁市人民政府"))
    #expect(
      found.failed == [
        "P.growth 2024 warning requests.handled_load: 1.05 | 1.08",
        "P.figure 2024 question review.total: 134 | 170",
        "P.figure 2024 question suit.total: 57 | 77",
      ])
    #expect(found.unknown == 0)
    // By itself, a year has no growth to be held against.
    #expect(try Self.findings(("suqian-2023.txt", "宿迁市人民政府")) == ([], 0))
  }

  @Test("Shanghai 2019: two figures, one share and one sum of the text; 均获维持 is a question")
  func shanghai() throws {
    let found = try Self.findings(("shanghai-office-2019.html", "上海市人民政府办公厅"))
    #expect(
      found.failed == [
        "P.figure 2019 error outcome.granted + outcome.partial: 258 | 275",
        "P.figure 2019 error outcome.unavailable: 265 | 337",
        "P.parts 2019 warning outcome.total: 716 | 805",
        "P.share 2019 warning outcome.granted + outcome.partial: 33.9 | 32",
        "P.negative 2019 question review.pending: 0 | 2",
        "P.negative 2019 question suit_direct.pending + suit_reviewed.pending: 0 | 1",
      ])
    #expect(found.unknown == 0)
  }

  @Test("Qiandongnan 2020: the text denies the proceedings of table 4")
  func qiandongnan() throws {
    let found = try Self.findings(("qiandongnan-eco-2020.txt", "黔东南州生态环境局"))
    #expect(
      found.failed == [
        "P.negative 2020 error review.total: 0 | 3",
        "P.negative 2020 error suit.total: 0 | 1",
      ])
    #expect(found.unknown == 0)
  }

  @Test("texts that agree with their tables, or whose tables were not read, are not blamed")
  func clean() throws {
    #expect(
      try Self.findings(("hongze-2023.pdftext.txt", "淮安市洪泽区人民政府")) == ([], 0))
    #expect(
      try Self.findings(
        ("pingtan-ez-2023.tables.html", "平潭综合实验区 year 2023"),
        ("pingtan-ez-2024.tables.html", "平潭综合实验区 year 2024")) == ([], 0))
    // Labels were torn off the rows of this page: what was not read is unknown.
    let kewei = try Self.findings(("shanghai-kewei-2024.md", "上海市科学技术委员会"))
    #expect(kewei.failed.isEmpty)
    #expect(kewei.unknown > 0)
  }
}
