import Dispatch
import Forms
import Glibc
import LineEditing

/// The prompt: reads a line, runs it as any other text of commands, and reads the next.
struct InteractiveShell {
  private static let prompt = "nianbao> "
  private static let continuation = "    ...> "

  let session: Session
  /// Standard output, where the user has a pager.
  var paged: PagedSink?

  func run() {
    let editor: LineEditor
    do {
      editor = try makeEditor()
    } catch {
      session.notice(.noLineEditing(error))
      session.note(.data)
      return
    }
    try? paged?.show()
    session.notice(.welcome(version: Program.version))
    // Whoever types a command needs the forms by its end: they are read meanwhile, behind the prompt.
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + .milliseconds(50)) {
      _ = FormCatalog.standard
    }
    let runner = CommandRunner(session: session)
    while !session.hasEnded {
      guard let text = read(editor) else { break }
      // What went wrong at the prompt was seen there; only scripts report it by their exit code.
      defer { session.forgetStatus() }
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      do {
        try editor.remember(text)
      } catch {
        session.notice(.historyNotKept(error))
      }
      Interruption.clear()
      runner.run(SourceText(text))
      // What cannot be written to the terminal nobody would see either.
      try? paged?.show()
    }
  }

  private func makeEditor() throws(LineEditingError) -> LineEditor {
    let wording = session.wording
    let completer = CommandCompleter(session: session)
    let hints = TypingHints(session: session)
    return try LineEditor(
      history: history(),
      wording: EditorWording(
        more: { wording.text(of: .moreCandidates($0)) },
        searchPrompt: { wording.text(of: .searchPrompt(query: $0, isFound: $1)) }),
      hint: LineHint(isFaint: Self.usesColour, text: hints.hint(for:)),
      completer: completer.completion(before:))
  }

  /// https://no-color.org: set to anything but nothing, the variable asks for none.
  private static var usesColour: Bool { getenv("NO_COLOR").map { $0.pointee == 0 } ?? true }

  /// The history of earlier sessions, where it can be read.
  private func history() -> LineHistory {
    var environment: [String: String] = [:]
    for name in ["XDG_STATE_HOME", "HOME"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    guard let path = HistoryFile.defaultPath(environment: environment) else { return LineHistory() }
    do {
      return try LineHistory(file: HistoryFile(path: path))
    } catch {
      session.notice(.historyNotKept(error))
      return LineHistory()
    }
  }

  /// Reads a command, over several lines where a quote is open.
  ///
  /// - Returns: `nil` where the user has ended the session.
  private func read(_ editor: LineEditor) -> String? {
    var text = ""
    while true {
      let input: LineInput
      do {
        input = try editor.readLine(prompt: text.isEmpty ? Self.prompt : Self.continuation)
      } catch {
        session.notice(.noLineEditing(error))
        session.note(.data)
        return nil
      }
      switch input {
      case .line(let line):
        text += line
        guard isOpen(text) else { return text }
        text += "\n"
      case .interrupted:
        return ""
      case .end:
        return nil
      }
    }
  }

  /// Whether a quote is open at the end.
  private func isOpen(_ text: String) -> Bool {
    var lexer = Lexer(SourceText(text))
    do {
      _ = try lexer.tokens()
      return false
    } catch {
      if case .unclosedQuote = error.kind { return true }
      return false
    }
  }
}
