import ReportModel

@testable import ReportReading

/// The figures of a table 3 or 4 that adds up, made as bodies of every size have them, with faults
/// and blanks on demand.
struct SimulatedTable {
  let block: FormBlock
  /// By row and column.
  private(set) var values: [[Int64]]
  /// What the page prints; empty for a blank cell.
  private(set) var printed: [[String]]

  /// Table 3.
  static func requests(_ block: FormBlock, _ random: inout SeededGenerator) -> SimulatedTable {
    let codes = block.rows.map(\.code)
    // From a township with a request or none to a province.
    let scale = Int64(pow10(Int.random(in: 0...4, using: &random)))
    var values = codes.map { _ in [Int64](repeating: 0, count: 7) }
    let results = codes.indices.filter {
      codes[$0].hasPrefix("outcome.") && codes[$0] != "outcome.total"
    }
    for row in results where Int.random(in: 0..<3, using: &random) == 0 {
      for column in 0..<6 {
        let isUsual = column == 0 || Int.random(in: 0..<5, using: &random) == 0
        guard isUsual else { continue }
        let most = max(1, column == 0 ? scale : scale / 20)
        values[row][column] = Int64.random(in: 0...most, using: &random)
      }
    }
    guard let total = codes.firstIndex(of: "outcome.total"),
      let new = codes.firstIndex(of: "requests.new"),
      let carriedIn = codes.firstIndex(of: "requests.carried_in"),
      let carriedOut = codes.firstIndex(of: "requests.carried_out")
    else { return SimulatedTable(block: block, values: values) }
    for column in 0..<6 {
      values[total][column] = results.reduce(0) { $0 + values[$1][column] }
      let left = column == 0 ? Int64.random(in: 0...max(1, scale / 10), using: &random) : 0
      values[carriedOut][column] = left
      let all = values[total][column] + left
      values[carriedIn][column] = Int64.random(in: 0...(all / 10), using: &random)
      values[new][column] = all - values[carriedIn][column]
    }
    for row in values.indices { values[row][6] = values[row][..<6].reduce(0, +) }
    return SimulatedTable(block: block, values: values)
  }

  /// Table 4.
  static func disputes(_ block: FormBlock, _ random: inout SeededGenerator) -> SimulatedTable {
    var row: [Int64] = []
    let most = Int64(pow10(Int.random(in: 0...3, using: &random)))
    for _ in 0..<3 {
      var group = [Int64](repeating: 0, count: 4)
      let isUsed = Bool.random(using: &random)
      for column in group.indices where isUsed && Bool.random(using: &random) {
        group[column] = Int64.random(in: 0...most, using: &random)
      }
      row += group + [group.reduce(0, +)]
    }
    return SimulatedTable(block: block, values: [row])
  }

  private static func pow10(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private init(block: FormBlock, values: [[Int64]]) {
    self.block = block
    self.values = values
    printed = values.map { $0.map(String.init) }
  }

  /// Prints another figure in one cell, as bodies that miscount, mistype or forget do.
  mutating func plantFault(_ random: inout SeededGenerator) {
    let row = Int.random(in: 0..<values.count, using: &random)
    let column = Int.random(in: 0..<values[row].count, using: &random)
    let old = values[row][column]
    let new: Int64 =
      switch Int.random(in: 0..<5, using: &random) {
      case 0: old + 1
      case 1: max(0, old - 1)
      case 2: old * 10
      case 3: old / 10
      default: Int64.random(in: 0...max(9, old), using: &random)
      }
    values[row][column] = new
    printed[row][column] = String(new)
  }

  /// Leaves cells that hold nothing empty.
  mutating func blankZeros(share: Int, _ random: inout SeededGenerator) {
    for row in values.indices {
      for column in values[row].indices
      where values[row][column] == 0 && Int.random(in: 0..<100, using: &random) < share {
        printed[row][column] = ""
      }
    }
  }

  var rows: [RunTogetherBlock.Row] {
    printed.map { DigitRun([$0.joined()]).map { .run($0) } ?? .missing }
  }

  /// Each row as it is read: right, wrong or left open.
  func verdicts(of outcomes: [RunTogetherBlock.Outcome?]) -> (right: Int, wrong: Int, open: Int) {
    var verdicts = (right: 0, wrong: 0, open: 0)
    for (row, outcome) in outcomes.enumerated() {
      guard case .read(let split)? = outcome, let run = DigitRun([printed[row].joined()]) else {
        verdicts.open += 1
        continue
      }
      if split.texts(of: run) == printed[row] { verdicts.right += 1 } else { verdicts.wrong += 1 }
    }
    return verdicts
  }
}
