import ReportModel

/// Parses the ways in which pages print numbers: `-12`, `1,234`, `１２`, `117(增)`, `251000元`,
/// `22（其中修订16件）`.
struct FigureParser {
  enum Suffix: Equatable {
    case none
    /// 件, 条, 项, 个, 起, 宗, 次: things that are counted.
    case things
    case yuan
    case tenThousandYuan
  }

  enum Outcome: Equatable {
    case blank
    /// A dash, a slash or 无: no figure, said with a mark.
    case dash
    case text
    case number(Quantity, Suffix)
  }

  /// Whether a point stands in the number, with whatever digits behind it: 1.000 may be a thousand.
  private(set) var hasDecimals = false
  /// Whether 增 or 减 stands behind the number.
  private(set) var saysChange = false

  private var scalars: [UInt32]
  private var index = 0

  init(_ text: String) {
    scalars = ScalarBuffer.with(text) { all in
      let isSpace: (UInt32) -> Bool = { WhiteSpace.contains(Self.narrow($0)) }
      let start = all.firstIndex { !isSpace($0) } ?? all.endIndex
      let end = all.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
      return all[start..<end].map(Self.narrow)
    }
  }

  /// The number that a text is and nothing else, as most figures are printed: ASCII digits without
  /// a needless zero.
  static func plainCount(_ text: String) -> Int64? {
    let bytes = text.utf8
    guard (1...18).contains(bytes.count) else { return nil }
    if bytes.first == UInt8(ascii: "0"), bytes.count > 1 { return nil }
    var count: Int64 = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      count = count * 10 + Int64(digit)
    }
    return count
  }

  /// Whether a text may be a figure or a mark in its place: most labels are told by their first
  /// character.
  static func mayBeFigure(_ text: String) -> Bool {
    ScalarBuffer.first(of: text, where: { !WhiteSpace.contains($0) }).map { scalar in
      switch narrow(scalar) {
      // Digits, signs, / \\ ∕ 无 無 增 减.
      case 0x30...0x39, 0x2B, 0x2D, 0x2F, 0x5C, 0x2215, 0x65E0, 0x7121, 0x589E, 0x51CF: true
      default: isDashMark(narrow(scalar))
      }
    } ?? false
  }

  mutating func parse() -> Outcome {
    if scalars.isEmpty { return .blank }
    if isDash { return .dash }
    let word = readWord()
    let sign = word == .none ? readSign() : .none
    guard var value = readNumber() else { return .text }
    if sign == .minus, let negative = Quantity.zero.subtracting(value) { value = negative }
    let suffix = readSuffix()
    guard var note = readNote(), index == scalars.count else { return .text }
    if word != .none {
      guard note == .none else { return .text }
      note = word
    }
    saysChange = note != .none
    switch note {
    case .none: break
    case .increase: if sign == .minus { return .text }
    case .decrease:
      if sign == .plus { return .text }
      if sign == .none {
        guard let negative = Quantity.zero.subtracting(value) else { return .text }
        value = negative
      }
    }
    return .number(value, suffix)
  }

  /// Full-width digits, signs, points and brackets as their narrow twins.
  private static func narrow(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFF01...0xFF5E: value - 0xFF01 + 0x21
    case 0x2212, 0xFE63: 0x2D  // −, the mathematical minus, and ﹣, the small one
    case 0xFE62: 0x2B  // ﹢
    default: value
    }
  }

  private var isDash: Bool {
    if scalars.count == 1, let mark = scalars.first {
      // / \ ∕ 无 無
      if [0x2F, 0x5C, 0x2215, 0x65E0, 0x7121].contains(mark) { return true }
    }
    return scalars.allSatisfy(Self.isDashMark)
  }

  private static func isDashMark(_ mark: UInt32) -> Bool {
    switch mark {
    // - ‐ ‑ ‒ – — ― ⁃ ─ ━ － ﹘
    case 0x2D, 0x2010...0x2015, 0x2043, 0x2500, 0x2501, 0xFE58: true
    default: false
    }
  }

  private enum Sign {
    case none, plus, minus
  }

  private mutating func readSign() -> Sign {
    guard index < scalars.count else { return .none }
    switch scalars[index] {
    case 0x2B:
      index += 1
      return .plus
    case 0x2D:
      index += 1
      return .minus
    default: return .none
    }
  }

  /// Digits with or without strict grouping by thousands, and decimals. A number that begins with
  /// a needless zero is refused: it may be two cells run together.
  private mutating func readNumber() -> Quantity? {
    var digits: [UInt8] = []
    var groups: [Int] = [0]
    while index < scalars.count {
      let scalar = scalars[index]
      if let digit = Self.digit(scalar) {
        digits.append(digit)
        groups[groups.count - 1] += 1
      } else if scalar == 0x2C, groups.last != 0 {
        groups.append(0)
      } else {
        break
      }
      index += 1
    }
    guard let first = groups.first, first > 0 else { return nil }
    if groups.count > 1 {
      guard first <= 3, groups.dropFirst().allSatisfy({ $0 == 3 }) else { return nil }
    }
    if digits.count > 1, digits.first == UInt8(ascii: "0") { return nil }
    if index < scalars.count, scalars[index] == 0x2E {
      index += 1
      hasDecimals = true
      digits.append(UInt8(ascii: "."))
      let before = digits.count
      while index < scalars.count, let digit = Self.digit(scalars[index]) {
        digits.append(digit)
        index += 1
      }
      guard digits.count > before else { return nil }
    }
    return Quantity(String(decoding: digits, as: UTF8.self))
  }

  private static func digit(_ scalar: UInt32) -> UInt8? {
    scalar >= 0x30 && scalar <= 0x39 ? UInt8(scalar) : nil
  }

  private static let things = Set("件条项个起宗次".unicodeScalars.map(\.value))
  private static let yuan: UInt32 = 0x5143
  private static let tenThousand: UInt32 = 0x4E07

  private mutating func readSuffix() -> Suffix {
    skipSpace()
    guard index < scalars.count else { return .none }
    if Self.things.contains(scalars[index]) {
      index += 1
      return .things
    }
    if scalars[index] == Self.yuan {
      index += 1
      return .yuan
    }
    if scalars[index] == Self.tenThousand, index + 1 < scalars.count,
      scalars[index + 1] == Self.yuan
    {
      index += 2
      return .tenThousandYuan
    }
    return .none
  }

  private mutating func skipSpace() {
    while index < scalars.count, let scalar = Unicode.Scalar(scalars[index]),
      WhiteSpace.contains(scalar)
    {
      index += 1
    }
  }

  private enum Note {
    case none, increase, decrease
  }

  private static let increases = ["增", "增加", "新增"].map { $0.unicodeScalars.map(\.value) }
  private static let decreases = ["减", "减少"].map { $0.unicodeScalars.map(\.value) }
  private static let parts = ["其中", "含", "包含", "包括"].map { $0.unicodeScalars.map(\.value) }
  /// What says of a figure that it counts more than the year of the report.
  private static let otherYears = ["上年", "上一年", "去年", "往年", "历年", "以前", "累计", "结转"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// 增 or 减 before the number: 减8.
  private mutating func readWord() -> Note {
    for (words, note) in [(Self.increases, Note.increase), (Self.decreases, .decrease)] {
      let found = words.filter { scalars.starts(with: $0) }.max { $0.count < $1.count }
      guard let found else { continue }
      index = found.count
      return note
    }
    return .none
  }

  /// A note in brackets up to the end; `nil` where something else stands there.
  private mutating func readNote() -> Note? {
    skipSpace()
    guard index < scalars.count else { return Note.none }
    guard scalars[index] == 0x28, scalars.last == 0x29 else { return nil }
    let inside = Array(scalars[(index + 1)..<(scalars.count - 1)])
    guard !inside.contains(0x28), !inside.contains(0x29) else { return nil }
    let note: Note
    if Self.increases.contains(inside) {
      note = .increase
    } else if Self.decreases.contains(inside) {
      note = .decrease
    } else if Self.parts.contains(where: { inside.starts(with: $0) }),
      !Self.otherYears.contains(where: { inside.contains($0) })
    {
      note = .none
    } else {
      return nil
    }
    index = scalars.count
    return note
  }
}
