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
    let tables: [StaticString] = ["<table", "<TABLE"]
    let styles: [StaticString] = ["<style", "<STYLE", "<Style"]
    guard let first = tables.compactMap({ ByteSearch.find($0, in: text) }).min() else {
      return false
    }
    return styles.contains { ByteSearch.find($0, in: text, from: first) != nil }
  }
}
