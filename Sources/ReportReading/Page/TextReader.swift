import ReportModel

/// Plain text and Markdown: each line a paragraph, runs of `|` rows a grid.
struct TextReader {
  private var document = Document()
  private var rows: [(row: PipeRow, line: Int32)] = []
  private var gridCount = 0
  private var rowCount = 0
  private var positionCount = 0
  private var failure: ReadingError?
  private let limits: ReadingLimits
  /// Whether the current line is the text's last and has no end.
  private var isCut = false
  private var lastRowIsCut = false

  private init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// - Parameter text: UTF-8.
  static func read(_ text: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
    guard text.count <= limits.textSize else {
      throw .tooLarge(size: text.count, limit: limits.textSize)
    }
    var reader = TextReader(limits: limits)
    var line: Int32 = 1
    var start = 0
    var bars = 0
    var index = 0
    while index <= text.count {
      let atEnd = index == text.count
      // A text may have been cut off in the middle of a figure.
      reader.isCut = atEnd
      if atEnd || text[index] == 0x0A || text[index] == 0x0D || text[index] == 0x0C {
        guard index - start <= limits.lineLength else {
          throw .tooLarge(size: index - start, limit: limits.lineLength)
        }
        guard bars <= limits.rowCells else {
          throw .tooComplex(.tableCells, limit: limits.rowCells)
        }
        bars = 0
        reader.take(String(decoding: text[start..<index], as: UTF8.self), line: line)
        if atEnd { break }
        if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
        // A form feed begins a page in the middle of nothing; it does not count as a line.
        if text[index] != 0x0C { line += 1 }
        guard reader.rowCount <= limits.tableRows else {
          throw .tooComplex(.tableRows, limit: limits.tableRows)
        }
        guard line <= limits.lines else { throw .tooComplex(.lines, limit: limits.lines) }
        start = index + 1
      } else if text[index] == UInt8(ascii: "|") {
        bars += 1
      }
      index += 1
    }
    reader.flush()
    if let failure = reader.failure { throw failure }
    return reader.document
  }

  private mutating func take(_ raw: String, line: Int32) {
    let text = WhiteSpace.trimmed(raw)
    // Blank lines do not end a table: some converters put one behind each row.
    if text.isEmpty { return }
    // A bar that a converter put on a line of its own parts the rows above and below.
    if !rows.isEmpty, text.unicodeScalars.allSatisfy({ $0 == "|" }) { return }
    if let row = PipeRow(text) {
      if !PipeRow.isSeparator(row.cells) {
        rows.append((row, line))
        rowCount += 1
      }
      lastRowIsCut = isCut && text.last != "|"
      return
    }
    flush()
    document.blocks.append(
      .paragraph(
        Paragraph(
          text: text, isUnclear: BidiControl.isContained(in: text) || (isCut && endsInDigit(text)),
          place: Place(line: line))))
  }

  private func endsInDigit(_ text: String) -> Bool {
    text.unicodeScalars.last.map {
      $0.properties.numericType != nil || ",，.．".unicodeScalars.contains($0)
    } ?? false
  }

  private mutating func flush() {
    guard !rows.isEmpty, failure == nil else { return }
    let cells = PipeRow.cells(of: rows.map(\.row))
    let width = cells.map(\.count).max() ?? 0
    positionCount += rows.count * width
    guard positionCount <= limits.tableCells else {
      failure = .tooComplex(.tableCells, limit: limits.tableCells)
      return
    }
    gridCount += 1
    var builder = GridBuilder(number: gridCount)
    for (row, cells) in zip(rows, cells) {
      builder.beginRow()
      for cell in cells {
        builder.addCell(
          text: cell, rowSpan: 1, columnSpan: 1,
          isOpaque: BidiControl.isContained(in: cell), line: row.line)
      }
    }
    if lastRowIsCut { builder.doubtLastCell() }
    lastRowIsCut = false
    document.blocks.append(.grid(builder.finish()))
    rows = []
  }
}
