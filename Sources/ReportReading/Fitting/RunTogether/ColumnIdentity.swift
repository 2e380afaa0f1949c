import ReportModel

/// A sum over the rows of a block that holds in each of its columns.
struct ColumnIdentity: Sendable, Equatable {
  /// By row of the block: 1 or -1; rows that are left out have 0. The sum is 0.
  let signs: [Int64]

  /// Of table 3: what came in is what was settled and what is left, as the form prints it, and the
  /// total is the sum of the results. Other blocks have none.
  static func all(of block: FormBlock) -> [ColumnIdentity] {
    let codes = block.rows.map(\.code)
    guard codes.contains(total) else { return [] }
    return [
      ColumnIdentity(
        signs: codes.map { code in
          switch code {
          case "requests.new", "requests.carried_in": 1
          case total, "requests.carried_out": -1
          default: 0
          }
        }),
      ColumnIdentity(
        signs: codes.map { $0 == total ? -1 : $0.hasPrefix("outcome.") ? 1 : 0 }),
    ]
  }

  private static let total = "outcome.total"
}
