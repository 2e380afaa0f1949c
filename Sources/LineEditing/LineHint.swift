/// What the editor says of a line while it is being typed, behind the cursor.
public struct LineHint {
  /// What to say of the text before the cursor, which is the whole line; `nil` for nothing. It is
  /// asked whenever the editor waits for a key, so it should be quick. One row, no control
  /// characters.
  public var text: (_ line: String) -> String?
  /// Whether the terminal is to show it fainter than what was typed.
  public var isFaint: Bool

  /// A hint from its two parts.
  public init(isFaint: Bool, text: @escaping (_ line: String) -> String?) {
    self.isFaint = isFaint
    self.text = text
  }
}
