/// The first few of many things, and how many there are: what is told where nobody would read all.
struct Examples<Element> {
  /// How many are shown.
  static var limit: Int { 3 }

  private(set) var first: [Element] = []
  private(set) var count = 0

  mutating func add(_ element: Element) {
    if count < Self.limit { first.append(element) }
    count += 1
  }

  /// How many are not among the first.
  var hidden: Int { count - first.count }
}

extension Examples: Sendable where Element: Sendable {}
