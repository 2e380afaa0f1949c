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
    var outcome: Result<Document, ReadingError> = .success(Document())
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var options = kGumboDefaultOptions
      options.max_errors = 0
      let parsed = base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { characters in
        gumbo_parse_with_options(&options, characters, buffer.count)
      }
      guard let parsed else { return }
      defer { gumbo_destroy_output(&options, parsed) }
      var walk = HTMLWalk(limits: limits)
      guard let root = parsed.pointee.root else { return }
      let document = walk.run(from: root)
      outcome = walk.failure.map { .failure($0) } ?? .success(document)
    }
    return try outcome.get()
  }
}
