import TerminalTesting

/// The program at a prompt on a terminal of its own. Standard error goes to a file, so that what
/// the terminal shows besides the edited line is standard output.
final class ShellTerminal {
  typealias Key = TerminalKey

  static let prompt = "nianbao> "

  private let terminal: PseudoTerminal
  private let folder: ScratchFolder

  /// - Parameters:
  ///   - folder: the working directory; the history and standard error are kept in it too.
  ///   - columns: wide, so that no line wraps.
  ///   - variables: of the environment, besides the usual ones or in their place.
  init(
    in folder: ScratchFolder, language: String = "en", columns: Int = 200,
    variables: [String: String] = [:]
  ) throws {
    self.folder = folder
    terminal = try PseudoTerminal(
      program: "/bin/sh",
      arguments: [
        "-c", "cd '\(folder.path)' && exec '\(BuiltNianbao.path)' --lang \(language) 2>>notices",
      ],
      environment: [
        "HOME": folder.path, "XDG_STATE_HOME": folder.path("state"), "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
      ].merging(variables) { $1 },
      columns: columns, rows: 50)
    try waitForPrompt()
  }

  /// Types keys and leaves the line as it is.
  func type(_ keys: String) throws { try terminal.send(keys) }

  @discardableResult
  func wait(for text: String, patience: Duration = PseudoTerminal.patience) throws -> String {
    try terminal.wait(for: text, patience: patience)
  }

  func waitForPrompt(patience: Duration = PseudoTerminal.patience) throws {
    try terminal.wait(for: Self.prompt, patience: patience)
  }

  /// Types keys and Enter, and waits for the next prompt.
  ///
  /// - Returns: what the command wrote to standard output. It stands between the marks by which the
  ///   editor tells the terminal that a line is no longer, and is again, being edited.
  @discardableResult
  func enter(_ keys: String) throws -> String {
    try terminal.send(keys + Key.enter)
    try terminal.wait(for: "\u{1B}[?2004l")
    var shown = try terminal.wait(for: "\u{1B}[?2004h")
    try waitForPrompt()
    shown.removeLast("\u{1B}[?2004h".count)
    return String(
      String.UnicodeScalarView(shown.unicodeScalars.filter { $0 != "\r" }))
  }

  /// What went to standard error so far.
  var notices: String {
    get throws { try folder.text("notices") }
  }

  func end() throws -> ProgramEnding {
    try terminal.send(Key.control("D"))
    return try terminal.ending()
  }
}
