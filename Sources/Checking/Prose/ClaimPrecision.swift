import Expressions
import ReportModel

/// What a stated figure says of the true one: words give figures rounded, cut short or bounded.
///
/// Money is in 10,000 yuan, as in the columns of a panel.
extension Claim {
  /// The value by itself, for people to see; `nil` where it leaves the range of numbers.
  var statedValue: Quantity? {
    guard let shift = unitShift else { return value }
    return value.shifted(by: shift)
  }

  /// Everything that the true figure can be without the statement being wrong; `nil` where that
  /// leaves the range of numbers.
  var truth: Figure? {
    guard let stated = statedValue else { return nil }
    switch bound {
    case .atLeast: return .unread(Bounds(lower: stated, upper: nil))
    case .atMost: return .unread(Bounds(lower: nil, upper: stated))
    // 基本持平 leaves open how much more or less it is.
    case .about where kind == .change && stated == .zero: return .unread(.any)
    case .about: return stated.surroundings.map { .unread($0) }
    case .exact:
      guard let step else { return .known(stated) }
      // Rounded, or cut short: 4.347 is printed as 4.35 and as 4.34.
      guard let half = step.multiplied(by: .half) else { return nil }
      let (below, above) = stated.isNegative ? (step, half) : (half, step)
      guard let lower = stated.subtracting(below), let upper = stated.adding(above) else {
        return nil
      }
      return .unread(Bounds(lower: lower, upper: upper))
    }
  }

  /// How many powers of ten money is brought to 10,000 yuan by; `nil` for what is no money.
  private var unitShift: Int? {
    switch unit {
    case "元": -4
    case "万元": 0
    case "亿元": 4
    default: nil
    }
  }

  /// One in the last digit that is printed; `nil` where the figure is printed whole.
  private var step: Quantity? {
    switch kind {
    case .share, .growth, .points:
      // A growth of 1.5倍 is one of 150 per cent, printed to ten of them.
      return Quantity.one.shifted(by: -decimals + (unit == "倍" ? 2 : 0))
    case .count, .change:
      if let shift = unitShift {
        // 4.15亿元 is read as 415000000元: its last digit is a million.
        let power = unit == "元" ? printedDecimals.power ?? 0 : 0
        return Quantity.one.shifted(by: shift + power - printedDecimals.digits)
      }
      guard let power = printedDecimals.power else { return nil }
      return Quantity.one.shifted(by: power - printedDecimals.digits)
    case .none, .periodStart, .periodEnd, .year: return nil
    }
  }

  /// Digits after the printed point, and the power of ten of the 万 or 亿 behind them where one
  /// stands there: 195.4万.
  private var printedDecimals: (digits: Int, power: Int?) {
    var digits = 0
    var hasPoint = false
    for scalar in printed.unicodeScalars {
      switch scalar {
      case ".", "．": hasPoint = true
      case "万", "萬": return (digits, 4)
      case "亿", "億": return (digits, 8)
      case "0"..."9", "０"..."９": if hasPoint { digits += 1 }
      case "元": return (digits, nil)
      default: break
      }
    }
    return (digits, nil)
  }
}

extension Quantity {
  fileprivate static let one = Quantity(1)
  fileprivate static let half = Quantity(coefficient: 5, scale: 1) ?? .zero
  fileprivate static let tenth = Quantity(coefficient: 1, scale: 1) ?? .zero

  /// Times ten to a power; `nil` where that leaves the range of numbers.
  fileprivate func shifted(by power: Int) -> Quantity? {
    if power <= 0 {
      return Quantity(coefficient: 1, scale: -power).flatMap { multiplied(by: $0) }
    }
    return Quantity.raised(1, by: power).flatMap { multiplied(by: Quantity($0)) }
  }

  /// What 约 leaves open: a tenth on both sides, or half of one in the last digit that is not 0.
  fileprivate var surroundings: Bounds? {
    var magnitude = coefficient(atScale: 0)?.magnitude ?? 0
    var power = 0
    while magnitude > 0, magnitude % 10 == 0 {
      magnitude /= 10
      power += 1
    }
    let absolute = isNegative ? Quantity.zero.subtracting(self) : self
    guard let share = absolute?.multiplied(by: .tenth),
      let unit = Quantity.one.shifted(by: power)?.multiplied(by: .half)
    else { return nil }
    let margin = max(share, unit)
    guard let lower = subtracting(margin), let upper = adding(margin) else { return nil }
    return Bounds(lower: lower, upper: upper)
  }
}
