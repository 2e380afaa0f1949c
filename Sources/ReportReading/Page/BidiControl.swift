/// Characters that show nothing and change the order in which others are shown: 21 may stand
/// printed as 12.
enum BidiControl {
  static func isContained(in text: String) -> Bool {
    // All of them begin with 0xE2 in UTF-8, and most text has none.
    guard text.utf8.contains(0xE2) else { return false }
    return text.unicodeScalars.contains { scalar in
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }
}
