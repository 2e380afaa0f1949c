import CGumbo
import ReportModel

/// A page of HTML, parsed as browsers do, so that the reader sees what the auditor sees.
enum HTMLReader {
  /// - Parameter text: UTF-8.
  static func read(_ text: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
    guard text.count <= limits.htmlSize else {
      throw .tooLarge(size: text.count, limit: limits.htmlSize)
    }
    try MarkupScan.check(text, limits: limits)
    return try parse(ShownMarkup.trimmed(text) ?? text, limits: limits)
  }

  /// - Parameter text: UTF-8 within the limits.
  static func parse(_ text: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
    let outcome = text.withUnsafeBufferPointer { buffer -> Result<Document, ReadingError> in
      guard let base = buffer.baseAddress else { return .success(Document()) }
      return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { characters in
        GumboArena.withParsed(characters, count: buffer.count) { parsed in
          guard let root = parsed?.pointee.root else { return .success(Document()) }
          var walk = HTMLWalk(limits: limits)
          if hasLateStyles(buffer) { walk.gatherStyles(below: root) }
          let document = walk.run(from: root)
          return walk.failure.map { .failure($0) } ?? .success(document)
        }
      }
    }
    return try outcome.get()
  }

  /// Whether style sheets stand behind the beginning of a table: they count for what is before them.
  private static func hasLateStyles(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasTable = false
    var index = 0
    while let start = ByteSearch.find("<", in: text, from: index) {
      index = start + 1
      guard index < text.count else { return false }
      switch text[index] | 0x20 {
      case UInt8(ascii: "t") where !hasTable: hasTable = begins("table", text, at: index)
      case UInt8(ascii: "s") where hasTable:
        if begins("style", text, at: index) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether letters stand there, in any case.
  private static func begins(
    _ letters: StaticString, _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    index + letters.utf8CodeUnitCount <= text.count
      && (0..<letters.utf8CodeUnitCount).allSatisfy {
        text[index + $0] | 0x20 == letters.utf8Start[$0]
      }
  }
}
