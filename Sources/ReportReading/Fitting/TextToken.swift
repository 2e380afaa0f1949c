import ReportModel

/// A line of text as the sequence fitter sees it.
struct TextToken: Sendable {
  let raw: String
  /// With its ordinal.
  let text: FoldedText
  let isFigure: Bool
  /// Whether it stands on the same line as the token before it.
  var sharesLine = false
  /// Whether something that belongs to no row stood before it.
  var beginsAnew = false
  /// Whether what is printed is more, or other, than the text.
  var isUnclear = false
  /// Which part of the page; see `PageRegions`.
  var region = 0
  let place: Place

  /// The pieces of this line.
  func cut(_ pieces: [PhraseCutter.Piece]) -> [TextToken] {
    pieces.enumerated().map { index, piece in
      piece.isFigure
        ? figure(piece.text, sharesLine: index > 0)
        : self.piece(piece.text, text: FoldedText(piece.text), sharesLine: index > 0)
    }
  }

  /// Words that are part of this line.
  func piece(_ raw: String, text: FoldedText, sharesLine: Bool) -> TextToken {
    TextToken(
      raw: raw, text: text, isFigure: false, sharesLine: sharesLine, beginsAnew: beginsAnew,
      isUnclear: isUnclear, region: region, place: place)
  }

  /// A figure that is part of this line.
  func figure(_ raw: String, sharesLine: Bool) -> TextToken {
    TextToken(
      raw: raw, text: FoldedText(), isFigure: true, sharesLine: sharesLine, beginsAnew: beginsAnew,
      isUnclear: isUnclear, region: region, place: place)
  }
}

/// The lines of a page between its tables and its prose, one cell a line.
enum TextTokens {
  /// Longer than any label; such a line is a sentence.
  private static let longestLabel = 60

  /// Stretches of lines that may be a table's, without page numbers and the printed note.
  ///
  /// - Parameter cutter: for lines whose cells run together.
  static func stretches(
    of document: Document, regions: PageRegions, cutter: PhraseCutter
  ) -> [[TextToken]] {
    var stretches: [[TextToken]] = []
    var paragraphs = regions.ofParagraphs[...]
    var current: [TextToken] = []
    for block in document.blocks {
      let region = if case .paragraph = block { paragraphs.removeFirst() } else { 0 }
      switch block {
      case .paragraph(let paragraph):
        let tokens = tokens(of: paragraph, region: region, cutter: cutter)
        if tokens.isEmpty, isProse(paragraph.text) {
          if !current.isEmpty { stretches.append(finished(current)) }
          current = []
        }
        current += tokens
      default:
        if !current.isEmpty { stretches.append(finished(current)) }
        current = []
      }
    }
    if !current.isEmpty { stretches.append(finished(current)) }
    return stretches.filter { $0.contains(where: \.isFigure) }
  }

  private static func finished(_ tokens: [TextToken]) -> [TextToken] {
    RunTogetherTokens.marked(withoutNotes(tokens))
  }

  /// The lines of a paragraph; none where it is a sentence.
  private static func tokens(
    of paragraph: Paragraph, region: Int, cutter: PhraseCutter
  ) -> [TextToken] {
    let isProse = isProse(paragraph.text)
    if isProse, paragraph.text.unicodeScalars.contains("。") { return [] }
    return paragraph.text.split(separator: "\n").flatMap { line -> [TextToken] in
      let raw = WhiteSpace.trimmed(line)
      guard !raw.isEmpty, !isPageNumber(raw), !isBar(raw) else { return [] }
      let pieces = RowOnOneLine.pieces(of: raw)
      let token = TextToken(
        raw: raw, text: FoldedText(), isFigure: false, isUnclear: paragraph.isUnclear,
        region: region, place: paragraph.place)
      if pieces.count == 1, !FigureReading.isFigureLike(raw) {
        let folded = FoldedText(raw)
        if let cut = cutter.pieces(of: raw, folded: folded) { return token.cut(cut) }
        return isProse ? [] : [token.piece(raw, text: folded, sharesLine: false)]
      }
      if isProse { return [] }
      var hasFigure = false
      return pieces.enumerated().map { index, piece in
        let isFigure = FigureReading.isFigureLike(piece)
        if isFigure { hasFigure = true }
        if isFigure { return token.figure(piece, sharesLine: index > 0) }
        if hasFigure, RowOnOneLine.isOddFigure(piece) {
          var odd = token.figure(piece, sharesLine: true)
          odd.isUnclear = true
          return odd
        }
        return token.piece(piece, text: FoldedText(piece), sharesLine: index > 0)
      }
    }
  }

  /// `|` on a line of its own, between the lines of a row's cells.
  private static func isBar(_ raw: String) -> Bool {
    raw.unicodeScalars.allSatisfy { "|｜│".unicodeScalars.contains($0) || WhiteSpace.contains($0) }
  }

  /// What the text shows of its page numbers.
  static func numbering(of document: Document) -> PageNumbering {
    var lines: [PageNumbering.Line] = []
    for block in document.blocks {
      guard case .paragraph(let paragraph) = block else { continue }
      for line in paragraph.text.split(separator: "\n") {
        let raw = WhiteSpace.trimmed(line)
        guard !raw.isEmpty, !isBar(raw) else { continue }
        lines.append(
          PageNumbering.Line(
            text: raw, isFigure: FigureReading.isFigureLike(raw),
            isLong: raw.unicodeScalars.count > longLine, isMark: isPageNumber(raw),
            number: paragraph.place.line ?? 0))
      }
    }
    return PageNumbering(lines)
  }

  /// Longer than the labels of rows with a single figure.
  private static let longLine = 14

  private static func isProse(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == "。" || scalar == "；" || scalar == ";" { return true }
      // Rows on one line are long by their figures and the spaces between.
      if !WhiteSpace.contains(scalar), DigitRun.digit(scalar) == nil { count += 1 }
    }
    return count > longestLabel
  }

  /// `- 4 -`, `— 4 —`, `---page 4`, 第4页, 第 4 页 共 10 页.
  static func isPageNumber(_ raw: String) -> Bool {
    ScalarBuffer.with(raw) { scalars in
      var rest = String.UnicodeScalarView()
      var restCount = 0
      var count = 0
      var digitCount = 0
      var ends: (first: UInt32, last: UInt32)?
      for value in scalars where !WhiteSpace.contains(value) {
        ends = (ends?.first ?? value, value)
        count += 1
        if value >= 0x30, value <= 0x39 {
          digitCount += 1
        } else if let scalar = Unicode.Scalar(value) {
          // Longer than any of the words, and no line of dashes.
          if restCount >= longestMark, !isDash(value) { return false }
          rest.append(scalar)
          restCount += 1
        }
      }
      guard digitCount > 0, let ends else { return false }
      if pageMarks.contains(String(rest).lowercased()) { return true }
      return count >= 3 && isDash(ends.first) && isDash(ends.last)
        && rest.allSatisfy { isDash($0.value) }
    }
  }

  private static let pageMarks = ["第页", "第页共页", "第页/共页", "---page", "--page", "page"]
  private static let longestMark = 7

  private static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    // - ‐ ‑ ‒ – — ― － ─ ━ ·
    case 0x2D, 0x2010, 0x2011, 0x2013...0x2015, 0xFF0D, 0x2500, 0x2501, 0xB7: true
    default: false
    }
  }

  /// Drops the note of table 3, which may be torn over several lines.
  private static func withoutNotes(_ tokens: [TextToken]) -> [TextToken] {
    let note = TableLabels.note
    var kept: [TextToken] = []
    var index = 0
    var beginsAnew = false
    while index < tokens.count {
      var end = index
      var joined = FoldedText()
      while end < tokens.count, !tokens[end].isFigure, joined.count < note.count,
        note.matches(tokens[end].text, at: joined.count), !tokens[end].text.isEmpty
      {
        joined.append(tokens[end].text)
        end += 1
      }
      if joined == note {
        index = end
        beginsAnew = true
      } else {
        kept.append(tokens[index])
        kept[kept.count - 1].beginsAnew = beginsAnew
        beginsAnew = false
        index += 1
      }
    }
    return kept
  }
}
