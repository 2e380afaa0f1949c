/// The keys of a grid's rows, one after the other in one piece of memory.
struct GridKeys: RandomAccessCollection, Sendable {
  private let width: Int
  private var numbers: [Int] = []
  private(set) var count = 0

  init(width: Int) {
    self.width = width
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(row: Int) -> GridKey {
    precondition(row >= 0 && row < count, "no such row")
    return GridKey(numbers: numbers, start: row * width, count: width)
  }

  mutating func reserve(_ rows: Int) {
    numbers.reserveCapacity(rows * width)
  }

  /// - Parameter number: of each dimension.
  mutating func append(_ number: (Int) -> Int) {
    for dimension in 0..<width { numbers.append(number(dimension)) }
    count += 1
  }
}

/// The key of one row: a number for each dimension.
struct GridKey: RandomAccessCollection, Sendable {
  fileprivate let numbers: [Int]
  fileprivate let start: Int
  let count: Int

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(dimension: Int) -> Int {
    precondition(dimension >= 0 && dimension < count, "no such dimension")
    return numbers[start + dimension]
  }
}
