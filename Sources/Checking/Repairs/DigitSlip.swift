import ReportModel

/// What a slip of the pen makes of a figure.
enum DigitSlip {
  /// The slip that turns `true` into `printed`, where there is one.
  ///
  /// - Parameters:
  ///   - printed: what the page shows.
  ///   - true: what would be right, not negative.
  static func slip(printed: Int64, true actual: Int64) -> Repair.Slip? {
    if printed < 0 { return printed == -actual ? .sign : nil }
    guard printed > 0, actual > 0, printed != actual else { return nil }
    if isTransposed(printed, actual) { return .transposed }
    if isDropped(from: actual, leaving: printed) { return .digitDropped }
    if isDoubled(printed, of: actual) { return .digitDoubled }
    return nil
  }

  /// Whether two neighbouring digits of the one stand the other way round in the other.
  private static func isTransposed(_ left: Int64, _ right: Int64) -> Bool {
    // A swap of digits a and b at 10^k changes the number by 9 × (a - b) × 10^k.
    let difference = (left - right).magnitude
    guard difference % 9 == 0 else { return false }
    var unit: Int64 = 1
    while unit <= max(left, right) / 10 {
      let (high, low) = (left / (unit * 10) % 10, left / unit % 10)
      if left + (low - high) * unit * 9 == right {
        return numberOfDigits(left) == numberOfDigits(right)
      }
      unit *= 10
    }
    return false
  }

  private static func isDropped(from whole: Int64, leaving rest: Int64) -> Bool {
    guard numberOfDigits(whole) == numberOfDigits(rest) + 1 else { return false }
    var unit: Int64 = 1
    while unit <= whole {
      if whole / unit / 10 * unit + whole % unit == rest { return true }
      if unit > whole / 10 { return false }
      unit *= 10
    }
    return false
  }

  /// Whether `doubled` is `single` with one digit written twice.
  private static func isDoubled(_ doubled: Int64, of single: Int64) -> Bool {
    guard numberOfDigits(doubled) == numberOfDigits(single) + 1 else { return false }
    var unit: Int64 = 1
    while unit <= single {
      let digit = single / unit % 10
      let written = (single / unit * 10 + digit) * unit + single % unit
      if written == doubled { return true }
      if unit > single / 10 { return false }
      unit *= 10
    }
    return false
  }

  private static func numberOfDigits(_ number: Int64) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }
}
