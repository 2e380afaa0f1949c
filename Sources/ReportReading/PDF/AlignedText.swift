/// Text that keeps the layout of a printed page, as `pdftotext -layout` writes it: rows on lines of
/// their own, cells parted by several blanks.
///
/// It is laid out as words on pages and read like a printed page, but for one thing: where a figure
/// stands says only which it is in its row, for the program that made the text moves what does not
/// fit, and counts a Chinese character as one column though it takes two.
enum AlignedText {
  /// Lengths as for a page of print: a column, a line, the height of its characters.
  private static let column = 1.2
  private static let line = 1.5
  private static let height = 1.4

  /// A row of table 3 has seven figures.
  private static let figuresOfARow = 5
  private static let rowsOfATable = 8

  /// - Parameter text: UTF-8.
  /// - Returns: the pages of the text, `nil` where it is text of another kind.
  static func pages(
    of text: [UInt8], limits: ReadingLimits
  ) throws(ReadingError) -> [PrintedPage]? {
    guard hasAlignedRows(text), !isCut(text), !hasHiddenOrder(text) else { return nil }
    var pages: [PrintedPage] = []
    var top = 0.0
    var lineNumber = 0
    var order = 0
    for page in text.split(separator: 0x0C, omittingEmptySubsequences: false) {
      guard pages.count < limits.pages else { throw .tooComplex(.pages, limit: limits.pages) }
      var words: [PrintedWord] = []
      var count = 0
      var widest = 0
      for raw in page.split(separator: 0x0A, omittingEmptySubsequences: false) {
        guard raw.count <= limits.lineLength else {
          throw .tooLarge(size: raw.count, limit: limits.lineLength)
        }
        let y = top + Double(count) * line
        for word in self.words(of: String(decoding: raw, as: UTF8.self)) {
          order += 1
          guard order <= limits.words else { throw .tooComplex(.words, limit: limits.words) }
          let box = Box(
            left: Double(word.start) * column, top: y,
            right: Double(word.end) * column, bottom: y + height)
          words.append(PrintedWord(text: word.text, box: box, line: lineNumber, order: order))
          widest = max(widest, word.end)
        }
        count += 1
        lineNumber += 1
        guard lineNumber <= limits.lines else { throw .tooComplex(.lines, limit: limits.lines) }
      }
      let bottom = top + Double(max(count, 1)) * line
      let box = Box(left: 0, top: top, right: Double(widest) * column, bottom: bottom)
      pages.append(PrintedPage(number: pages.count + 1, words: words, box: box))
      top = bottom
    }
    return pages
  }

  private struct Word {
    let text: String
    let start: Int
    let end: Int
  }

  private static let tabulator = 8

  private static func words(of line: String) -> [Word] {
    var words: [Word] = []
    var open: [Unicode.Scalar] = []
    var start = 0
    var column = 0
    func close() {
      guard !open.isEmpty else { return }
      words.append(Word(text: WhiteSpace.string(open), start: start, end: column))
      open = []
    }
    for scalar in line.unicodeScalars {
      if WhiteSpace.contains(scalar) {
        close()
        column = scalar == "\t" ? (column / tabulator + 1) * tabulator : column + 1
      } else {
        if open.isEmpty { start = column }
        open.append(scalar)
        column += 1
      }
    }
    close()
    return words
  }

  /// Whether so many lines end in so many figures, each behind several blanks.
  private static func hasAlignedRows(_ text: [UInt8]) -> Bool {
    var rows = 0
    for raw in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0C }) {
      // Most lines are told by their bytes: no row is without this many wide gaps.
      guard gaps(in: raw) >= figuresOfARow else { continue }
      let words = words(of: String(decoding: raw, as: UTF8.self))
      let figures = words.reversed().prefix { FigureReading.isFigureLike($0.text) }
      guard figures.count >= figuresOfARow else { continue }
      rows += 1
      if rows == rowsOfATable { return true }
    }
    return false
  }

  /// Whether the last line has no end: perhaps not all of its last figure is there.
  private static func isCut(_ text: [UInt8]) -> Bool {
    text.last.map { $0 != 0x0A && $0 != 0x0C } ?? true
  }

  /// Whether figures may be shown otherwise than they stand in the text.
  private static func hasHiddenOrder(_ text: [UInt8]) -> Bool {
    text.contains(0xE2) && BidiControl.isContained(in: String(decoding: text, as: UTF8.self))
  }

  private static func gaps(in line: ArraySlice<UInt8>) -> Int {
    var gaps = 0
    var blanks = 0
    for byte in line {
      if byte == 0x20 || byte == 0x09 {
        blanks += 1
      } else {
        if blanks > 1 { gaps += 1 }
        blanks = 0
      }
    }
    return gaps
  }
}
