/// The number before a label: `3.`, （三）, 三、, ③.
enum Ordinal {
  /// The ordinal that a text begins with, and how many scalars it takes with its punctuation.
  static func leading(_ scalars: UnsafeBufferPointer<UInt32>) -> (Int, length: Int)? {
    var index = skipSpace(scalars, from: 0)
    guard index < scalars.count else { return nil }
    if let enclosed = enclosedNumber(scalars[index]) { return (enclosed, index + 1) }
    let isOpened = opens(scalars[index])
    if isOpened { index = skipSpace(scalars, from: index + 1) }
    let start = index
    var number = 0
    while index < scalars.count, let digit = digit(scalars[index]) {
      if index - start < 2 { number = number * 10 + digit }
      index += 1
    }
    if index > start {
      guard index - start <= 2, number > 0, index < scalars.count,
        !makesNumber(scalars[index]) || isPoint(scalars, at: index)
      else { return nil }
      return (number, index)
    }
    while index < scalars.count, chineseDigit(scalars[index]) != nil { index += 1 }
    guard index > start, let number = chineseNumber(scalars[start..<index]) else { return nil }
    let next = skipSpace(scalars, from: index)
    guard next < scalars.count else { return nil }
    return closes(scalars[next]) || isOpened ? (number, index) : nil
  }

  private static func opens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF08, 0x28, 0xFE59, 0x3010, 0x5B: true  // （ ( ﹙ 【 [
    default: false
    }
  }

  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    // 、 . ． ) ） ﹚ 】 ] ， , ： :
    case 0x3001, 0x2E, 0xFF0E, 0x29, 0xFF09, 0xFE5A, 0x3011, 0x5D, 0xFF0C, 0x2C, 0xFF1A, 0x3A: true
    default: false
    }
  }

  /// Behind these the digits are a date, a share or a number with decimals.
  private static func makesNumber(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E74, 0x6708, 0x65E5, 0x25, 0xFF05, 0x2E, 0xFF0E: true  // 年 月 日 % ％ . ．
    default: false
    }
  }

  /// A point that ends an ordinal and does not begin decimals.
  private static func isPoint(_ scalars: UnsafeBufferPointer<UInt32>, at index: Int) -> Bool {
    guard scalars[index] == 0x2E || scalars[index] == 0xFF0E else { return false }
    return index + 1 >= scalars.count || digit(scalars[index + 1]) == nil
  }

  private static func skipSpace(_ scalars: UnsafeBufferPointer<UInt32>, from start: Int) -> Int {
    var index = start
    while index < scalars.count, WhiteSpace.contains(scalars[index]) { index += 1 }
    return index
  }

  private static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0xFF10...0xFF19: Int(scalar - 0xFF10)
    default: nil
    }
  }

  /// In any of the ways in which text shows the characters; see `CharacterVariants`.
  private static func chineseDigit(_ scalar: UInt32) -> Int? {
    guard scalar > 0xFF else { return nil }
    return switch FoldingTable.with({ fold in fold(scalar) }) {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }

  /// 一 to 十九; enough for any ordinal of a form.
  private static func chineseNumber(_ scalars: Slice<UnsafeBufferPointer<UInt32>>) -> Int? {
    let digits = scalars.compactMap(chineseDigit)
    switch digits.count {
    case 1: return digits[0]
    case 2 where digits[0] == 10 && digits[1] < 10: return 10 + digits[1]
    default: return nil
    }
  }

  /// ① ⑴ ⒈ ㈠ ㊀.
  private static func enclosedNumber(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x2460...0x2473: Int(scalar) - 0x2460 + 1
    case 0x2474...0x2487: Int(scalar) - 0x2474 + 1
    case 0x2488...0x249B: Int(scalar) - 0x2488 + 1
    case 0x3220...0x3229: Int(scalar) - 0x3220 + 1
    case 0x3280...0x3289: Int(scalar) - 0x3280 + 1
    default: nil
    }
  }
}
