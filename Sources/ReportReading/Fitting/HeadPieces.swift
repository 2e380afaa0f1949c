import ReportModel

/// The heads of a block as the lines of a printed page have them: each broken over lines or not,
/// its pieces below each other, the pieces of a line from left to right.
///
/// Where they stand on their lines does not tell which belong together; that all of them can be
/// put together to the form's heads, each line's in the form's order and none left over, does. Heads
/// on different lines must still begin further right one after the other, or nothing would tell
/// their order.
struct HeadPieces: Sendable {
  /// A word of a line.
  struct Piece: Sendable {
    let text: FoldedText
    /// Where it begins across the page.
    let left: Double
  }

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
  func units(in lines: [[Piece]]) -> [MeasureUnit]? {
    guard lines.count <= 20 else { return nil }
    for first in lines.indices {
      var search = Search(heads: heads, lines: Array(lines[first...]), steps: Self.mostSteps)
      if let units = search.run() { return units }
    }
    return nil
  }

  private struct Search {
    let heads: [Head]
    let lines: [[Piece]]
    var steps: Int
    /// By line, how many of its pieces are used.
    private var used: [Int]
    private var units: [MeasureUnit] = []
    /// Where the columns' heads begin that are placed.
    private var lefts: [Double] = []

    init(heads: [Head], lines: [[Piece]], steps: Int) {
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
        guard !piece.text.isEmpty, text.matches(piece.text, at: start) else { continue }
        let begins = start == 0 && head.column != nil
        if begins, let last = lefts.last, piece.left <= last { continue }
        if begins { lefts.append(piece.left) }
        used[index] += 1
        if take(text, from: start + piece.text.count, line: index + 1, of: head, then: next) {
          return true
        }
        used[index] -= 1
        if begins { lefts.removeLast() }
      }
      return false
    }
  }
}
