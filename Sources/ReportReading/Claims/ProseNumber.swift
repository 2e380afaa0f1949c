import ReportModel

/// A number as sentences print it: `3,607`, `18万`, `195.4万`, 三百二十一, 二〇一〇.
struct ProseNumber {
  let value: Quantity
  /// Printed digits after the point.
  let decimals: Int
  /// Whether 余 or 多 stands within or behind it.
  let isLower: Bool
  /// Whether it is written with the characters of Chinese alone.
  let isChinese: Bool
  let end: Int

  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  static func isNumeral(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || chineseDigit(scalar) != nil || power(scalar) != nil
  }

  static func chineseDigit(_ scalar: UInt32) -> Int64? {
    switch scalar {
    case 0x3007: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func power(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 1
    case 0x767E: 2
    case 0x5343: 3
    case 0x4E07: 4
    case 0x4EBF: 8
    default: nil
    }
  }

  /// 余, 多, 几.
  private static func isMore(_ scalar: UInt32) -> Bool {
    scalar == 0x4F59 || scalar == 0x591A || scalar == 0x51E0
  }

  /// Reads the number that begins at `start`; `nil` where none does.
  static func read(_ text: [UInt32], at start: Int, end: Int) -> ProseNumber? {
    guard start < end else { return nil }
    return isDigit(text[start])
      ? arabic(text, at: start, end: end) : chinese(text, at: start, end: end)
  }

  private static func arabic(_ text: [UInt32], at start: Int, end: Int) -> ProseNumber? {
    var index = start
    var digits: Int64 = 0
    var decimals = 0
    var hasPoint = false
    while index < end {
      if isDigit(text[index]) {
        guard digits <= 99_999_999_999_999 else { return nil }
        digits = digits * 10 + Int64(text[index] - 0x30)
        if hasPoint { decimals += 1 }
      } else if text[index] == 0x2E, !hasPoint, index + 1 < end, isDigit(text[index + 1]) {
        hasPoint = true
      } else if text[index] == 0x2C, !hasPoint, isGroup(text, at: index, from: start, end: end) {
        // 3,607
      } else {
        break
      }
      index += 1
    }
    var isLower = false
    var zeros = 0
    while index < end {
      if isMore(text[index]), !isLower {
        isLower = true
      } else if let power = power(text[index]), power > 1 {
        zeros += power
      } else {
        break
      }
      index += 1
    }
    guard zeros <= 12, let plain = Quantity(coefficient: digits, scale: decimals),
      let factor = Quantity.raised(1, by: zeros), let value = plain.multiplied(by: Quantity(factor))
    else { return nil }
    return ProseNumber(
      value: value, decimals: max(0, decimals - zeros), isLower: isLower, isChinese: false,
      end: index)
  }

  /// Whether a comma stands between thousands: one to three digits before the first, three behind.
  private static func isGroup(_ text: [UInt32], at comma: Int, from start: Int, end: Int) -> Bool {
    var before = comma
    while before > start, isDigit(text[before - 1]) { before -= 1 }
    let width = comma - before
    guard before == start ? (1...3).contains(width) : width == 3 else { return false }
    var after = comma + 1
    while after < end, isDigit(text[after]) { after += 1 }
    return after - comma - 1 == 3
  }

  private static func chinese(_ text: [UInt32], at start: Int, end: Int) -> ProseNumber? {
    // 十 alone of the powers begins a number: 万元 is none.
    guard chineseDigit(text[start]) != nil || text[start] == 0x5341 else { return nil }
    var index = start
    var total: Int64 = 0
    var section: Int64 = 0
    var digit: Int64?
    var run: [Int64] = []
    var hasPowers = false
    var isLower = false
    while index < end {
      if let value = chineseDigit(text[index]) {
        run.append(value)
        digit = value
      } else if let power = power(text[index]) {
        hasPowers = true
        // 十二 is 12: a power without a digit counts once; 二〇一〇万 is nothing.
        guard run.filter({ $0 != 0 }).count <= 1 else { return nil }
        let factor = Quantity.raised(1, by: power) ?? 1
        if power >= 4 {
          let (product, overflow) = (total + section + (digit ?? 0))
            .multipliedReportingOverflow(by: factor)
          guard !overflow else { return nil }
          total = product
          section = 0
        } else {
          section += (digit ?? 1) * factor
        }
        guard total < 1_000_000_000_000, section < 100_000 else { return nil }
        digit = nil
        run = []
      } else if isMore(text[index]), !isLower, index > start {
        isLower = true
      } else {
        break
      }
      index += 1
    }
    guard index > start, hasPowers || !run.isEmpty else { return nil }
    let value: Int64
    if hasPowers {
      guard run.filter({ $0 != 0 }).count <= 1 else { return nil }
      value = total + section + (digit ?? 0)
    } else {
      guard run.count <= 9 else { return nil }
      value = run.reduce(0) { $0 * 10 + $1 }
    }
    let fraction = fraction(text, at: index, end: end)
    guard !isLower, let fraction,
      let quantity = Quantity(coefficient: fraction.digits, scale: fraction.count),
      let sum = Quantity(value).adding(quantity)
    else {
      return ProseNumber(
        value: Quantity(value), decimals: 0, isLower: isLower, isChinese: true, end: index)
    }
    return ProseNumber(
      value: sum, decimals: fraction.count, isLower: false, isChinese: true,
      end: index + 1 + fraction.count)
  }

  /// 点五 behind 三十三: its digits and how many they are; `nil` where none stand there.
  private static func fraction(
    _ text: [UInt32], at index: Int, end: Int
  ) -> (digits: Int64, count: Int)? {
    guard index < end, text[index] == 0x70B9 else { return nil }
    let digits = text[(index + 1)..<end].prefix(6).prefix { chineseDigit($0) != nil }
    guard !digits.isEmpty else { return nil }
    return (digits.reduce(0) { $0 * 10 + (chineseDigit($1) ?? 0) }, digits.count)
  }
}
