import Foundation
import ReportModel
import Testing

@testable import ReportReading

@Suite("Old Word documents")
struct OldWordTests {
  /// The beginning of a compound file with a directory entry of this name.
  private static func compound(_ name: String) -> [UInt8] {
    var bytes = CompoundFile.signature + [UInt8](repeating: 0, count: 1016)
    for (index, byte) in name.utf8.enumerated() { bytes[512 + 128 + 2 * index] = byte }
    return bytes
  }

  @Test("what a compound file holds")
  func kinds() {
    #expect(CompoundFile.kind(of: Self.compound("WordDocument")) == .word)
    #expect(CompoundFile.kind(of: Self.compound("Workbook")) == .other)
    #expect(CompoundFile.kind(of: [1, 2]) == nil)
    #expect(throws: ReadingError.word(.encrypted)) {
      try ReportReader().read(bytes: Self.compound("EncryptedPackage"), path: "a.docx")
    }
    #expect(throws: ReadingError.notAReportFormat(.compoundFile)) {
      try ReportReader().read(bytes: Self.compound("Workbook"), path: "a.doc")
    }
  }

  @Test("without a converter the error says so", .enabled(if: !WordConverter.isInstalled))
  func missing() {
    #expect(throws: ReadingError.word(.converterMissing)) {
      try ReportReader().read(bytes: Self.compound("WordDocument"), path: "a.doc")
    }
  }

  @Test(
    "figures of a rich text document by way of the converter",
    .enabled(if: WordConverter.isInstalled), .timeLimit(.minutes(3)))
  func converted() throws {
    let page = try SamplePage(form: "gid-2021")
    let report = try ReportReader().read(
      bytes: RichText.bytes(of: page, table: 4), path: "a.doc", body: "青石市水务局", year: 2022)
    #expect(report.source.format == "rtf")
    let cells = try #require(report.tables.first { $0.number == 4 }).cells
    for cell in cells { #expect(cell.value?.description == page.printed[cell.key], "\(cell.key)") }
  }

  @Test(
    "a document that the converter cannot read", .enabled(if: WordConverter.isInstalled),
    .timeLimit(.minutes(3)))
  func unreadable() {
    #expect {
      try ReportReader().read(bytes: Self.compound("WordDocument"), path: "a.doc")
    } throws: { error in
      // It may give up, or make an empty document of it.
      if case .word(.conversionFailed) = error as? ReadingError { return true }
      return [ReadingError.empty, .noTables].contains(error as? ReadingError)
    }
  }

  @Test("programs: their status, their time, their absence")
  func programs() throws {
    let sleep = try #require(ProgramRun.find(["sleep"]))
    #expect(ProgramRun.run(sleep, ["0"], environment: [], seconds: 20) == .ended(status: 0))
    #expect(ProgramRun.run(sleep, ["-x"], environment: [], seconds: 20) == .ended(status: 1))
    #expect(ProgramRun.run(sleep, ["60"], environment: [], seconds: 0) == .tooSlow)
    #expect(
      ProgramRun.run("/none", [], environment: [], seconds: 20) == .notStarted(errno: ENOENT))
    #expect(ProgramRun.find(["no-such-program-here"]) == nil)
  }

  @Test("a private folder is gone when it is not needed")
  func folder() throws {
    var folder: PrivateFolder? = try PrivateFolder()
    let path = try #require(folder?.path)
    try folder?.store([1, 2], as: "a")
    #expect(FileManager.default.contents(atPath: path + "/a") == Data([1, 2]))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

/// A table as rich text, with its merged cells.
private enum RichText {
  static func bytes(of page: SamplePage, table: Int) -> [UInt8] {
    var text = "{\\rtf1\\ansi "
    for sheet in page.sheets[table] ?? [] {
      for row in rows(of: sheet) {
        text += "\\trowd"
        var right = 0
        for cell in row {
          right += cell.columns * 600
          text += (cell.merge ?? "") + "\\cellx\(right)"
        }
        text += " "
        for cell in row { text += "\\intbl \(escaped(cell.text))\\cell " }
        text += "\\row\n"
      }
      text += "\\pard\\par\n"
    }
    return Array((text + "}").utf8)
  }

  private struct Cell {
    var text = ""
    var columns = 1
    var merge: String?
  }

  private static func rows(of sheet: SamplePage.Sheet) -> [[Cell]] {
    var open: [Int: (rows: Int, columns: Int)] = [:]
    return sheet.map { line in
      var left = line[...]
      var column = 0
      var row: [Cell] = []
      while true {
        if let above = open[column] {
          row.append(Cell(columns: above.columns, merge: "\\clvmrg"))
          open[column] = above.rows > 1 ? (above.rows - 1, above.columns) : nil
        } else if let next = left.popFirst() {
          row.append(
            Cell(
              text: next.text, columns: next.columnSpan,
              merge: next.rowSpan > 1 ? "\\clvmgf" : nil))
          if next.rowSpan > 1 { open[column] = (next.rowSpan - 1, next.columnSpan) }
        } else {
          return row
        }
        column += row.last?.columns ?? 1
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? String(scalar) : "\\u\(Int16(truncatingIfNeeded: scalar.value))?"
    }.joined()
  }
}
