import Glibc
import ReportModel
import Testing

@testable import Shell

/// Where the pages are, if they are.
private enum PublishedPages {
  /// `…/Tests/ShellTests/PublishedChecksTests.swift` is three levels below the package.
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/../shared/reports/"

  static let areAtHand = access(folder + "suqian-2023.txt", R_OK) == 0
}

/// Reports as bodies published them, read from their pages and checked, where they are at hand beside
/// the package.
@Suite("Published reports, read and checked", .enabled(if: PublishedPages.areAtHand))
struct PublishedChecksTests {
  /// The failures of a check over some pages; what follows from one stands behind it.
  private func failures(_ loads: [String]) throws -> [String] {
    let shell = try InProcess(in: ScratchFolder.likeExamples())
    for load in loads {
      shell.run("load \(PublishedPages.folder)\(load)")
    }
    shell.run("check")
    let result = try #require(shell.session.lastCheck)
    #expect(result.total.errors == 0)
    // What the texts say is looked at by itself.
    return result.findings.filter { $0.outcome == .fail && $0.claims.isEmpty }.map { finding in
      let what = "\(finding.rule) \(finding.applicant?.rawValue ?? finding.subject)"
      let cause = result.causes[finding.id].flatMap { id in
        result.findings.first { $0.id == id }?.rule
      }
      return what + (cause.map { " < \($0)" } ?? "")
    }
  }

  @Test("Suqian is clean in every table and from one year to the next")
  func suqian() throws {
    let found = try failures([
      "suqian-2023.txt as \"宿迁市人民政府\"", "suqian-2024.txt as \"宿迁市人民政府\"",
    ])
    #expect(found == [])
  }

  @Test("Hongze left two totals at zero: one finding, and both sums follow from it")
  func hongze() throws {
    let found = try failures(["hongze-2023.pdftext.txt as \"洪泽区人民政府\" year 2023"])
    #expect(
      found == [
        "T4.total review < S.zero_totals", "T4.total suit_reviewed < S.zero_totals",
        "S.zero_totals ",
      ])
  }

  @Test("The repair proposed for Hongze is the totals 11 and 5")
  func hongzeRepaired() throws {
    let shell = try InProcess(in: ScratchFolder.likeExamples())
    shell.run("load \(PublishedPages.folder)hongze-2023.pdftext.txt as \"洪泽区人民政府\" year 2023")
    shell.run("check")
    let finding = try #require(shell.session.lastCheck?.findings.last)
    let explained = shell.run("explain \(finding.id)").output
    #expect(explained.contains("review.total 0 → 11"))
    #expect(explained.contains("suit_reviewed.total 0 → 5"))
    #expect(explained.contains("2 findings follow from it"))
  }

  @Test("The totals that the Shanghai office left blank are one finding, and nothing else is wrong")
  func shanghai() throws {
    let found = try failures(["shanghai-office-2019.html as \"上海市人民政府办公厅\" year 2019"])
    #expect(found == ["S.blank_column "])
  }

  @Test("The seed's known contradictions are found, those of its empty total row as one")
  func seed() throws {
    let found = try failures(["qiandongnan-eco-2020.txt"])
    #expect(
      found == [
        "T3.balance firm < S.zero_row", "T3.balance total < S.zero_row",
        "T3.outcomes firm < S.zero_row", "T3.outcomes total < S.zero_row",
        "T4.total suit_direct", "S.zero_row ", "Q.items_as_decisions penalty",
        "Q.items_as_decisions coercion",
      ])
  }

  @Test("A page whose labels are torn from their rows is blamed for nothing")
  func torn() throws {
    #expect(try failures(["shanghai-kewei-2024.md"]) == [])
  }

  @Test("Of two years of Pingtan only the stock of documents does not continue")
  func pingtan() throws {
    let found = try failures([
      "pingtan-ez-2023.tables.html as \"平潭综合实验区\" year 2023",
      "pingtan-ez-2024.tables.html as \"平潭综合实验区\" year 2024",
    ])
    #expect(found == ["X.stock normative"])
  }
}
