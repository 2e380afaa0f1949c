import ReportModel

/// A line of text as the sequence fitter sees it.
struct TextToken: Sendable {
  let raw: String
  /// With its ordinal.
  let text: FoldedText
  let isFigure: Bool
  let place: Place
}

/// The lines of a page between its tables and its prose, one cell a line.
enum TextTokens {
  /// Longer than any label; such a line is a sentence.
  private static let longestLabel = 60

  /// Stretches of lines that may be a table's, without page numbers and the printed note.
  static func stretches(of document: Document) -> [[TextToken]] {
    var stretches: [[TextToken]] = []
    var current: [TextToken] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph) where !isProse(paragraph.text):
        for token in tokens(of: paragraph) { current.append(token) }
      default:
        if !current.isEmpty { stretches.append(withoutNotes(current)) }
        current = []
      }
    }
    if !current.isEmpty { stretches.append(withoutNotes(current)) }
    return stretches.filter { $0.contains(where: \.isFigure) }
  }

  private static func tokens(of paragraph: Paragraph) -> [TextToken] {
    paragraph.text.split(separator: "\n").compactMap { line in
      let raw = WhiteSpace.trimmed(line)
      guard !raw.isEmpty, !isPageNumber(raw) else { return nil }
      let isFigure = FigureReading.isFigureLike(raw)
      return TextToken(
        raw: raw, text: isFigure ? FoldedText() : FoldedText(raw), isFigure: isFigure,
        place: paragraph.place)
    }
  }

  private static func isProse(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == "。" || scalar == "；" || scalar == ";" { return true }
      count += 1
    }
    return count > longestLabel
  }

  /// `- 4 -`, `— 4 —`, `---page 4`, 第4页, 第 4 页 共 10 页.
  static func isPageNumber(_ raw: String) -> Bool {
    let scalars = raw.unicodeScalars.filter { !WhiteSpace.contains($0) }
    let digits = scalars.filter { $0.value >= 0x30 && $0.value <= 0x39 }
    guard !digits.isEmpty else { return false }
    let rest = WhiteSpace.string(
      scalars.filter { !($0.value >= 0x30 && $0.value <= 0x39) })
    if ["第页", "第页共页", "第页/共页", "---page", "--page", "page"].contains(rest.lowercased()) {
      return true
    }
    let dashes: (Unicode.Scalar) -> Bool = { "-‐‑–—―－─━·".unicodeScalars.contains($0) }
    return scalars.count >= 3 && scalars.first.map(dashes) == true
      && scalars.last.map(dashes) == true && rest.unicodeScalars.allSatisfy(dashes)
  }

  /// Drops the note of table 3, which may be torn over several lines.
  private static func withoutNotes(_ tokens: [TextToken]) -> [TextToken] {
    let note = TableLabels.note
    var kept: [TextToken] = []
    var index = 0
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
      } else {
        kept.append(tokens[index])
        index += 1
      }
    }
    return kept
  }
}
