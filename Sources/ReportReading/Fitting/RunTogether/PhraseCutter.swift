/// Cuts lines whose cells run together into what the forms print and what stands between:
/// `（三）不予公开1.属于国家秘密0000000`, `信息内容本年处理决定数量`, or a whole table on one line.
///
/// A line is cut only where nothing is left over: all of it is labels, heads and titles of the
/// forms, and figures.
struct PhraseCutter: Sendable {
  struct Piece: Equatable {
    let text: String
    let isFigure: Bool
  }

  /// By first character, the longest first.
  private let phrases: [UInt32: [[UInt32]]]
  private let whole: Set<FoldedText>
  private let titles: Set<FoldedText>

  init(_ tables: [TableLabels]) {
    var all: Set<FoldedText> = [TableLabels.corner, TableLabels.note]
    for labels in tables { all.formUnion(labels.phrases) }
    whole = all
    titles = Set(tables.map(\.title))
    var phrases: [UInt32: [[UInt32]]] = [:]
    for phrase in all {
      guard let first = phrase.scalars.first else { continue }
      phrases[first, default: []].append(phrase.scalars)
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The pieces of a line from left to right, or `nil` where it is one piece, or prose.
  func pieces(of line: String, folded: FoldedText) -> [Piece]? {
    guard !whole.contains(folded) else { return nil }
    var cut = Cut(line)
    guard !cut.folded.isEmpty else { return nil }
    while cut.position < cut.folded.count {
      if let length = phraseLength(cut) {
        cut.takePhrase(length)
      } else if cut.isAtDigit {
        // A line of figures alone is no business of this; figures belong to a label before them.
        guard !cut.pieces.isEmpty else { return nil }
        let start = cut.position
        while cut.position < cut.folded.count, cut.isAtDigit || cut.isAtUnit,
          cut.position == start || phraseLength(cut) == nil
        {
          cut.position += 1
        }
        guard cut.takeFigures(from: start) else { return nil }
      } else if cut.pieces.isEmpty, cut.position < 2, isTitleAhead(cut) {
        cut.position += 1
      } else {
        return nil
      }
    }
    return cut.pieces.count > 1 ? cut.pieces : nil
  }

  private func phraseLength(_ cut: Cut) -> Int? {
    guard let candidates = phrases[cut.folded[cut.position].value] else { return nil }
    let phrase = candidates.first { cut.matches($0) }
    guard let phrase, cut.hasPointBehindOrdinal(phrase) else { return nil }
    return phrase.count
  }

  /// Whether only an ordinal stands before a table's title: 三、收到和处理政府信息公开申请情况.
  private func isTitleAhead(_ cut: Cut) -> Bool {
    (cut.position + 1...cut.position + 2).contains { start in
      titles.contains { cut.matches($0.scalars, at: start) }
    }
  }
}

/// A line while it is being cut.
private struct Cut {
  private let scalars: [Unicode.Scalar]
  /// The characters that count, and where each stands in the line.
  let folded: [(value: UInt32, index: Int)]
  var position = 0
  private(set) var pieces: [PhraseCutter.Piece] = []
  /// Where the piece that comes next begins in the line.
  private var start = 0

  init(_ line: String) {
    scalars = Array(line.unicodeScalars)
    folded = scalars.enumerated().compactMap { index, scalar in
      FoldedText.fold(scalar).map { ($0, index) }
    }
  }

  var isAtDigit: Bool { Self.isDigit(folded[position].value) }

  /// 元, 万元, 件 behind a figure.
  var isAtUnit: Bool { Self.units.contains(folded[position].value) }

  private static let units = Set("元万件".unicodeScalars.map(\.value))

  private static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  func matches(_ phrase: [UInt32]) -> Bool { matches(phrase, at: position) }

  func matches(_ phrase: [UInt32], at start: Int) -> Bool {
    guard start + phrase.count <= folded.count else { return false }
    for offset in phrase.indices where folded[start + offset].value != phrase[offset] {
      return false
    }
    return true
  }

  /// Whether the digits that a phrase begins with are an ordinal with its point, and not the end of
  /// the figures before a label that lost its ordinal.
  func hasPointBehindOrdinal(_ phrase: [UInt32]) -> Bool {
    let digits = phrase.prefix(while: Self.isDigit).count
    guard digits > 0, digits < phrase.count else { return true }
    return folded[position + digits].index > folded[position + digits - 1].index + 1
  }

  mutating func takePhrase(_ length: Int) {
    position += length
    // Marks behind a phrase are its own, except brackets and quotes that open the next one, and
    // the sign of a figure.
    var end = position < folded.count ? folded[position].index : scalars.count
    while end > start, Self.opening.contains(scalars[end - 1]), position < folded.count { end -= 1 }
    append(end, isFigure: false)
  }

  private static let opening = Set("（(﹙【[〔“‘「『\"-－−﹣+＋".unicodeScalars)

  /// - Returns: whether what stands there is figures and nothing else.
  mutating func takeFigures(from first: Int) -> Bool {
    var end = position < folded.count ? folded[position].index : scalars.count
    while end > start, Self.opening.contains(scalars[end - 1]), position < folded.count { end -= 1 }
    let text = scalars[start..<end]
    let isPlain = text.allSatisfy { scalar in
      Self.isDigit(FoldedText.fold(scalar) ?? 0) || WhiteSpace.contains(scalar)
        || ".．,，-－−﹣+＋元万件".unicodeScalars.contains(scalar)
    }
    // A comma behind a figure goes on with a sentence.
    guard isPlain, !(text.last.map { ",，".unicodeScalars.contains($0) } ?? false) else {
      return false
    }
    let words = text.split(whereSeparator: WhiteSpace.contains)
    if words.allSatisfy({ DigitRun.isDigits(WhiteSpace.string($0)) }) {
      for word in words {
        pieces.append(PhraseCutter.Piece(text: WhiteSpace.string(word), isFigure: true))
      }
      start = end
    } else {
      append(end, isFigure: true)
    }
    return true
  }

  private mutating func append(_ end: Int, isFigure: Bool) {
    let text = WhiteSpace.trimmed(WhiteSpace.string(scalars[start..<end]))
    if !text.isEmpty { pieces.append(PhraseCutter.Piece(text: text, isFigure: isFigure)) }
    start = end
  }
}
