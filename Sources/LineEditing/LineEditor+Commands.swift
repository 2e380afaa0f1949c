import CLibedit
import Glibc

extension LineEditor {
  /// The most candidates listed at once; more would push the work off the screen.
  private static let listLimit = 60

  /// Ctrl-C: drops the line. The line is left standing with `^C` behind it, as in other shells, by
  /// entering it for libedit and throwing away what it then returns.
  func interrupt() -> CommandOutcome {
    isInterrupted = true
    _ = buffer.moveToEnd()
    buffer.insert("^C")
    push("\n")
    return .changed
  }

  /// Tab: inserts what is certain and lists what is not.
  func complete() -> CommandOutcome {
    let before = buffer.parts.before
    let completion = completer(before)
    guard !completion.candidates.isEmpty else { return .refused }
    let count = min(max(0, completion.replacedScalars), before.unicodeScalars.count)
    let typed = String(before.unicodeScalars.suffix(count))
    if let text = completion.replacement(for: typed) {
      buffer.deleteBefore(count)
      buffer.insert(text)
    }
    guard completion.candidates.count > 1 else { return .changed }
    return printBelowLine { [self] in
      let list = CandidateList(width: Self.screenColumns(), limit: Self.listLimit)
      let rows = list.rows(of: completion.candidates, more: wording.more)
      write(rows.map { $0 + "\n" }.joined())
    }
  }

  /// The beginning of a paste: takes the block in as text, to be looked at before it is entered.
  func paste() -> CommandOutcome {
    var block = PasteBlock()
    while true {
      guard case .scalar(let scalar) = input.next(resumes: true) else { return .refused }
      // Ctrl-C with nothing after it was typed by someone whose terminal lost the end mark.
      if scalar == 0x03 && !input.hasMore(within: 100) { return interrupt() }
      if block.add(scalar) { break }
    }
    var text = block.text
    if buffer.parts.after.isEmpty {
      // Lines are copied with their end; a last, empty line would only be in the way.
      while text.last == "\n" { text.removeLast() }
    }
    buffer.insert(text)
    return .changed
  }

  /// Up: the next older entry.
  func recallOlder() -> CommandOutcome {
    guard let entry = recall.older(than: buffer.text, in: history.entries) else { return .refused }
    buffer.replace(with: entry)
    return .changed
  }

  /// Down: the next newer entry.
  func recallNewer() -> CommandOutcome {
    guard let entry = recall.newer(in: history.entries) else { return .refused }
    buffer.replace(with: entry)
    return .changed
  }

  /// Ctrl-Z: stops the program, with the terminal as it was, until it is called back.
  func suspend() -> CommandOutcome {
    printBelowLine { [self] in
      askForPasteMarks(false)
      editline_prepare_terminal(handle, 0)
      kill(0, SIGTSTP)
      editline_prepare_terminal(handle, 1)
      askForPasteMarks(true)
    }
  }

  /// Calls `print` with the terminal's cursor at the beginning of the row below the line, and then
  /// shows the line anew.
  ///
  /// Only libedit knows on which row of a long line its cursor stands, and it moves there only
  /// between two commands. So this command moves to the end of the line, and a key that it pushes
  /// runs the next.
  private func printBelowLine(_ print: @escaping () -> Void) -> CommandOutcome {
    belowLine = (print, buffer.moveToEnd())
    push(PrivateKey.printBelow.text)
    return .changed
  }

  /// The second half of ``printBelowLine(_:)``.
  func printBelowLine() -> CommandOutcome {
    guard let belowLine else { return .done }
    self.belowLine = nil
    write("\n")
    belowLine.print()
    buffer.move(by: -belowLine.cursorOffset)
    editline_refresh(handle)
    return .done
  }

  /// Gives libedit `keys` as if they were typed next.
  private func push(_ keys: String) {
    WideString.lend(keys) { el_wpush(handle, $0) }
  }
}
