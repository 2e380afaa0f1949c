import ReportModel

/// Running text of a page: a paragraph, or lines that a printed page broke it into.
struct ProsePassage {
  /// A line of the document.
  private struct Line {
    /// Where it begins in `text`.
    let start: Int
    let place: Place
  }

  /// As printed, without the breaks of lines.
  private(set) var text: [Unicode.Scalar] = []
  /// As compared; `origins` has the place of each in `text`.
  private(set) var folded: [UInt32] = []
  private(set) var origins: [Int32] = []
  /// Whether a reader of the page sees more, or other, than the text.
  private(set) var isUnclear = false
  private var lines: [Line] = []

  mutating func append(_ scalars: ArraySlice<Unicode.Scalar>, of paragraph: Paragraph) {
    lines.append(Line(start: text.count, place: paragraph.place))
    isUnclear = isUnclear || paragraph.isUnclear
    for scalar in scalars {
      let value = ProseFold.fold(scalar)
      if value != 0 {
        folded.append(value)
        origins.append(Int32(truncatingIfNeeded: text.count))
      }
      text.append(scalar)
    }
  }

  /// The characters of a stretch of the folded text, as printed.
  func printed(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return WhiteSpace.string(text[Int(origins[first])...Int(origins[last])])
  }

  /// Where the line stands that a character of the folded text is in.
  func place(of index: Int) -> Place {
    let position = Int(origins[index])
    return (lines.last { $0.start <= position } ?? lines[0]).place
  }

  /// The sentences, each with the mark that ends it; ranges of the folded text.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in folded.indices where endsSentence(at: index) {
      sentences.append(start..<(index + 1))
      start = index + 1
    }
    if start < folded.count { sentences.append(start..<folded.count) }
    return sentences
  }

  private func endsSentence(at index: Int) -> Bool {
    switch folded[index] {
    case 0x3002, 0x21, 0x3F: return true
    case 0x2E:
      // A full stop as some keyboards make it; not the point of 1.05 or of a list's number.
      let next = index + 1 < folded.count ? folded[index + 1] : 0
      return index > 0 && folded[index - 1] >= 0x4E00 && (next == 0 || next >= 0x4E00)
    default: return false
    }
  }
}

/// Puts the running text of a page together, and leaves out what stands in tables and around the
/// text.
struct ProseCollector {
  /// Shorter lines are headings, cells and labels; nothing goes on behind them.
  private static let shortestLine = 15
  private static let endMarks: Set<UInt32> = [0x3002, 0x21, 0x3F]

  private(set) var passages: [ProsePassage] = []
  private var isOpen = false

  static func passages(of document: Document) -> [ProsePassage] {
    var collector = ProseCollector()
    for block in document.blocks {
      switch block {
      case .grid: collector.isOpen = false
      case .paragraph(let paragraph): collector.take(paragraph)
      }
    }
    return collector.passages
  }

  private mutating func take(_ paragraph: Paragraph) {
    let scalars = Array(paragraph.text.unicodeScalars)
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      takeLine(scalars[start..<end], of: paragraph)
      start = end + 1
    }
  }

  private mutating func takeLine(_ line: ArraySlice<Unicode.Scalar>, of paragraph: Paragraph) {
    guard line.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) else {
      // The number of a printed page does not end the sentence that goes on behind it.
      if line.count > 16 || !TextTokens.isPageNumber(WhiteSpace.string(line)) { isOpen = false }
      return
    }
    if !isOpen || Self.isHeading(line) { passages.append(ProsePassage()) }
    passages[passages.count - 1].append(line, of: paragraph)
    let last = passages[passages.count - 1].folded.last ?? 0
    isOpen = line.count >= Self.shortestLine && !Self.endMarks.contains(last)
  }

  /// 一、…, （一）…, 1.…: what begins so does not go on with the line before.
  private static func isHeading(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = line.prefix(5).map(ProseFold.fold).filter { $0 != 0 }
    var rest = head[...]
    let isBracketed = rest.first == 0x28
    if isBracketed { rest.removeFirst() }
    let digits = rest.prefix { ProseNumber.isNumeral($0) }
    guard !digits.isEmpty, digits.count <= 2, let next = rest.dropFirst(digits.count).first
    else { return false }
    return isBracketed ? next == 0x29 : next == 0x3001 || (next == 0x2E && head.count < 5)
  }
}
