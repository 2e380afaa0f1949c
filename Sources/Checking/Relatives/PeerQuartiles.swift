import Forms
import Panel
import ReportModel

extension RelativeColumn {
  /// The upper quartile of a cell over the peers of each report: the least figure that three
  /// quarters of them do not exceed. The body itself is no peer of its own.
  ///
  /// Only figures that were read count, and only on forms that mean the same by the cell; there are
  /// no quartiles where fewer than `PeerGroups.leastPeers` are left.
  init(
    quartilesOf column: PanelColumn, among groups: PeerGroups, in panel: Panel,
    catalog: FormCatalog
  ) {
    let matches = FormMatches(of: column.key, in: panel, catalog: catalog)
    var values = [Int64](repeating: 0, count: panel.reports.count)
    var states = [PanelColumn.State](repeating: .notOnForm, count: panel.reports.count)
    var counts = [Int32](repeating: 0, count: panel.reports.count)
    // Amounts of unknown units cannot be put in order.
    let usable = column.unit == .unstatedMoney ? 0 : groups.starts.count - 1
    for group in 0..<max(0, usable) {
      let members = groups.reports[groups.starts[group]..<groups.starts[group + 1]]
      guard members.count > PeerGroups.leastPeers else { continue }
      for layout in Set(members.map { panel.layoutOfReport[Int($0)] }) {
        guard matches.between(layout, layout) else { continue }
        var figures: [Int64] = []
        figures.reserveCapacity(members.count)
        for member in members
        where matches.between(layout, panel.layoutOfReport[Int(member)])
          && column.state(at: Int(member)) == .reported
        {
          figures.append(column.value(at: Int(member)))
        }
        guard let quartiles = Quartiles(&figures) else { continue }
        for member in members where panel.layoutOfReport[Int(member)] == layout {
          let report = Int(member)
          let own = column.state(at: report) == .reported ? column.value(at: report) : nil
          let count = figures.count - (own == nil ? 0 : 1)
          guard count >= PeerGroups.leastPeers else { continue }
          values[report] = quartiles.quartile(without: own)
          states[report] = .reported
          counts[report] = Int32(count)
        }
      }
    }
    self.column = PanelColumn(
      key: column.key, unit: column.unit, scale: column.scale, values: values, states: states)
    parts = [:]
    bits = Self.bits(of: states, in: panel)
    self.matches = matches
    self.counts = counts
  }
}

/// The upper quartile of figures, with and without one of them.
struct Quartiles: Sendable {
  /// The figures at the place of the quartile once one is left out, and right behind it.
  private let lower: Int64
  private let upper: Int64
  private let ofAll: Int64

  /// How many of some figures, counted from the least, are three quarters of them.
  private static func rank(_ count: Int) -> Int { (3 * count + 3) / 4 }

  /// - Parameter figures: at least `PeerGroups.leastPeers`; in another order afterwards.
  /// - Returns: `nil` where there are fewer.
  init?(_ figures: inout [Int64]) {
    guard figures.count >= PeerGroups.leastPeers else { return nil }
    let rank = Self.rank(figures.count - 1)
    figures.partition(atRank: rank - 1)
    lower = figures[rank - 1]
    upper = figures[rank...].min() ?? lower
    // One figure more moves the quartile on by one place at most.
    ofAll = Self.rank(figures.count) == rank ? lower : upper
  }

  /// - Parameter own: one of the figures, or `nil` to leave none out.
  func quartile(without own: Int64?) -> Int64 {
    guard let own else { return ofAll }
    return own <= lower ? upper : lower
  }
}

extension [Int64] {
  /// Puts what belongs at a place of the sorted array there, smaller figures before and larger ones
  /// behind it: quickselect, by Hoare.
  fileprivate mutating func partition(atRank rank: Int) {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = median(self[low], self[(low + high) / 2], self[high])
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        return
      }
    }
  }

  private func median(_ one: Int64, _ two: Int64, _ three: Int64) -> Int64 {
    Swift.max(Swift.min(one, two), Swift.min(Swift.max(one, two), three))
  }
}
