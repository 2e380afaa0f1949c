import Foundation
import ReportModel
import Testing

@testable import ReportReading

@Suite("Archives and Word documents of any bytes end in a report or an error")
struct BrokenArchiveTests {
  private static func archive() throws -> [UInt8] {
    let page = try SamplePage(form: "gid-2021")
    return ArchiveMaker.zip([
      .init("1.html", page.bytes(.spans)), .init("2.docx", page.word),
      .init("3.gz", ArchiveMaker.gzip(page.bytes(.lines))),
    ])
  }

  @Test("bytes changed, cut out and doubled", arguments: 0..<150)
  func anyBytes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let good =
      switch seed % 3 {
      case 0: try SamplePage(form: "gid-2021").word
      case 1: try Self.archive()
      default: ArchiveMaker.gzip(try SamplePage(form: "gid-2021").bytes(.spans))
      }
    let bytes = Self.broken(good, &random)
    let items = ReportReader().items(
      of: LoadedFile(bytes: bytes),
      as: ReadingRequest(path: "a", body: nil, year: 2022))
    #expect(!items.isEmpty)
    for item in items {
      if case .success(let report) = item.result { #expect(!report.tables.isEmpty) }
    }
  }

  /// Breaks inside the text, which a checksum of the archive would otherwise stop. Whatever the
  /// tags are, a figure is never made of the parts of others.
  @Test("the tags of a Word document exchanged", arguments: 0..<100)
  func anyTags(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let page = try SamplePage(form: "gid-2021")
    let text = Self.retagged(WordMaker.xml(page.wordBody), &random)
    guard let report = Self.report(of: WordMaker.package(text)) else { return }
    let figures = Set(page.printed.values)
    for cell in report.tables.flatMap(\.cells) where cell.status == .reported {
      #expect(figures.contains(cell.printed), "\(cell.key)")
    }
  }

  @Test("the text of a Word document broken", arguments: 0..<50)
  func anyText(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let good = WordMaker.xml(try SamplePage(form: "gid-2021").wordBody)
    let bytes = Self.broken(Array(good.utf8), &random)
    let report = Self.report(of: WordMaker.package(String(decoding: bytes, as: UTF8.self)))
    #expect(report.map { !$0.tables.isEmpty } ?? true)
  }

  private static func report(of package: [UInt8]) -> Report? {
    try? ReportReader().read(bytes: package, path: "a", body: "某局", year: 2022)
  }

  private static func broken(_ good: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = good
    for _ in 0..<Int.random(in: 1...8, using: &random) where bytes.count > 1 {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, index + Int.random(in: 1...60, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(index..<end)
      case 2: bytes.removeSubrange(index...)
      default: bytes.insert(contentsOf: bytes[index..<end], at: index)
      }
    }
    return bytes
  }

  /// Exchanges whole kinds of tags, so that the text stays well-formed.
  private static func retagged(_ good: String, _ random: inout SeededGenerator) -> String {
    let names = ["w:tc", "w:tr", "w:tbl", "w:p", "w:r", "w:t", "w:del", "w:pict", "w:txbxContent"]
    var text = good
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let from = names.randomElement(using: &random) ?? "w:p"
      let to = names.randomElement(using: &random) ?? "w:tc"
      for tail in [">", " ", "/>"] {
        text = text.replacingOccurrences(of: "<\(from)\(tail)", with: "<\(to)\(tail)")
        text = text.replacingOccurrences(of: "</\(from)\(tail)", with: "</\(to)\(tail)")
      }
    }
    return text
  }

  @Test("a directory that names the same bytes many times is no archive")
  func overlapping() throws {
    let one = ArchiveMaker.zip([.init("a.txt", String(repeating: "1\n", count: 5_000))])
    let end = one.count - 22
    let number = { (at: Int) in Int(one[at]) | Int(one[at + 1]) << 8 }
    let start = number(end + 16)
    let entry = one[start..<end]
    let count = 300
    let size = entry.count * count
    var tail = Array(one[end...])
    for at in [8, 10] {
      tail.replaceSubrange(at..<(at + 2), with: [UInt8(count & 255), UInt8(count >> 8)])
    }
    for byte in 0..<4 { tail[12 + byte] = UInt8(truncatingIfNeeded: size >> (8 * byte)) }
    let all = one[..<start] + Array(repeatElement(entry, count: count).joined()) + tail
    #expect(throws: ReadingError.archive(.damaged)) {
      try ReportReader().read(bytes: Array(all), path: "a.zip")
    }
  }
}
