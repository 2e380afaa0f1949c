/// A PDF with a text layer: words with their places, made into prose and tables.
enum PDFReader {
  static let signature = Array("%PDF-".utf8)

  static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
    let layout = try PDFText.layout(of: bytes, limits: limits)
    let pages = try BoxLayout.read(layout, limits: limits)
    guard pages.contains(where: { !$0.words.isEmpty }) else { throw .noTextLayer }
    return PrintedDocument.document(of: pages)
  }
}
