import ReportModel

/// A sum within one row that the form implies by its heads: 总计 is the sum of the columns that it
/// stands for.
struct RowIdentity: Sendable, Equatable {
  /// Columns of the block.
  let parts: [Int]
  let total: Int

  /// The identities of a block: one over the applicants in table 3, one for each group of results
  /// in table 4, none in table 2.
  static func all(of block: FormBlock) -> [RowIdentity] {
    let columns = block.columns.indices
    if let total = columns.first(where: { block.columns[$0].applicant == .total }) {
      return [RowIdentity(parts: columns.filter { $0 != total }, total: total)]
    }
    return columns.compactMap { total in
      guard let group = group(of: block.columns[total].code, ending: ".total") else { return nil }
      let parts = columns.filter { $0 != total && block.columns[$0].code.hasPrefix(group) }
      return parts.isEmpty ? nil : RowIdentity(parts: parts, total: total)
    }
  }

  /// `review.` of `review.total`.
  private static func group(of code: String, ending: String) -> String? {
    guard code.hasSuffix(ending), code.utf8.count > ending.utf8.count else { return nil }
    return String(code.dropLast(ending.count - 1))
  }

  /// Whether the sum is that of the figures; `nil` where a figure that it needs is not a count.
  func holds(_ figures: [Quantity?]) -> Bool? {
    guard let total = figures[total] else { return nil }
    var sum = Quantity.zero
    for part in parts {
      guard let figure = figures[part], let next = sum.adding(figure) else { return nil }
      sum = next
    }
    return sum == total
  }
}
