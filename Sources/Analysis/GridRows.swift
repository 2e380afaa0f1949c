import Dispatch
import Foundation
import Panel
import ReportModel

/// The rows of a grid while figures are added up.
struct GridRows {
  private let axes: GridAxes
  private let reports: SelectedReports
  private let panel: Panel
  /// The code of each row, in the order in which they were found; empty where codes are rows.
  private var codes: [Int] = []
  private var rowOfCode: RowOfCode
  /// `tallies[column][row]`.
  private var tallies: [[Tally]] = []

  /// How a code's row is found.
  private enum RowOfCode {
    /// There are so few codes that each has a row.
    case same
    /// -1 where a code has no row yet.
    case table([Int32])
    case dictionary([Int: Int])
  }

  /// So many rows are kept for each core.
  private static let mostDense = 4096
  /// A table of rows takes four bytes a code.
  private static let mostTabled = 1 << 24
  /// Fewer reports than this are not worth another core.
  private static let leastShared = 1 << 14

  init(axes: GridAxes, reports: SelectedReports, panel: Panel) {
    self.axes = axes
    self.reports = reports
    self.panel = panel
    rowOfCode =
      axes.count <= Self.mostDense
      ? .same
      : axes.count <= Self.mostTabled
        ? .table(Array(repeating: -1, count: axes.count)) : .dictionary([:])
  }

  func isOutOfRange(_ column: Int) -> Bool { tallies[column].contains(where: \.isOutOfRange) }

  /// Adds up the figures of a column for one applicant.
  ///
  /// - Parameter columns: how many columns there are.
  mutating func fill(_ column: Int, of columns: Int, applicant: Applicant, reader: FigureReader) {
    while tallies.count < columns { tallies.append([]) }
    let pass = GridPass(
      panel: panel, reader: reader, axes: axes,
      offsets: axes.offsets(applicant: applicant, table: reader.book.indicator.table))
    switch rowOfCode {
    case .same:
      if tallies[column].isEmpty {
        tallies[column] = Array(repeating: Tally(), count: axes.count)
      }
      fillShared(&tallies[column], pass)
    case .table(var table):
      rowOfCode = .same
      fillFound(column, pass) { code, next in
        if table[code] < 0 { table[code] = Int32(next) }
        return Int(table[code])
      }
      rowOfCode = .table(table)
    case .dictionary(var dictionary):
      rowOfCode = .same
      fillFound(column, pass) { code, next in
        if let row = dictionary[code] { return row }
        dictionary[code] = next
        return next
      }
      rowOfCode = .dictionary(dictionary)
    }
  }

  /// With every code as a row, on all cores.
  private func fillShared(_ tallies: inout [Tally], _ pass: GridPass) {
    let cuts = self.cuts
    let parts = cuts.count - 1
    let rows = tallies.count
    // Each part has tallies of its own; the first goes on with those that there are.
    var partial = [[Tally]](
      repeating: Array(repeating: Tally(), count: rows), count: parts)
    partial[0] = tallies
    tallies = []
    partial.withUnsafeMutableBufferPointer { partial in
      // Each iteration writes to its own element only.
      nonisolated(unsafe) let partial = partial
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        partial[part].withUnsafeMutableBufferPointer { rows in
          pass.run(reports, cuts[part]..<cuts[part + 1], rows)
          pass.close(rows)
        }
      }
    }
    var whole = partial[0]
    for part in partial.dropFirst() {
      for row in whole.indices where part[row].reports > 0 || part[row].isOutOfRange {
        whole[row].merge(part[row])
      }
    }
    tallies = whole
  }

  /// Where the reports are cut to share them out among the cores, between bodies.
  private var cuts: [Int] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let parts = max(1, min(cores, reports.count / Self.leastShared))
    return (0...parts).map { cut(reports.count * $0 / parts) }
  }

  /// A place among the reports near to one, where a body's reports begin.
  private func cut(_ index: Int) -> Int {
    var index = index
    while index > 0, index < reports.count,
      panel.bodyOfReport[reports[index]] == panel.bodyOfReport[reports[index - 1]]
    {
      index += 1
    }
    return index
  }

  /// With a row for each code that occurs.
  private mutating func fillFound(
    _ column: Int, _ pass: GridPass, _ find: (_ code: Int, _ next: Int) -> Int
  ) {
    // The rows are found first, so that their tallies stay in place.
    var rows: [Int32] = []
    rows.reserveCapacity(reports.count)
    for report in reports {
      let code = pass.code(of: report)
      let row = find(code, codes.count)
      if row == codes.count { codes.append(code) }
      rows.append(Int32(row))
    }
    for other in tallies.indices where tallies[other].count < codes.count {
      tallies[other].append(
        contentsOf: repeatElement(Tally(), count: codes.count - tallies[other].count))
    }
    // Where the body is a dimension, no two parts have a row in common.
    let cuts = axes.hasBody ? self.cuts : [0, reports.count]
    let (reports, found) = (reports, rows)
    tallies[column].withUnsafeMutableBufferPointer { tallies in
      nonisolated(unsafe) let rows = tallies
      DispatchQueue.concurrentPerform(iterations: cuts.count - 1) { part in
        var next = cuts[part]
        pass.run(reports, cuts[part]..<cuts[part + 1], rows) { _ in
          next += 1
          return Int(found[next - 1])
        }
      }
      pass.close(tallies)
    }
  }

  /// The rows in the order of their keys.
  func ordered(columns: Int) -> (keys: GridKeys, tallies: [[Tally]]) {
    var keys = GridKeys(width: axes.dimensionCount)
    var order: [Int]
    if case .same = rowOfCode {
      order = (0..<axes.count).filter { row in tallies.contains { $0[row].reports > 0 } }
      for row in order { keys.append { axes.keyNumber($0, of: row) } }
    } else {
      let isAscending = zip(codes, codes.dropFirst()).allSatisfy { $0 < $1 }
      order = Array(codes.indices)
      if !isAscending { order.sort { codes[$0] < codes[$1] } }
      keys.reserve(order.count)
      for row in order { keys.append { axes.keyNumber($0, of: codes[row]) } }
      if isAscending { return (keys, tallies) }
    }
    return (keys, tallies.map { column in order.map { column[$0] } })
  }
}
