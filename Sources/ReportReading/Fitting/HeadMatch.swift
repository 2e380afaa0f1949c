import ReportModel

/// The heads over the figures of a grid, held against those of one block of a form.
///
/// A head that is lost, doubled or pushed aside moves the others over figures that are not theirs,
/// so a block is read only where its heads are the form's, each once, in place and under the right
/// upper heads. Three liberties leave no doubt: heads side by side may be exchanged, one head may be
/// unknown while all others stand in place around it, and columns may be left out as a whole.
struct HeadMatch {
  /// A lowest head, as a page has it.
  struct Leaf {
    /// The columns of the block that its text may mean.
    let entries: [TableLabels.ColumnEntry]
    /// The upper heads above it, outermost first, each by its wording in the form.
    var upper: [FoldedText]
    /// Whether something is above it, or it is something itself, that never stands there in a form.
    let isMisplaced: Bool
    /// Whether its text may be the beginning of another head, cut short.
    let isCut: Bool
    /// The grid row in which it begins.
    let row: Int
  }

  private let leaves: [Leaf]
  private let columns: [FormColumn]
  /// By leaf: what it can be under the upper heads over it.
  private let candidates: [[TableLabels.ColumnEntry]]
  /// By column: the upper heads of the form, of those that the page prints.
  private let expected: [[FoldedText]]

  /// - Parameter heads: above each column, outermost first, by their wording in the form.
  init(_ leaves: [Leaf], columns: [FormColumn], heads: [[FoldedText]]) {
    self.leaves = leaves
    self.columns = columns
    let printed = Set(leaves.flatMap(\.upper))
    let expected = heads.map { $0.filter(printed.contains) }
    self.expected = expected
    candidates = leaves.map { leaf in
      leaf.isMisplaced ? [] : leaf.entries.filter { expected[$0.column] == leaf.upper }
    }
  }

  /// What each leaf means, `nil` for an unknown one; nothing where the heads leave any doubt.
  func entries() -> [TableLabels.ColumnEntry?]? {
    let strangers = leaves.indices.filter { candidates[$0].isEmpty }
    guard strangers.allSatisfy({ leaves[$0].entries.isEmpty && !leaves[$0].isMisplaced }) else {
      return nil
    }
    switch strangers.count {
    case 0 where leaves.count == columns.count:
      return inPlace(columns.indices.map { $0 }) ?? exchanged()
    case 0 where leaves.count < columns.count && !leaves.contains(where: \.isCut):
      return inOrder()
    case 1 where columns.count > 1 && !leaves.contains(where: \.isCut):
      return around(strangers[0])
    default: return nil
    }
  }

  /// - Parameter order: for each leaf the column that it must mean, or `nil`.
  private func inPlace(_ order: [Int?]) -> [TableLabels.ColumnEntry?]? {
    var found: [TableLabels.ColumnEntry?] = []
    for (leaf, column) in order.enumerated() {
      guard let column else {
        found.append(nil)
        continue
      }
      guard let entry = candidates[leaf].first(where: { $0.column == column }) else { return nil }
      found.append(entry)
    }
    return found
  }

  /// Heads of one row under the same upper heads in another order.
  private func exchanged() -> [TableLabels.ColumnEntry?]? {
    guard candidates.allSatisfy({ $0.count == 1 }) else { return nil }
    let found = candidates.compactMap(\.first)
    guard Set(found.map(\.column)).count == columns.count else { return nil }
    let moved = found.indices.filter { found[$0].column != $0 }
    guard Set(moved.map { leaves[$0].row }).count == 1,
      moved.allSatisfy({ columns[found[$0].column].heads == columns[$0].heads })
    else { return nil }
    return found
  }

  /// Heads of some of the columns, each of which can be one only, in the order of the form. Rows
  /// must then have as many figures as there are heads: a head that was lost alone is found out.
  private func inOrder() -> [TableLabels.ColumnEntry?]? {
    guard candidates.allSatisfy({ $0.count == 1 }) else { return nil }
    let found = candidates.compactMap(\.first)
    let isAscending = zip(found, found.dropFirst()).allSatisfy { $0.column < $1.column }
    return isAscending ? found : nil
  }

  /// An unknown head in the place of one of the form's, or one more than the form has.
  private func around(_ stranger: Int) -> [TableLabels.ColumnEntry?]? {
    if leaves.count == columns.count {
      guard leaves[stranger].upper == expected[stranger] else { return nil }
      return inPlace(columns.indices.map { $0 == stranger ? nil : $0 })
    }
    guard leaves.count == columns.count + 1 else { return nil }
    return inPlace(
      leaves.indices.map { $0 == stranger ? nil : ($0 < stranger ? $0 : $0 - 1) })
  }
}
