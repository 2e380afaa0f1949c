/// How many columns of a terminal a text takes. Chinese characters take two.
public enum DisplayWidth {
  /// The columns of a character whose width is ambiguous, while a table is laid out.
  @TaskLocal static var ofAmbiguous = 1

  /// The columns of one scalar: 2 for wide characters, 0 for combining marks and format characters.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    if WideCharacters.contains(scalar) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    // Asked for last: hardly any text has such characters.
    default: return ofAmbiguous > 1 && AmbiguousCharacters.contains(scalar) ? ofAmbiguous : 1
    }
  }

  /// The columns of what is seen as one character: emoji that are joined, coloured or asked for by a
  /// variation selector take two together.
  static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.count > 1 else {
      return scalars.first.map(columns(of:)) ?? 0
    }
    let sum = scalars.reduce(0) { $0 + columns(of: $1) }
    guard first.properties.isEmoji, scalars.dropFirst().contains(where: EmojiSequence.goesOn)
    else { return sum }
    return 2
  }

  /// The columns of a text printed on one line.
  public static func width(of text: String) -> Int {
    guard text.unicodeScalars.contains(where: EmojiSequence.goesOn) else {
      return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text with spaces behind it up to a width; longer texts stay as they are.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(of: text)))
  }

  /// The text with spaces before it up to a width.
  static func leftPadded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - self.width(of: text))) + text
  }

  /// The text on as few lines as fit into a width: broken between words, and between Chinese
  /// characters where neither line would begin or end with the wrong mark.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    WrappedText(text).lines(width: width)
  }

  /// The text, or as much of it as fits into a width with `…` behind it.
  public static func shortened(_ text: String, to width: Int) -> String {
    guard self.width(of: text) > width else { return text }
    var kept = ""
    var used = columns(of: "…" as Unicode.Scalar)
    for character in text {
      used += columns(of: character)
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
