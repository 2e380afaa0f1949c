/// The reports that a query looks at, by their positions in the panel, ascending.
struct SelectedReports: RandomAccessCollection, Sendable {
  private enum Storage {
    /// Every report of a panel with so many.
    case all(Int)
    case some([Int])
  }

  private let storage: Storage

  init(all count: Int) {
    storage = .all(count)
  }

  /// - Parameter positions: ascending.
  init(_ positions: [Int]) {
    storage = .some(positions)
  }

  /// Whether every report of the panel is looked at.
  var isAll: Bool {
    if case .all = storage { true } else { false }
  }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch storage {
    case .all(let count): count
    case .some(let positions): positions.count
    }
  }

  subscript(index: Int) -> Int {
    switch storage {
    case .all: index
    case .some(let positions): positions[index]
    }
  }

  /// Those for which a condition holds.
  @inline(__always)
  func filtered(_ holds: (Int) -> Bool) -> SelectedReports {
    var kept: [Int] = []
    switch storage {
    case .all(let count): for report in 0..<count where holds(report) { kept.append(report) }
    case .some(let positions): kept = positions.filter(holds)
    }
    return kept.count == count ? self : SelectedReports(kept)
  }
}
