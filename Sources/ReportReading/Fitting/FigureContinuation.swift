/// Lines that go on with the figure in the line above: `582` / `04`, `40217` / `.93`, `36` /
/// `（减）`, `251000` / `元`. What such a figure is cannot be told.
enum FigureContinuation {
  private static let marks = Set(".．,，'’%％‰/／+＋-－−±".unicodeScalars)
  private static let notes = ["增", "减", "新增", "其中", "含", "包"].map { Array($0.unicodeScalars) }
  private static let units = Set([
    "元", "万元", "亿元", "万", "亿", "千", "百", "件", "条", "项", "个", "起", "宗", "次", "人",
  ])

  /// - Parameter line: directly behind a figure, and no figure itself.
  static func isOne(_ line: String) -> Bool {
    if units.contains(line) { return true }
    let scalars = line.unicodeScalars.map { scalar in
      // Full-width digits as their narrow twins.
      (0xFF10...0xFF19).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)) : scalar
    }
    guard let first = scalars.first else { return false }
    if "（(".unicodeScalars.contains(first) { return isNote(scalars.dropFirst()) }
    if isNote(scalars[...]), scalars.count <= 3 { return true }
    if isDigit(first) {
      if first == "0", scalars.count > 1, isDigit(scalars[1]) { return true }
      return !hasWords(scalars) && !isOrdinal(scalars)
    }
    return marks.contains(first) && !hasWords(scalars) && scalars.contains(where: isDigit)
  }

  private static func isNote(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    notes.contains { scalars.starts(with: $0) }
  }

  /// `1.` or `12、`, an ordinal that was parted from its label.
  private static func isOrdinal(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let last = scalars.last, ".．、)）".unicodeScalars.contains(last) else { return false }
    return scalars.count <= 3 && scalars.dropLast().allSatisfy(isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }

  private static func hasWords(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.contains { $0.properties.isAlphabetic }
  }
}
