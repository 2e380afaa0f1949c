/// Text of sentences as it is compared: letters, digits and characters as `FoldedText` has them,
/// but with its marks, each in one form, and its letters in their own case.
enum ProseFold {
  /// Marks in other forms than the one that they are compared in, and numerals of one value.
  private static let variants: [UInt32: UInt32] = {
    let variants: [(String, Unicode.Scalar)] = [
      ("﹑､", "、"), ("．", "."), ("〔［【｛", "("), ("〕］】｝", ")"), ("﹪", "%"), ("○〇◯零", "〇"), ("兩", "两"),
      ("﹔", ";"), ("︰∶", ":"), ("―—－‐‑–", "-"), ("～", "~"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (marks, standard) in variants {
      for mark in marks.unicodeScalars { table[mark.value] = standard.value }
    }
    return table
  }()

  /// By code point: what it is compared as; 0 where it is left out.
  private static let table: [UInt16] = (0..<0x10000).map { value in
    Unicode.Scalar(UInt32(value)).map { UInt16(truncatingIfNeeded: standard($0)) } ?? 0
  }

  private static func standard(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = scalar.value
    if let variant = variants[value] { return variant }
    if WhiteSpace.contains(scalar) { return 0 }
    // Full-width forms of ASCII.
    if (0xFF01...0xFF5E).contains(value) { return value - 0xFF01 + 0x21 }
    return value < 0x80 ? value : FoldedText.fold(scalar) ?? value
  }

  /// Of a character outside the basic plane.
  static let unknown: UInt32 = 0xFFFD

  /// - Returns: 0 where the character shows nothing.
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x10000 ? UInt32(table[Int(scalar.value)]) : unknown
  }

  static func scalars(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(fold).filter { $0 != 0 }
  }

  static func string(_ scalars: some Sequence<UInt32>) -> String {
    WhiteSpace.string(scalars.compactMap { Unicode.Scalar($0) })
  }
}
