import Foundation
import Testing

@testable import ReportReading

@Suite("What is refused, and why")
struct RefusalTests {
  private let reader = ReportReader()

  @Test("formats that are no report, by their content")
  func foreign() {
    let cases: [([UInt8], ForeignFormat)] = [
      ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
      ([0x41, 0, 0x42], .binary),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
    ]
    for (bytes, format) in cases {
      #expect(throws: ReadingError.notAReportFormat(format)) {
        try reader.read(bytes: bytes, path: "report.html")
      }
    }
  }

  @Test("empty pages and pages without a table")
  func nothing() {
    #expect(throws: ReadingError.empty) { try reader.read(bytes: [], path: "a") }
    #expect(throws: ReadingError.empty) { try reader.read(bytes: Array(" \n ".utf8), path: "a") }
    for text in ["青石市水务局2022年政府信息公开年报\n没有表格", "<table><tr><td>1</td></tr></table>"] {
      #expect(throws: ReadingError.noTables) { try reader.read(bytes: Array(text.utf8), path: "a") }
    }
  }

  @Test("files: missing, a folder, too large by its size alone")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: ReadingError.isDirectory) { try reader.read(path: folder.path) }
    #expect(throws: ReadingError.fileMissing) { try reader.read(path: folder.path + "/none") }
    let large = folder.appendingPathComponent("large.html").path
    #expect(FileManager.default.createFile(atPath: large, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: large))
    try handle.truncate(atOffset: 1 << 30)
    try handle.close()
    #expect(throws: ReadingError.tooLarge(size: 1 << 30, limit: 64 << 20)) {
      try reader.read(path: large)
    }
    let good = folder.appendingPathComponent("good.txt").path
    let page = try SamplePage(form: "gid-2021")
    try Data(page.bytes(.lines)).write(to: URL(fileURLWithPath: good))
    let report = try reader.read(path: good)
    #expect(report.source.path == good)
    #expect(report.source.format == "text")
    #expect(report.source.encoding == "UTF-8")
    #expect(report.source.digest.count == 64)
    #expect(report.source.digest == LoadedFile(bytes: page.bytes(.lines)).digest)
  }

  @Test("the digest is SHA-256")
  func digest() {
    #expect(
      LoadedFile(bytes: Array("abc".utf8)).digest
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("pages built to be slow or deep")
  func hostile() {
    let limits = ReadingLimits.standard
    let cases: [(String, ReadingError)] = [
      (String(repeating: "<div>", count: 100_000), .tooComplex(.depth, limit: limits.depth)),
      (
        "<svg>" + String(repeating: "<tr>", count: 100_000),
        .tooComplex(.depth, limit: limits.depth)
      ),
      (
        "<p>" + String(repeating: "<font a></div>", count: 10_000),
        .tooComplex(.depth, limit: limits.depth)
      ),
      (
        String(repeating: "<p>a</p>", count: 500_000),
        .tooComplex(.elements, limit: limits.elements)
      ),
      (
        "<p" + String(repeating: " a", count: 100_000) + ">",
        .tooComplex(.attributes, limit: limits.attributes)
      ),
      (
        "<table>"
          + String(repeating: "<tr><td rowspan=9999 colspan=1000>1</td></tr>", count: 3000),
        .tooComplex(.tableCells, limit: limits.tableCells)
      ),
      (
        "<table><tr>" + String(repeating: "<td colspan=1000>", count: 1900)
          + String(repeating: "<tr><td>1", count: 90_000),
        .tooComplex(.tableCells, limit: limits.tableCells)
      ),
      (
        "<table><tr><td rowspan=0 colspan=1000>" + String(repeating: "<tr>", count: 100_000),
        .tooComplex(.tableCells, limit: limits.tableCells)
      ),
      (
        String(repeating: "|", count: 1000) + String(repeating: "\n|1|", count: 3000),
        .tooComplex(.tableCells, limit: limits.tableCells)
      ),
      (String(repeating: "1\n", count: 600_000), .tooComplex(.lines, limit: limits.lines)),
    ]
    for (text, error) in cases {
      #expect(throws: error) { try reader.read(bytes: Array(text.utf8), path: "a") }
    }
    #expect(throws: ReadingError.tooLarge(size: 17 << 20, limit: 16 << 20)) {
      let text = [UInt8](repeating: 0x20, count: (17 << 20) - 3) + Array("<p>".utf8)
      return try reader.read(bytes: text, path: "a")
    }
  }

  @Test("the deepest page that is let through does not overflow the stack")
  func deep() {
    let text = String(repeating: "<div><ul><li><p>", count: 250) + "1"
    #expect(throws: ReadingError.noTables) { try reader.read(bytes: Array(text.utf8), path: "a") }
  }

  @Test("bytes of any kind end in a report or an error", arguments: 0..<200)
  func anyBytes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let layout = PageLayout.allCases.randomElement(using: &random) ?? .spans
    var bytes = try SamplePage(form: "gid-2021").bytes(layout)
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 1...255, using: &random)
      case 1: bytes.removeSubrange(index..<min(bytes.count, index + 50))
      default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 50)], at: index)
      }
    }
    do throws(ReadingError) {
      let report = try reader.read(bytes: bytes, path: "a", body: "某局", year: 2022)
      #expect(report.tables.allSatisfy { !$0.cells.isEmpty })
    } catch {
      #expect(error != .empty)
    }
  }
}
