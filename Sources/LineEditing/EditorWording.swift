/// The few words that the line editor shows by itself. The caller brings them, because all wording
/// of the program stands in one catalogue.
public struct EditorWording {
  /// The line under a list of candidates that was cut short, given how many are not shown.
  public var more: (_ hidden: Int) -> String

  /// The prompt while history is searched, given the text searched for and whether an entry holds
  /// it. It should end with a space.
  public var searchPrompt: (_ query: String, _ isFound: Bool) -> String

  /// Wording from its two parts.
  public init(
    more: @escaping (_ hidden: Int) -> String,
    searchPrompt: @escaping (_ query: String, _ isFound: Bool) -> String
  ) {
    self.more = more
    self.searchPrompt = searchPrompt
  }
}
