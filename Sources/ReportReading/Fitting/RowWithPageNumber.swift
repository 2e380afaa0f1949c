import ReportModel

/// Tells the figures of a row of text from a page number among them.
struct RowWithPageNumber {
  let identities: [RowIdentity]
  let numbering: PageNumbering

  /// The row's figures, or `nil` where it cannot be said which they are.
  ///
  /// - Parameter count: how many the heads ask for.
  func figures(_ run: ArraySlice<TextToken>, count: Int) -> ArraySlice<TextToken>? {
    let suspects = run.indices.filter { isSuspect(run[$0]) }
    if run.count == count {
      guard !suspects.isEmpty else { return run }
      return isCertain(run, suspects: suspects) ? run : nil
    }
    guard run.count == count + 1 else { return nil }
    // One too many, and one at an end is a page number: certain if the rest adds up, one way only.
    let ends = [run.startIndex, run.endIndex - 1].filter { suspects.contains($0) }
    let rests = ends.map { $0 == run.startIndex ? run.dropFirst() : run.dropLast() }
    let good = rests.filter { holds(values($0)) }
    return good.count == 1 ? good.first : nil
  }

  private func isSuspect(_ token: TextToken) -> Bool {
    // What stands on the label's own line is of its row.
    !token.sharesLine && numbering.mayBeNumber(token.raw, at: token.place.line)
  }

  private func values(_ run: ArraySlice<TextToken>) -> [Quantity?] {
    run.map { FigureReading($0.raw, unit: .count).value }
  }

  private func holds(_ values: [Quantity?]) -> Bool {
    !identities.isEmpty && identities.allSatisfy { $0.holds(values) == true }
  }

  /// Whether the row adds up as it stands, and does not as a row with a blank cell and a page
  /// number.
  private func isCertain(_ run: ArraySlice<TextToken>, suspects: [Int]) -> Bool {
    let all = values(run)
    guard holds(all) else { return false }
    let totals = Set(identities.map(\.total))
    for suspect in suspects {
      var rest = all
      rest.remove(at: suspect - run.startIndex)
      for blank in all.indices where !totals.contains(blank) {
        var other = rest
        other.insert(.zero, at: blank)
        if other != all, holds(other) { return false }
      }
    }
    return true
  }
}
