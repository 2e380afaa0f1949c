/// What the prompt says of a command while it is being typed: that a word which is complete, because
/// a space follows it, names nothing, and what was perhaps meant.
///
/// Used from the one thread of the prompt; it remembers its last answer, since it is asked at every
/// key and only the end of a word changes what it has to say.
final class TypingHints {
  /// Comparing a name with the bodies of more reports would make typing slow.
  private static let mostReports = 20_000

  private let session: Session
  private var last: (text: String, hint: String?) = ("", nil)

  init(session: Session) {
    self.session = session
  }

  /// - Parameter line: what stands before the cursor.
  func hint(for line: String) -> String? {
    let words = Self.wholeWords(of: line)
    guard words != last.text else { return last.hint }
    last = (words, mistake(in: words).map { session.wording.hint(of: $0) })
    return last.hint
  }

  /// Without the word at the cursor, which may go on.
  private static func wholeWords(of line: String) -> String {
    let end = line.lastIndex { $0.isWhitespace || ";；".contains($0) }
    return end.map { String(line[...$0]) } ?? ""
  }

  private func mistake(in text: String) -> ShellError? {
    let reading = session.parser.read(SourceText(text))
    if let error = reading.errors.first { return error.isOfName ? error : nil }
    return bodyMistake(in: text)
  }

  /// Bodies are looked up when a command runs, among the reports that are loaded by then; at the
  /// prompt these are there already.
  private func bodyMistake(in text: String) -> ShellError? {
    let names = Self.bodies(meantIn: text)
    guard !names.isEmpty, let count = try? session.store.count(),
      (1...Self.mostReports).contains(count), let panel = try? session.panel()
    else { return nil }
    let resolver = BodyResolver(bodies: panel.bodies)
    for name in names {
      do {
        _ = try resolver.bodies(meantBy: name)
      } catch {
        return error
      }
    }
    return nil
  }

  /// What stands behind the last `for`, where no other keyword follows; variables left out.
  private static func bodies(meantIn text: String) -> [Token] {
    var lexer = Lexer(SourceText(text))
    guard let tokens = try? lexer.tokens(),
      let command = tokens.split(whereSeparator: { $0.kind == .end }).last,
      let place = command.lastIndex(where: { $0.kind == .word && Keyword($0.text) != nil }),
      Keyword(command[place].text) == .for
    else { return [] }
    return command[(place + 1)...].filter {
      [.word, .quoted].contains($0.kind) && !$0.text.contains("$")
    }
  }
}

extension ShellError {
  /// Whether a word names nothing. What else is wrong with a command may come right as it goes on.
  fileprivate var isOfName: Bool {
    switch kind {
    case .unknownCommand, .unknownName: true
    default: false
    }
  }
}
