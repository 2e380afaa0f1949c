/// What `$name` stands for: a value that was read once and is put in as it is.
public struct Variable: Hashable, Sendable {
  /// A number, a text or a name in an expression; `nil` where it is several values.
  public let node: Expression.Node?
  /// What it is within a text.
  public let text: String

  /// - Parameter node: a leaf: a number, a text or a name.
  public init(node: Expression.Node?, text: String) {
    self.node = node
    self.text = text
  }

  /// Whether a word can be a variable's name: letters, digits and `_`, no digit first.
  public static func isName(_ word: some StringProtocol) -> Bool {
    guard let first = word.unicodeScalars.first, isLetter(first) else { return false }
    return word.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }
}
