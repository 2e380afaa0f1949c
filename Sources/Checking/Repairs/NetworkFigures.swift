/// The figures of one report on the arcs of a network.
struct NetworkFigures {
  enum Kind: UInt8 {
    /// A count that was read.
    case reported
    /// Blank or not read: any count, at no cost.
    case open
    /// Read, but no count that the form can have: it must change whatever the balances say.
    case impossible
  }

  /// Counts beyond this are taken for impossible; sums of whole tables stay in range.
  static let limit: Int64 = 1 << 50

  /// What the page shows; 0 where nothing was read.
  var printed: [Int64]
  var kinds: [Kind]

  /// Room for the figures of a network, all open.
  init(_ network: RepairNetwork) {
    printed = Array(repeating: 0, count: network.arcs.count)
    kinds = Array(repeating: .open, count: network.arcs.count)
  }

  mutating func set(_ arc: Int, reported value: Int64) {
    printed[arc] = value
    kinds[arc] = value < 0 || value > Self.limit ? .impossible : .reported
  }

  mutating func setOpen(_ arc: Int) {
    printed[arc] = 0
    kinds[arc] = .open
  }

  /// What the search starts from: the figure, or 0 where it is open or impossible.
  func start(_ arc: Int) -> Int64 { kinds[arc] == .reported ? printed[arc] : 0 }
}
