import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// Reports as they were published, beside the figures known to stand on them.
@Suite("Published reports", .enabled(if: PublishedReport.isPresent))
struct PublishedReportTests {
  @Test(
    "every figure is read, and none that the page does not print", arguments: PublishedReport.all)
  func figures(report: PublishedReport) throws {
    guard report.program.map(InstalledPrograms.has) ?? true else { return }
    let read = try ReportReader().read(path: report.path, body: report.given)
    #expect(read.body == report.body)
    var cells: [String: Cell] = [:]
    for cell in read.tables.flatMap(\.cells) { cells[cell.key.description] = cell }
    let expected = try report.expected()
    #expect(!expected.isEmpty)
    for (key, year, printed) in expected {
      let cell = try #require(cells[key], "\(key)")
      #expect(String(read.year) == year)
      if report.isTorn {
        // Labels torn from their figures: unread is right, wrong is not.
        #expect(cell.value == nil || cell.printed == printed, "\(key)")
      } else if cell.status == .blank {
        // A blank cell that the list of figures gives as 0: the page itself prints nothing.
        #expect(printed.isEmpty || printed == "0", "\(key)")
      } else {
        #expect(cell.printed == printed, "\(key)")
        #expect(cell.status == .reported, "\(key)")
      }
    }
  }
}

struct PublishedReport: CustomTestStringConvertible, Sendable {
  let file: String
  let list: String
  let body: String
  /// Given on reading, where the title leaves the full name out.
  var given: String?
  var isTorn = false
  /// What must be installed to read it.
  var program: String?

  static let folder: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/../shared/reports"
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder) }

  var testDescription: String { file }
  var path: String { Self.folder + "/" + file }

  static let all = [
    PublishedReport(
      file: "qiandongnan-eco-2020.txt", list: "qiandongnan-eco-2020", body: "黔东南州生态环境局"),
    PublishedReport(
      file: "shanghai-office-2019.html", list: "shanghai-office-2019", body: "上海市人民政府办公厅"),
    PublishedReport(
      file: "suqian-2023.txt", list: "suqian-2023", body: "宿迁市人民政府", given: "宿迁市人民政府"),
    PublishedReport(
      file: "suqian-2024.txt", list: "suqian-2024", body: "宿迁市人民政府", given: "宿迁市人民政府"),
    PublishedReport(
      file: "pingtan-ez-2023.tables.html", list: "pingtan-ez-2023", body: "平潭综合实验区",
      given: "平潭综合实验区"),
    PublishedReport(
      file: "pingtan-ez-2024.tables.html", list: "pingtan-ez-2024", body: "平潭综合实验区",
      given: "平潭综合实验区"),
    PublishedReport(
      file: "hongze-2023.pdftext.txt", list: "hongze-2023", body: "淮安市洪泽区人民政府",
      given: "淮安市洪泽区人民政府"),
    PublishedReport(
      file: "hongze-2023.pdf", list: "hongze-2023", body: "淮安市洪泽区人民政府",
      given: "淮安市洪泽区人民政府", program: "pdftotext"),
    PublishedReport(
      file: "shanghai-kewei-2024.md", list: "shanghai-kewei-2024", body: "上海市科学技术委员会",
      given: "上海市科学技术委员会", isTorn: true),
  ]

  /// Key, year and printed text of each figure.
  func expected() throws -> [(String, String, String)] {
    let text = try String(contentsOfFile: Self.folder + "/expected/\(list).csv", encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return (fields[3] + (fields[4].isEmpty ? "" : "[\(fields[4])]"), fields[1], fields[6])
    }
  }
}
