/// The digits of a row whose cells lost their borders: `270020130`, or `230 000023` where some
/// borders are left.
struct DigitRun: Sendable, Equatable {
  /// No figure of a report has more digits.
  static let longestFigure = 9

  /// The page's own digits, without the spaces at the borders that are left.
  let scalars: [Unicode.Scalar]
  /// By offset, from 0 to the number of digits: whether a border certainly stands there.
  private let borders: [Bool]

  /// - Parameter pieces: what stands between the borders that are left.
  /// - Returns: `nil` where something else than digits stands there.
  init?(_ pieces: [String]) {
    var scalars: [Unicode.Scalar] = []
    var ends: Set<Int> = [0]
    for piece in pieces {
      for scalar in piece.unicodeScalars {
        guard Self.digit(scalar) != nil else { return nil }
        scalars.append(scalar)
      }
      ends.insert(scalars.count)
    }
    guard !scalars.isEmpty else { return nil }
    self.scalars = scalars
    borders = (0...scalars.count).map(ends.contains)
  }

  var count: Int { scalars.count }

  /// The figure between two offsets, or `nil` where none can stand there: it begins with a needless
  /// zero, is too long, or has a border inside.
  func figure(_ range: Range<Int>) -> Int64? {
    guard !range.isEmpty, range.count <= Self.longestFigure else { return nil }
    var value: Int64 = 0
    for offset in range {
      if offset > range.lowerBound, borders[offset] { return nil }
      value = value * 10 + Int64(Self.digit(scalars[offset]) ?? 0)
    }
    return range.count > 1 && Self.digit(scalars[range.lowerBound]) == 0 ? nil : value
  }

  /// Whether a border that is left may be that between two cells with nothing in them in between.
  func hasBorder(at offset: Int) -> Bool { borders[offset] }

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { digit($0) != nil }
  }
}
