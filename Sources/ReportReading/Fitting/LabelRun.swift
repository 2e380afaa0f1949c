import ReportModel

/// The lines between two runs of figures, taken apart into labels of one form table.
struct LabelRun {
  enum Piece {
    case row(Label)
    case group(Label)
    /// 第二十条第（一）项: the heads below it begin anew.
    case heading
    case heads(Heads)
    /// The corner over the row labels.
    case corner
    /// The title or the heads of another table: this one has ended.
    case foreign
    /// The table's own title.
    case title
  }

  struct Part {
    let piece: Piece
    /// The lines that it takes.
    let tokens: Range<Int>
  }

  private let tokens: ArraySlice<TextToken>
  private let labels: TableLabels
  private let others: [TableLabels]
  private var text = FoldedText()
  /// Where each token begins in the text, and where the last one ends.
  private var offsets: [Int] = [0]

  init(_ tokens: ArraySlice<TextToken>, labels: TableLabels, others: [TableLabels]) {
    self.tokens = tokens
    self.labels = labels
    self.others = others
    for token in tokens {
      text.append(token.text)
      offsets.append(text.count)
    }
  }

  func contains(_ part: FoldedText) -> Bool {
    text.contains(part)
  }

  /// The longest stretch of lines up to a given end that consists of known labels only.
  ///
  /// - Parameter end: how many of the run's lines are looked at.
  /// - Returns: the parts from left to right and where they begin.
  func parts(upTo end: Int) -> (start: Int, parts: [Part]) {
    // Looking further back than this would only find the prose before the table.
    let first = max(0, end - 160)
    var next = [Part?](repeating: nil, count: end + 1)
    var start = end
    for index in stride(from: end - 1, through: first, by: -1) {
      if let part = longestPart(at: index, upTo: end, reaching: next) {
        next[index] = part
        start = index
      }
    }
    var parts: [Part] = []
    var index = start
    while index < end, let part = next[index] {
      parts.append(part)
      index = part.tokens.upperBound
    }
    return (start, parts)
  }

  private func longestPart(at start: Int, upTo end: Int, reaching next: [Part?]) -> Part? {
    let reaches = { (index: Int) in index == end || next[index] != nil }
    if let (heads, stop) = heads(at: start, of: labels, upTo: end), reaches(stop) {
      return Part(piece: .heads(heads), tokens: start..<stop)
    }
    for other in others {
      if let (_, stop) = heads(at: start, of: other, upTo: end), reaches(stop) {
        return Part(piece: .foreign, tokens: start..<stop)
      }
    }
    // A label may be printed one character a line; none is longer than this many lines.
    for length in stride(from: min(16, end - start), through: 1, by: -1)
    where reaches(start + length) {
      if let piece = piece(start..<(start + length)) {
        return Part(piece: piece, tokens: start..<(start + length))
      }
    }
    return nil
  }

  private func piece(_ range: Range<Int>) -> Piece? {
    let scalars = text.scalars[offsets[range.lowerBound]..<offsets[range.upperBound]]
    let folded = FoldedText(scalars: Array(scalars))
    if folded == TableLabels.corner { return .corner }
    if labels.headings.contains(folded) { return .heading }
    let label = Label(raw(range))
    if label.text == labels.title { return .title }
    if others.contains(where: { $0.title == label.text }) { return .foreign }
    if labels.isGroup(label) { return .group(label) }
    let entries = labels.rows(for: label)
    // Without its ordinal, 其他 or 总计 is more likely a piece of the heads.
    guard !entries.isEmpty, label.ordinal != nil || !entries.allSatisfy(\.isAlsoHead) else {
      return nil
    }
    return .row(label)
  }

  /// Lines put together as they would stand in one cell.
  func raw(_ range: Range<Int>) -> String {
    range.map { tokens[tokens.startIndex + $0].raw }.joined()
  }

  private func heads(at start: Int, of labels: TableLabels, upTo end: Int) -> (Heads, Int)? {
    var longest = 0
    var meanings: [Heads.Meaning] = []
    var count = 0
    for (block, order) in labels.headOrders.enumerated() {
      guard
        let match = order.match(
          in: text, at: offsets[start], ends: { isBoundary($0, upTo: end) }),
        match.end > longest || match.end == longest
      else { continue }
      if match.end > longest { meanings = [] }
      longest = match.end
      count = order.columnCount
      meanings.append(
        Heads.Meaning(block: block, columns: Array(0..<count), units: match.units))
    }
    guard !meanings.isEmpty,
      let stop = (start + 1...end).first(where: { offsets[$0] == longest })
    else { return nil }
    let heads = Heads(
      meanings: meanings, count: count, spans: [], hasUnknown: false, isRepeated: false,
      isWhole: true,
      place: tokens[tokens.startIndex + start].place)
    return (heads, stop)
  }

  private func isBoundary(_ offset: Int, upTo end: Int) -> Bool {
    var low = 0
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return offsets[low] == offset
  }
}
