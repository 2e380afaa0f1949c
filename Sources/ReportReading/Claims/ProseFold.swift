/// Text of sentences as it is compared: in one width and one script, without white space.
enum ProseFold {
  /// By code point: what it is compared as; 0 where it is left out.
  private static let table: [UInt16] = {
    var table = (0..<0x10000).map { UInt16($0) }
    for value in 0..<0x10000 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      if WhiteSpace.contains(scalar) { table[value] = 0 }
    }
    for (variant, standard) in CharacterVariants.standard where variant < 0x10000 {
      table[Int(variant)] = UInt16(truncatingIfNeeded: standard)
    }
    // Full-width forms of ASCII.
    for value in 0xFF01...0xFF5E { table[value] = UInt16(value - 0xFF01 + 0x21) }
    let marks: [(String, Unicode.Scalar)] = [
      ("﹑､", "、"), ("．", "."), ("〔［【｛", "("), ("〕］】｝", ")"), ("﹪", "%"), ("○〇◯零", "〇"), ("兩", "两"),
      ("﹔", ";"), ("︰∶", ":"), ("―—－‐‑–", "-"), ("～", "~"),
    ]
    for (variants, standard) in marks {
      for variant in variants.unicodeScalars {
        table[Int(variant.value)] = UInt16(truncatingIfNeeded: standard.value)
      }
    }
    return table
  }()

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
