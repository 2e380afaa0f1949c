import ReportModel

/// One command of the language: its grammar, its help and what it does, together in one file.
protocol Command: Sendable {
  static var manual: CommandManual { get }

  /// Reads the words behind the command's name. Everything that does not depend on what is loaded
  /// is settled here: a script with an unknown name never starts.
  init(reading arguments: inout ArgumentReader) throws(ShellError)

  func run(in session: Session) throws(ShellError)

  /// Whether it brings attributes of the user's own, which the commands behind it may name.
  var bringsAttributes: Bool { get }
}

extension Command {
  var bringsAttributes: Bool { false }
}

/// What help says of a command.
struct CommandManual: Sendable {
  let name: String
  let chineseName: String
  /// Further names that people try.
  let aliases: [String]
  /// The grammar in one line.
  let usage: String
  /// One line.
  let summary: LocalizedText
  /// What a user needs to know besides the grammar.
  let details: LocalizedText
  let examples: [String]

  init(
    name: String, chineseName: String, aliases: [String] = [], usage: String,
    summary: LocalizedText,
    details: LocalizedText, examples: [String]
  ) {
    self.name = name
    self.chineseName = chineseName
    self.aliases = aliases
    self.usage = usage
    self.summary = summary
    self.details = details
    self.examples = examples
  }

  var names: [String] { [name, chineseName] }

  /// Whether a word spells the command's name in either language.
  func isNamed(_ word: String) -> Bool {
    word.lowercased() == name || word == chineseName || aliases.contains(word.lowercased())
  }
}
