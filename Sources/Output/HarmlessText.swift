/// Makes a page's text safe to print: nothing in it can move the cursor, change colours, break the
/// line or turn the direction of writing.
public enum HarmlessText {
  /// Control characters, line separators, direction marks and characters that nobody sees are
  /// written out as `\u{1b}`; a joiner inside an emoji stays.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var safe = ""
    for character in text {
      let scalars = character.unicodeScalars
      let isEmoji = scalars.first.map { $0.properties.isEmoji && $0.value > 0xFF } ?? false
      for scalar in scalars {
        if isHarmful(scalar), !(isEmoji && scalar == "\u{200D}") {
          safe += "\\u{" + String(scalar.value, radix: 16) + "}"
        } else {
          safe.unicodeScalars.append(scalar)
        }
      }
    }
    return safe
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: true
    // Without width: two texts that look the same would not be the same.
    case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D,
      0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE00FF:
      true
    default: false
    }
  }
}
