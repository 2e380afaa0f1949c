/// One way to part a row's digits into its cells.
struct RowSplit: Sendable, Equatable {
  /// What stands in each cell.
  let values: [Int64]
  /// Where each cell ends among the digits; a blank cell ends where the one before it does.
  let ends: [Int]

  /// The digits of each cell.
  func texts(of run: DigitRun) -> [String] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return WhiteSpace.string(run.scalars[start..<end])
    }
  }
}

/// Finds every way to part a row's digits.
struct RowSplits {
  /// How many steps the search takes before it gives up.
  static let budget = 20_000
  /// More ways than these are not told apart.
  static let limit = 200

  private let run: DigitRun
  private let count: Int
  private let identities: [RowIdentity]
  private let allowsBlanks: Bool
  /// How many of the sums may be broken.
  private let tolerance: Int
  private var broken = 0
  private var values: [Int64] = []
  private var ends: [Int] = []
  private var steps = 0
  private(set) var found: [RowSplit] = []
  /// Whether there may be more than were found.
  private(set) var isCut = false

  /// All splits into as many cells as there are columns that satisfy the row's own sums.
  ///
  /// - Parameters:
  ///   - allowsBlanks: whether cells may be blank, other than totals.
  ///   - tolerance: how many of the sums may be broken, as where the page does not add up.
  init(
    of run: DigitRun, into count: Int, identities: [RowIdentity], allowsBlanks: Bool = false,
    tolerance: Int = 0
  ) {
    self.run = run
    self.count = count
    self.identities = identities
    self.allowsBlanks = allowsBlanks
    self.tolerance = tolerance
    search(from: 0)
  }

  private mutating func search(from start: Int) {
    steps += 1
    guard steps <= Self.budget, found.count < Self.limit else {
      isCut = true
      return
    }
    if values.count == count {
      if start == run.count { found.append(RowSplit(values: values, ends: ends)) }
      return
    }
    let left = count - values.count - 1
    let isTotal = identities.contains { $0.total == values.count }
    if allowsBlanks, !isTotal { step(to: start, value: 0) }
    // The cells to the right take a digit each at least, and no more than the longest figure.
    let furthest = run.count - (allowsBlanks ? 0 : left)
    let nearest = max(start + 1, run.count - left * DigitRun.longestFigure)
    guard nearest <= furthest else { return }
    for end in nearest...furthest {
      guard let value = run.figure(start..<end) else {
        if end - start > 1 { break }
        continue
      }
      step(to: end, value: value)
    }
  }

  private mutating func step(to end: Int, value: Int64) {
    values.append(value)
    ends.append(end)
    let wrong = brokenSums()
    broken += wrong
    if broken <= tolerance, totalCanFollow(from: end) { search(from: end) }
    broken -= wrong
    values.removeLast()
    ends.removeLast()
  }

  /// Whether the digits that are left are enough for a total as large as the parts before it.
  private func totalCanFollow(from end: Int) -> Bool {
    guard tolerance == 0 else { return true }
    let column = values.count - 1
    let others = allowsBlanks ? 0 : count - values.count - 1
    for identity in identities where identity.total > column {
      var sum: Int64 = 0
      for part in identity.parts where part <= column { sum += values[part] }
      if sum == 0 { continue }
      var digits = run.count - end - others
      while digits > 0, sum > 0 {
        sum /= 10
        digits -= 1
      }
      if sum > 0 { return false }
    }
    return true
  }

  /// How many of the sums whose last column was just filled do not hold.
  private func brokenSums() -> Int {
    let column = values.count - 1
    return identities.count { identity in
      guard max(identity.total, identity.parts.max() ?? 0) == column else { return false }
      return identity.parts.reduce(Int64(0)) { $0 + values[$1] } != values[identity.total]
    }
  }
}
