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
  /// Page numbers that are marked as such, in reading order.
  private var marks: [(rank: Int, value: Int)] = []
  /// By the line's number: how many lines with text stand before it.
  private var ranks: [Int32: Int] = [:]
  /// Numbers that stand outside all rows, in reading order.
  private var loose: [(rank: Int, value: Int)] = []

  init(_ lines: [Line]) {
    for (rank, line) in lines.enumerated() where ranks[line.number] == nil {
      ranks[line.number] = rank
    }
    if lines.contains(where: \.isMark) {
      // A text has one kind of page numbers, but a mark may have lost its dashes.
      for line in lines where line.isMark {
        if let value = Self.number(in: line.text), let rank = ranks[line.number] {
          marks.append((rank, value))
        }
      }
      return
    }
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
    if !marks.isEmpty { return isMissingMark(text, at: line) }
    guard isPossible else { return false }
    guard let line, let value = value(text, at: line), let rank = ranks[line] else { return false }
    let before = loose.last { $0.rank < rank }
    let after = loose.first { $0.rank > rank }
    if loose.contains(where: { $0.rank == rank }) { return true }
    return value > before?.value ?? 0 && value < after?.value ?? Int.max
  }

  /// Whether a figure may be a page number that lost its dashes: one that is missing among the
  /// marks, as far from its neighbours as pages are long.
  private func isMissingMark(_ text: String, at line: Int32?) -> Bool {
    guard let line, let value = value(text, at: line), let rank = ranks[line] else { return false }
    if let before = marks.last(where: { $0.rank < rank }) {
      let pages = value - before.value
      guard pages > 0, rank - before.rank >= pages * Self.linesOfAPage else { return false }
    }
    if let after = marks.first(where: { $0.rank > rank }) {
      let pages = after.value - value
      guard pages > 0, after.rank - rank >= pages * Self.linesOfAPage else { return false }
    }
    return true
  }

  /// The first number of a mark: 4 of 第 4 页 共 10 页.
  private static func number(in mark: String) -> Int? {
    let digits = mark.unicodeScalars.drop { DigitRun.digit($0) == nil }
      .prefix { DigitRun.digit($0) != nil }
    return digits.count > 3 ? nil : digits.reduce(0) { $0 * 10 + (DigitRun.digit($1) ?? 0) }
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
