import ReportModel

/// Tells the figures of a row of text from a page number among them, and from pieces of figures.
struct RowWithPageNumber {
  let identities: [RowIdentity]
  let numbering: PageNumbering

  /// The row's figures, or `nil` where it cannot be said which they are.
  ///
  /// - Parameter count: how many the heads ask for.
  func figures(_ run: ArraySlice<TextToken>, count: Int) -> ArraySlice<TextToken>? {
    let suspects = run.indices.filter { isSuspect(run[$0]) }
    if run.count == count {
      if isUneven(run), !holds(values(run)) { return nil }
      if mayBeTorn(run) { return nil }
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

  /// Whether some of the figures share a line and others do not: a space in a line may then stand
  /// between thousands, `1 234`.
  private func isUneven(_ run: ArraySlice<TextToken>) -> Bool {
    let below = run.dropFirst()
    return below.contains(where: \.sharesLine) && !below.allSatisfy(\.sharesLine)
  }

  /// Whether the row, which does not add up, would if two of its lines were one figure and one of
  /// its cells blank.
  private func mayBeTorn(_ run: ArraySlice<TextToken>) -> Bool {
    let all = values(run)
    let broken = brokenCount(all)
    guard broken > 0 else { return false }
    let totals = Set(identities.map(\.total))
    for (index, (left, right)) in zip(run, run.dropFirst()).enumerated() {
      guard !right.sharesLine, DigitRun.isDigits(left.raw), DigitRun.isDigits(right.raw),
        let joined = Quantity(left.raw + right.raw)
      else { continue }
      var rest = all
      rest.replaceSubrange(index...(index + 1), with: [joined])
      for blank in all.indices where !totals.contains(blank) {
        var other = rest
        other.insert(.zero, at: blank)
        if brokenCount(other) < broken { return true }
      }
    }
    return false
  }

  private func brokenCount(_ values: [Quantity?]) -> Int {
    identities.count { $0.holds(values) == false }
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
