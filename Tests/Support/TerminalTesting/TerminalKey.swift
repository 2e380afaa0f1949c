/// What a terminal sends for keys that are not characters.
public enum TerminalKey {
  /// The arrow to the left.
  public static let left = "\u{1B}[D"
  /// The arrow to the right.
  public static let right = "\u{1B}[C"
  /// The arrow upwards.
  public static let up = "\u{1B}[A"
  /// The arrow downwards.
  public static let down = "\u{1B}[B"
  /// Home.
  public static let home = "\u{1B}[H"
  /// End.
  public static let end = "\u{1B}[F"
  /// Delete.
  public static let delete = "\u{1B}[3~"
  /// Backspace.
  public static let backspace = "\u{7F}"
  /// Tab.
  public static let tab = "\t"
  /// Enter.
  public static let enter = "\r"

  /// A letter with the Ctrl key held.
  public static func control(_ letter: Unicode.Scalar) -> String {
    Unicode.Scalar(letter.value & 0x1F).map { String($0) } ?? ""
  }

  /// What the terminal sends when `text` is pasted and the program asked for marks around it. Line
  /// ends arrive as from the Enter key.
  public static func paste(_ text: String) -> String {
    let sent = text.unicodeScalars.map { $0 == "\n" ? "\r" : String($0) }.joined()
    return "\u{1B}[200~" + sent + "\u{1B}[201~"
  }
}
