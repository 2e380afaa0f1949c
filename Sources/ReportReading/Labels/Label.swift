/// A label of a page or a form: its ordinal, if it begins with one, and the rest.
///
/// A page may leave an ordinal out or print it in another style, but a label with another ordinal
/// is another label.
struct Label: Hashable, Sendable {
  let ordinal: Int?
  /// Without the ordinal.
  let text: FoldedText

  init(_ raw: String) {
    let scalars = Array(raw.unicodeScalars)
    if let (ordinal, length) = Self.ordinal(of: scalars) {
      let rest = FoldedText(WhiteSpace.string(scalars[length...]))
      if !rest.isEmpty {
        self.ordinal = ordinal
        text = rest
        return
      }
    }
    ordinal = nil
    text = FoldedText(WhiteSpace.string(scalars))
  }

  /// Whether a page's ordinal is that of the form, or left out.
  static func agree(page: Int?, form: Int?) -> Bool {
    page == nil || page == form
  }

  /// The ordinal and how many scalars it takes with its punctuation.
  private static func ordinal(of scalars: [Unicode.Scalar]) -> (Int, Int)? {
    var index = skipSpace(scalars, from: 0)
    guard index < scalars.count else { return nil }
    if let enclosed = enclosedNumber(scalars[index]) { return (enclosed, index + 1) }
    let isOpened = "（(﹙【[".unicodeScalars.contains(scalars[index])
    if isOpened { index = skipSpace(scalars, from: index + 1) }
    let start = index
    while index < scalars.count, digit(scalars[index]) != nil { index += 1 }
    if index > start {
      guard index - start <= 2 else { return nil }
      let number = scalars[start..<index].reduce(0) { $0 * 10 + (digit($1) ?? 0) }
      guard number > 0, index < scalars.count,
        !"年月日%％.．".unicodeScalars.contains(scalars[index])
          || isPoint(scalars, at: index)
      else { return nil }
      return (number, index)
    }
    while index < scalars.count, chineseDigit(scalars[index]) != nil { index += 1 }
    guard index > start, let number = chineseNumber(scalars[start..<index]) else { return nil }
    let next = skipSpace(scalars, from: index)
    guard next < scalars.count else { return nil }
    let closes = "、.．)）﹚】]，,：:".unicodeScalars.contains(scalars[next])
    return closes || isOpened ? (number, index) : nil
  }

  /// A point that ends an ordinal and does not begin decimals.
  private static func isPoint(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard ".．".unicodeScalars.contains(scalars[index]) else { return false }
    return index + 1 >= scalars.count || digit(scalars[index + 1]) == nil
  }

  private static func skipSpace(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < scalars.count, WhiteSpace.contains(scalars[index]) { index += 1 }
    return index
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  private static let chineseDigits = Array("一二三四五六七八九十".unicodeScalars)

  private static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
    let standard = CharacterVariants.standard[scalar.value] ?? scalar.value
    return chineseDigits.firstIndex { $0.value == standard }.map { $0 + 1 }
  }

  /// 一 to 十九; enough for any ordinal of a form.
  private static func chineseNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let digits = scalars.compactMap(chineseDigit)
    switch digits.count {
    case 1: return digits[0]
    case 2 where digits[0] == 10 && digits[1] < 10: return 10 + digits[1]
    default: return nil
    }
  }

  /// ① ⑴ ⒈ ㈠ ㊀.
  private static func enclosedNumber(_ scalar: Unicode.Scalar) -> Int? {
    for (first, last) in [
      (0x2460, 0x2473), (0x2474, 0x2487), (0x2488, 0x249B), (0x3220, 0x3229), (0x3280, 0x3289),
    ] where (first...last).contains(Int(scalar.value)) {
      return Int(scalar.value) - first + 1
    }
    return nil
  }
}
