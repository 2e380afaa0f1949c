import ReportModel

/// Whether the bare numbers of a text can be page numbers: `4` on a line of its own, where a page
/// of the printed report ended.
///
/// In text with one cell a line such a number looks like a figure, and beside a blank cell, which
/// leaves no line, it makes a row look whole. So nothing in a row may be taken for a figure while
/// it may as well be a page number, unless the text shows that it has none of this kind.
struct PageNumbering: Sendable {
  /// A line of the text as it is looked at here.
  struct Line: Sendable {
    let text: String
    let isFigure: Bool
    /// Whether it is longer than most labels.
    let isLong: Bool
    /// `- 4 -`, 第4页.
    let isMark: Bool
    let number: Int32
  }

  /// A printed page has at least so many lines of text.
  private static let linesOfAPage = 15
  /// Covers and reports that begin behind other pages.
  private static let slack = 2
  /// Runs of figures with one too many: the rows of tables 3 and 4 with a page number.
  private static let lengthsWithNumber: Set<Int> = [8, 16]

  private var isPossible = false
  /// By the line's number: how many lines with text stand before it.
  private var ranks: [Int32: Int] = [:]
  /// Numbers that stand outside all rows, in reading order.
  private var loose: [(rank: Int, value: Int)] = []

  init(_ lines: [Line]) {
    for (rank, line) in lines.enumerated() where ranks[line.number] == nil {
      ranks[line.number] = rank
    }
    // A text has one kind of page numbers.
    if lines.contains(where: \.isMark) { return }
    var index = 0
    while index < lines.count {
      guard lines[index].isFigure else {
        index += 1
        continue
      }
      let end = lines[index...].firstIndex { !$0.isFigure } ?? lines.count
      take(index..<end, of: lines)
      index = end
    }
    let endsInProse = lines.last.map { !$0.isFigure } ?? true
    // Every page has its number, the last one as well: below its last line.
    isPossible = !loose.isEmpty || !endsInProse
    if !zip(loose, loose.dropFirst()).allSatisfy({ $0.value < $1.value }) { loose = [] }
  }

  private mutating func take(_ run: Range<Int>, of lines: [Line]) {
    guard let first = lines[run].first, let last = lines[run].last else { return }
    if run.count == 1 {
      let isAfterProse = run.lowerBound == 0 || lines[run.lowerBound - 1].isLong
      let isAtEnd = run.upperBound == lines.count
      if isAfterProse || isAtEnd { note(first) }
    } else if Self.lengthsWithNumber.contains(run.count) {
      if value(of: last) != nil { note(last) } else { note(first) }
    }
  }

  private mutating func note(_ line: Line) {
    guard let value = value(of: line), let rank = ranks[line.number] else { return }
    loose.append((rank, value))
  }

  private func value(of line: Line) -> Int? {
    value(line.text, at: line.number)
  }

  /// Whether a figure may be the number of the page that ends or begins there.
  func mayBeNumber(_ text: String, at line: Int32?) -> Bool {
    guard isPossible else { return false }
    guard let line, let value = value(text, at: line), let rank = ranks[line] else { return false }
    let before = loose.last { $0.rank < rank }
    let after = loose.first { $0.rank > rank }
    if loose.contains(where: { $0.rank == rank }) { return true }
    return value > before?.value ?? 0 && value < after?.value ?? Int.max
  }

  /// The number of a bare line that is not too large for a page so far from the beginning.
  private func value(_ text: String, at line: Int32) -> Int? {
    var value = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: value = value * 10 + Int(scalar.value - 0x30)
      case 0xFF10...0xFF19: value = value * 10 + Int(scalar.value - 0xFF10)
      default: return nil
      }
      guard value < 1000 else { return nil }
    }
    guard value > 0, let rank = ranks[line] else { return nil }
    return value <= Self.slack + rank / Self.linesOfAPage ? value : nil
  }
}
