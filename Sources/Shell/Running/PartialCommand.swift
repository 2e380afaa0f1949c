/// The command that is being typed, up to the cursor.
struct PartialCommand {
  /// How a name must begin.
  enum Matching {
    /// As it was typed.
    case asTyped
    /// With Chinese characters whose pinyin begins with the letters typed.
    case byPinyin
  }

  /// The whole words before the one at the cursor.
  let words: [String]
  /// The word at the cursor as far as it goes.
  let prefix: String
  var matching = Matching.asTyped

  init(_ text: String) {
    let last = text.split(separator: ";", omittingEmptySubsequences: false).last ?? ""
    let separators: (Character) -> Bool = { $0.isWhitespace || ",，　\"“「(（".contains($0) }
    var pieces = Self.parted(String(last)).split(
      omittingEmptySubsequences: false, whereSeparator: separators)
    prefix = String(pieces.popLast() ?? "")
    words = pieces.filter { !$0.isEmpty }.map(String.init)
  }

  private init(words: [String], prefix: String, matching: Matching) {
    self.words = words
    self.prefix = prefix
    self.matching = matching
  }

  /// `=` is a word of its own, with or without spaces around it.
  private static func parted(_ text: String) -> String {
    text.contains(where: { $0 == "=" || $0 == "＝" })
      ? text.map { $0 == "=" || $0 == "＝" ? " = " : String($0) }.joined() : text
  }

  /// The last keyword before the cursor, which says what the word at the cursor is.
  var keyword: Keyword? {
    words.dropFirst().last(where: { Keyword($0) != nil }).flatMap { Keyword($0) }
  }

  var hasDestination: Bool { words.contains { Keyword($0) == .to } }

  /// What stands behind `NAME =`, as a command of its own; `nil` where no `=` stands before the
  /// cursor.
  var behindEquals: PartialCommand? {
    guard let sign = words.firstIndex(of: "=") else { return nil }
    return PartialCommand(
      words: Array(words[(sign + 1)...]), prefix: prefix, matching: matching)
  }

  /// Whether a name goes on from what was typed.
  func begins(_ name: String) -> Bool {
    switch matching {
    case .asTyped: name.lowercased().hasPrefix(prefix.lowercased())
    case .byPinyin: PinyinInitials.begin(name, typed: prefix)
    }
  }
}
