import CLibedit
import Glibc

/// Edits one line at a time on the terminal, over libedit, correct for Chinese text.
///
/// While a line is edited the terminal sends Ctrl-C as a key; while commands run it is as it was
/// before, and Ctrl-C is a signal. The editor installs no signal handlers and starts no threads. It
/// is used from the one thread that made it, and therefore not `Sendable`.
public final class LineEditor {
  let handle: OpaquePointer
  let buffer: EditBuffer
  let completer: (_ textBeforeCursor: String) -> Completion
  let wording: EditorWording
  let history: LineHistory
  let hint: LineHint?
  var input = KeyInput(descriptor: STDIN_FILENO)

  /// Set when Ctrl-C dropped the line.
  var isInterrupted = false

  /// Why reading ended before the line did.
  var inputFailure: KeyInput.Event?

  var recall = HistoryRecall()
  var search: SearchSession?

  /// Whether a hint stands behind the line.
  var showsHint = false

  /// What is to be printed below the line once the terminal's cursor stands at its end, and how far
  /// back the cursor then goes.
  var belowLine: (print: () -> Void, cursorOffset: Int)?

  private(set) var prompt: WideString
  private var promptText = ""

  /// The prompt on the screen: that of the line or of a search.
  private(set) var shownPrompt = ""
  private var columns: Int
  private let recallList: OpaquePointer?
  private var keptNames: [WideString] = []

  /// Whether the terminal knows the usual control sequences.
  let movesCursor: Bool

  /// An editor on standard input and output.
  ///
  /// It makes `LC_CTYPE` a UTF-8 locale where it is not one, and reads the user's start-up file,
  /// `$EDITRC` or `~/.editrc`.
  ///
  /// - Parameters:
  ///   - program: the name by which the start-up file may address this program alone.
  ///   - history: what Up, Down and Ctrl-R find.
  ///   - wording: the words that the editor shows.
  ///   - completer: what Tab finds for the text before the cursor. In a command of several lines
  ///     that is the text of the last line only.
  ///   - hint: what is said of the line while it is being typed; nothing where `nil`.
  public init(
    program: String = "nianbao",
    history: LineHistory,
    wording: EditorWording,
    hint: LineHint? = nil,
    completer: @escaping (_ textBeforeCursor: String) -> Completion
  ) throws(LineEditingError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    // Before libedit starts: it looks at the locale once, for the keys of non-ASCII characters.
    guard TerminalLocale.useUTF8() else { throw .noUTF8Locale }
    guard let handle = editline_open(program) else { throw .cannotInitialise }
    self.handle = handle
    self.buffer = EditBuffer(handle: handle)
    self.history = history
    self.wording = wording
    self.hint = hint
    self.completer = completer
    prompt = WideString("")
    columns = Self.screenColumns()
    recallList = history_winit()
    movesCursor = !["", "dumb", "emacs", "unknown"].contains(
      getenv("TERM").map { String(cString: $0) } ?? "")

    editline_set_owner(handle, Unmanaged.passUnretained(self).toOpaque())
    editline_set_signals(handle, 0)
    editline_set_reader(handle) { handle, key in LineEditor.of(handle)?.readKey(into: key) ?? 0 }
    editline_set_prompt(handle) { handle in LineEditor.of(handle)?.prompt.pointer }
    // As sent by the terminal: line ends within a paste are told apart, ^C, ^S and ^Q are keys.
    for flag in ["-isig", "-icrnl", "-inlcr", "-ixon"] {
      _ = WideString.lend(flag) { editline_set_terminal_flag(handle, $0) }
    }
    fillRecallList()
    installKeys()
    // libedit shifts the rest of a row by characters where a wide one takes two columns, and leaves
    // rows garbled. Without the capabilities for that it writes the rest of the row anew.
    for capability in ["ic", "IC", "im", "dc", "DC"] {
      _ = WideString.lend(capability) { editline_forget_capability(handle, $0) }
    }
  }

  deinit {
    el_end(handle)
    if let recallList { history_wend(recallList) }
    prompt.deallocate()
    keptNames.forEach { $0.deallocate() }
  }

  /// Reads one line.
  ///
  /// - Parameter prompt: what stands before the line; a command that goes on over several lines has
  ///   another prompt from its second line on. It holds no control characters.
  public func readLine(prompt: String) throws(LineEditingError) -> LineInput {
    promptText = prompt
    show(prompt: prompt)
    isInterrupted = false
    inputFailure = nil
    recall = HistoryRecall()
    search = nil
    belowLine = nil
    showsHint = false

    // Before the prompt shows: a key typed at once, such as Ctrl-C, is for the editor already.
    editline_prepare_terminal(handle, 1)
    askForPasteMarks(true)
    var count: Int32 = 0
    let line = el_wgets(handle, &count)
    askForPasteMarks(false)

    if isInterrupted { return .interrupted }
    guard let line, count > 0 else {
      write("\n")
      switch inputFailure {
      case .failed(EINTR): return .interrupted
      case .failed(let code): throw .readFailed(code: code)
      default: return .end
      }
    }
    let end = line[Int(count) - 1] == wchar_t(0x0A) ? Int(count) - 1 : Int(count)
    return .line(WideString.text(from: line, to: line + end))
  }

  /// Takes `entry`, a line or a command of several lines, into history.
  public func remember(_ entry: String) throws(HistoryFileError) {
    defer { if history.entries.last == entry { enterIntoRecallList(entry) } }
    try history.record(entry)
  }

  /// The columns of the screen.
  static func screenColumns() -> Int {
    let columns = Int(screenSize().ws_col)
    return columns > 0 ? columns : 80
  }

  /// The rows of the screen.
  static func screenRows() -> Int {
    let rows = Int(screenSize().ws_row)
    return rows > 0 ? rows : 24
  }

  private static func screenSize() -> winsize {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return winsize() }
    return size
  }

  /// The editor that libedit calls back for.
  static func of(_ handle: OpaquePointer?) -> LineEditor? {
    guard let owner = editline_owner(handle) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Writes text where libedit writes.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { editline_write($0.baseAddress, $0.count) }
    }
  }

  /// Has the terminal put marks around what is pasted, or no longer.
  func askForPasteMarks(_ isWanted: Bool) {
    if movesCursor { write(isWanted ? "\u{1B}[?2004h" : "\u{1B}[?2004l") }
  }

  /// Shows `text` as the prompt from the next refresh on; without it, that of the line.
  func show(prompt text: String? = nil) {
    prompt.deallocate()
    shownPrompt = text ?? promptText
    prompt = WideString(shownPrompt)
  }

  /// Keeps `text` for as long as the editor lives.
  func keep(_ text: String) -> UnsafeMutablePointer<wchar_t> {
    let wide = WideString(text)
    keptNames.append(wide)
    return wide.pointer
  }

  /// Waits for a key on behalf of libedit: 1 with a key, 0 at the end of input, -1 on failure.
  private func readKey(into key: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    let isEditing = editline_is_editing(handle) != 0
    if isEditing {
      repairRows()
      showHint()
    }
    let event = input.next(resumes: isEditing)
    clearHint()
    guard case .scalar(let scalar) = event else {
      inputFailure = event
      if case .failed(let code) = event {
        errno = code
        return -1
      }
      return 0
    }
    redrawIfResized()
    if search != nil {
      // Every key belongs to the search until it ends; libedit is sent to the command for that.
      search?.key = scalar
      key?.pointee = PrivateKey.searchStep.character
    } else if scalar == 0x1B && input.take(PasteBlock.startMark) {
      key?.pointee = PrivateKey.paste.character
    } else {
      key?.pointee = wchar_t(bitPattern: scalar)
    }
    return 1
  }

  /// libedit learns of a new window size only here, because it is not to handle signals.
  private func redrawIfResized() {
    let before = columns
    columns = Self.screenColumns()
    guard columns != before, editline_is_editing(handle) != 0 else { return }
    let shown = shownPrompt + buffer.text
    let isOneRow = !shown.contains("\n") && DisplayWidth.columns(of: shown) < min(before, columns)
    write(isOneRow ? "\r" : "\r\n")
    el_resize(handle)
    editline_refresh(handle)
  }

  /// Gives libedit the entries too, for those of its history commands that a start-up file binds.
  private func fillRecallList() {
    guard let recallList else { return }
    editline_history_limit(recallList, Int32(clamping: history.entries.count + 10_000))
    editline_set_history(handle, recallList)
    history.entries.forEach(enterIntoRecallList)
  }

  private func enterIntoRecallList(_ entry: String) {
    guard let recallList else { return }
    _ = WideString.lend(entry) { editline_history_enter(recallList, $0) }
  }
}
