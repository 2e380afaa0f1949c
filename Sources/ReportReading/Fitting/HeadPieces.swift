import ReportModel

/// The heads of a block as the lines of a printed page have them: each broken over lines or not,
/// its pieces below each other, the pieces of a line from left to right.
///
/// Where they stand on their lines does not tell which belong together; that all of them can be
/// put together to the form's heads, each line's in the form's order and none left over, does. One
/// head may stand alone on its line, between those beside which it stands on paper; of several, each
/// on a line of its own, nothing would tell the order.
struct HeadPieces: Sendable {
  private struct Head: Sendable {
    let wordings: [(text: FoldedText, unit: MeasureUnit)]
    /// The column, for its own label; `nil` for a head above several.
    let column: Int?
  }

  /// By the column at which they begin, upper heads first.
  private let heads: [Head]
  let columnCount: Int

  /// No page's heads need as many steps.
  private static let mostSteps = 20_000

  /// So many heads of columns may begin on lines on which nothing else stands.
  private static let mostAlone = 1

  init(_ block: FormBlock) {
    columnCount = block.columns.count
    var heads: [Head] = []
    var open: [FormLabel] = []
    for (index, column) in block.columns.enumerated() {
      let shared = zip(open, column.heads).prefix { $0 == $1 }.count
      for head in column.heads.dropFirst(shared) {
        heads.append(
          Head(wordings: head.wordings.map { (FoldedText($0), .count) }, column: nil))
      }
      open = column.heads
      heads.append(
        Head(
          wordings: HeadWording.all(of: column).map { (text: $0.0, unit: $0.1) },
          column: index))
    }
    self.heads = heads
  }

  /// The units of the columns, or `nil` where the lines are not these heads.
  ///
  /// - Parameter lines: downwards, each with its pieces from left to right. The first ones may be
  ///   something else.
  func units(in lines: [[FoldedText]]) -> [MeasureUnit]? {
    guard lines.count <= 20 else { return nil }
    for first in lines.indices {
      var search = Search(heads: heads, lines: Array(lines[first...]), steps: Self.mostSteps)
      if let units = search.run() { return units }
    }
    return nil
  }

  private struct Search {
    let heads: [Head]
    let lines: [[FoldedText]]
    var steps: Int
    /// By line, how many of its pieces are used.
    private var used: [Int]
    private var units: [MeasureUnit] = []
    /// Heads of columns that begin on a line of their own.
    private var alone = 0

    init(heads: [Head], lines: [[FoldedText]], steps: Int) {
      self.heads = heads
      self.lines = lines
      self.steps = steps
      used = lines.map { _ in 0 }
    }

    mutating func run() -> [MeasureUnit]? {
      place(head: 0) ? units : nil
    }

    private mutating func place(head index: Int) -> Bool {
      steps -= 1
      guard steps > 0 else { return false }
      guard index < heads.count else {
        return zip(used, lines).allSatisfy { $0 == $1.count }
      }
      let head = heads[index]
      for wording in head.wordings {
        if head.column != nil { units.append(wording.unit) }
        if take(wording.text, from: 0, line: 0, of: head, then: index + 1) { return true }
        if head.column != nil { units.removeLast() }
      }
      // Heads over several columns may be left out.
      return head.column == nil && place(head: index + 1)
    }

    /// Takes the rest of a head from the lines below, then places the next heads.
    private mutating func take(
      _ text: FoldedText, from start: Int, line: Int, of head: Head, then next: Int
    ) -> Bool {
      if start == text.count { return place(head: next) }
      for index in line..<max(line, lines.count) where used[index] < lines[index].count {
        let piece = lines[index][used[index]]
        guard !piece.isEmpty, text.matches(piece, at: start) else { continue }
        let isAlone = start == 0 && head.column != nil && lines[index].count == 1
        guard !isAlone || alone < HeadPieces.mostAlone else { continue }
        if isAlone { alone += 1 }
        used[index] += 1
        if take(text, from: start + piece.count, line: index + 1, of: head, then: next) {
          return true
        }
        used[index] -= 1
        if isAlone { alone -= 1 }
      }
      return false
    }
  }
}
