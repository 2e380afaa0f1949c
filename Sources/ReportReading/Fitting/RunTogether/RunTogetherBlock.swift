import ReportModel

/// Parts the digits of a block's rows where all of them lost the borders of their cells.
///
/// A row is read only where every choice of splits that satisfies all of the form's sums, within
/// the rows and over the columns, parts it the same way, and where the search went to its end. A
/// block that lacks a row has no sums over its columns, and a page whose figures do not add up has
/// no choice at all: nothing is read then.
struct RunTogetherBlock: Sendable {
  enum Row: Sendable {
    case run(DigitRun)
    /// A row that has its borders, with a count in each cell.
    case known([Int64])
    /// A row that the page lacks, or whose figures are not plain counts.
    case missing
  }

  enum Outcome: Sendable, Equatable {
    case read(RowSplit)
    /// How many ways are left, and whether there may be more.
    case open(ways: Int, orMore: Bool)
  }

  private let columnCount: Int
  private let rowIdentities: [RowIdentity]
  private let columnIdentities: [ColumnIdentity]

  init(_ block: FormBlock) {
    columnCount = block.columns.count
    rowIdentities = RowIdentity.all(of: block)
    columnIdentities = ColumnIdentity.all(of: block)
  }

  /// - Parameter rows: one for each row of the block.
  /// - Returns: an outcome for each run, `nil` for the other rows.
  func outcomes(_ rows: [Row]) -> [Outcome?] {
    let splits = rows.map { row -> RowSplits? in
      guard case .run(let run) = row else { return nil }
      return RowSplits(
        of: run, into: columnCount, identities: rowIdentities,
        // Without sums a blank cell cannot be told from none.
        allowsBlanks: rowIdentities.isEmpty)
    }
    if columnIdentities.isEmpty {
      return zip(rows, splits).map { row, splits in
        guard case .run(let run) = row, let splits else { return nil }
        return alone(run, splits)
      }
    }
    var values: [[[Int64]]] = []
    for (row, splits) in zip(rows, splits) {
      if case .known(let known) = row {
        values.append([known])
      } else if let splits, !splits.isCut {
        values.append(splits.found.map(\.values))
      } else {
        values.append([])
      }
    }
    let isWhole = !values.contains { $0.isEmpty }
    let joint = JointSplits(
      isWhole ? values : [], identities: isWhole ? columnIdentities : [], columnCount: columnCount)
    return splits.indices.map { row in
      guard let own = splits[row] else { return nil }
      guard isWhole, !joint.isCut else {
        return .open(ways: own.found.count, orMore: own.isCut)
      }
      let ways = joint.possible[row]
      guard let only = ways.first, ways.count == 1 else {
        return .open(ways: ways.count, orMore: false)
      }
      return .read(own.found[only])
    }
  }

  /// Of a row that no other row has anything to say of: its only split must stay the only one
  /// where the page may have miscounted once, or left cells blank.
  private func alone(_ run: DigitRun, _ splits: RowSplits) -> Outcome {
    guard let only = splits.found.first, splits.found.count == 1, !splits.isCut else {
      return .open(ways: splits.found.count, orMore: splits.isCut)
    }
    guard !rowIdentities.isEmpty else { return .read(only) }
    let faulty = RowSplits(of: run, into: columnCount, identities: rowIdentities, tolerance: 1)
    let blank = RowSplits(
      of: run, into: columnCount, identities: rowIdentities, allowsBlanks: true)
    let ways = max(faulty.found.count, blank.found.count)
    let isCut = faulty.isCut || blank.isCut
    return ways == 1 && !isCut ? .read(only) : .open(ways: ways, orMore: isCut)
  }
}
