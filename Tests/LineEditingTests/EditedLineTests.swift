import TerminalTesting
import Testing

/// Types into the editor on a terminal of its own and reads back the line that it gave. That line is
/// told apart from its echo by the brackets of the host program.
@Suite("Editing a line on a terminal")
struct EditedLineTests {
  typealias Key = TerminalKey

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func start(
    _ variables: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    let usual = ["HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm"]
    let terminal = try PseudoTerminal(
      program: BuiltProgram.path("lineeditor-host"), arguments: [folder.file("history")],
      environment: usual.merging(variables) { $1 }, columns: columns)
    try terminal.wait(for: "年报> ")
    return terminal
  }

  /// Types `keys` and Enter, and waits until the host has read `line` and asks for the next. Keys
  /// typed before it asks would be the terminal's to interpret, as at any prompt.
  @discardableResult
  private func enter(
    _ keys: String, on terminal: PseudoTerminal, reading line: String
  ) throws -> String {
    try terminal.send(keys + Key.enter)
    let seen = try terminal.wait(for: "=> [\(line)]")
    try terminal.wait(for: "年报> ")
    return seen
  }

  @Test(
    "What is typed and edited is what is read",
    arguments: [
      ("比较 行政处罚 按 年", "比较 行政处罚 按 年"),
      ("行政罚" + Key.left + "处", "行政处罚"),
      ("行政处罚" + Key.left + Key.left + Key.backspace + "甲", "行甲处罚"),
      ("行政处罚" + Key.backspace + Key.backspace + "许可", "行政许可"),
      ("年报" + Key.home + "看" + Key.end + "。", "看年报。"),
      ("年报" + Key.home + Key.delete + Key.right + "x", "报x"),
      ("甲乙" + Key.control("A") + Key.control("K") + "丙" + Key.control("Y"), "丙甲乙"),
      ("𠀀é㐀" + Key.left + Key.backspace + "ÿ", "𠀀ÿ㐀"),
      ("上中下" + Key.control("U") + "新", "新"),
      ("ab\u{1B}[5~c", "abc"),
    ])
  func editing(keys: String, line: String) throws {
    let terminal = try start()
    try enter(keys, on: terminal, reading: "\(line)")
  }

  @Test("A hint stands behind the line while there is one, and is cleared before the next key")
  func hint() throws {
    let terminal = try start()
    try terminal.send("错字 ")
    try terminal.wait(for: "\u{1B}[2m  < 没有命令“错字”\u{1B}[0m\u{1B}[18D")
    try terminal.send("后")
    try terminal.wait(for: "\u{1B}[K")
    try terminal.wait(for: "后")
    try enter("", on: terminal, reading: "错字 后")
  }

  @Test("No hint stands within a line, on a row without room for it, or on a dumb terminal")
  func noHint() throws {
    let terminal = try start(columns: 22)
    try terminal.send("错字 " + Key.left)
    let narrow = try enter("", on: terminal, reading: "错字 ")
    #expect(!narrow.contains("没有命令"))
    let dumb = try start(["TERM": "dumb"])
    let seen = try enter("错字 ", on: dumb, reading: "错字 ")
    #expect(!seen.contains("没有命令"))
  }

  @Test("Every character of a row can be edited where a line wraps between wide characters")
  func wrapping() throws {
    let terminal = try start(columns: 21)
    let long = String(repeating: "年度报告", count: 12) + "x"
    try terminal.send(long)
    try terminal.send(String(repeating: Key.left, count: 30) + "中" + Key.backspace + "间")
    try terminal.send(Key.enter)
    try terminal.wait(for: "=> [\(String(repeating: "年度报告", count: 4))年度报间告")
  }

  @Test("A line of several rows stands on the screen as it is, after an edit in its middle")
  func rowsAfterEdit() throws {
    let terminal = try start(columns: 20)
    // The next row ends in the column that is the second half of a wide character above it.
    try terminal.send("c年c行abb告度告行a年baa" + Key.home)
    _ = terminal.output(within: .milliseconds(200))
    for key in ["a", "行", "b", Key.backspace] {
      try terminal.send(key)
      _ = terminal.output(within: .milliseconds(100))
    }
    try terminal.send("c")
    try terminal.wait(for: "\r年报> a行cc年c行abb\u{1B}[K")
    try terminal.wait(for: "\n告度告行a年baa\u{1B}[K")
    try terminal.send(Key.enter)
    try terminal.wait(for: "=> [a行cc年c行abb告度告行a年baa]")
  }

  @Test("Ctrl-C drops the line and the program goes on")
  func interrupt() throws {
    let terminal = try start()
    try terminal.send("不要了" + Key.left + Key.control("C"))
    let seen = try terminal.wait(for: "=> interrupted")
    #expect(seen.contains("^C"))
    try terminal.wait(for: "年报> ")
    try terminal.send(Key.control("C"))
    try terminal.wait(for: "=> interrupted")
    try terminal.wait(for: "年报> ")
    try enter("后", on: terminal, reading: "后")
  }

  @Test("While a command runs the terminal is as it was, and Ctrl-C is a signal")
  func signalDuringCommand() throws {
    let terminal = try start()
    #expect(!terminal.isInLineMode)
    try terminal.send("wait" + Key.enter)
    try terminal.wait(for: "=> [wait]")
    #expect(terminal.isInLineMode)
    try terminal.send(Key.control("C"))
    #expect(try terminal.ending() == .killed(signal: 2))
  }

  @Test("Ctrl-D ends on an empty line only, and leaves the terminal as it was")
  func endOfInput() throws {
    let terminal = try start()
    try enter("ab" + Key.control("D") + Key.home + Key.control("D"), on: terminal, reading: "b")
    try terminal.send(Key.control("D"))
    try terminal.wait(for: "=> end")
    #expect(try terminal.ending() == .exited(0))
    #expect(terminal.isInLineMode)
  }

  @Test("Tab inserts the only candidate, in the middle of a line too")
  func completeOne() throws {
    let terminal = try start()
    try enter("比较 规" + Key.tab + "按 年", on: terminal, reading: "比较 规章 按 年")
    try enter("行政处 尾" + Key.left + Key.left + Key.tab, on: terminal, reading: "行政处罚  尾")
    try enter("da" + Key.tab + "x", on: terminal, reading: "data/x")
  }

  @Test("Tab inserts what several candidates share, lists them and shows the line again")
  func completeSeveral() throws {
    let terminal = try start()
    try terminal.send("行" + Key.tab)
    let list = try terminal.wait(for: "licence.decisions\r\n年报> 行政")
    #expect(list.contains("行政处罚  penalty.decisions\r\n行政强制  coercion.decisions\r\n"))
    try enter("许" + Key.tab, on: terminal, reading: "行政许可 ")
    try terminal.send("n" + Key.tab)
    try terminal.wait(for: "… and 10 more")
  }

  @Test("A list of candidates stands below a line of several rows, and the cursor keeps its place")
  func listBelowWrappedLine() throws {
    let terminal = try start(columns: 30)
    let words = String(repeating: "报 ", count: 15)
    try terminal.send(words + "行 尾" + Key.left + Key.left + Key.tab)
    try terminal.wait(for: "licence.decisions\r\n年报> ")
    try enter("处" + Key.tab, on: terminal, reading: "\(words)行政处罚  尾")
  }

  @Test("The arrows recall earlier lines, in this session and the next")
  func recall() throws {
    var terminal = try start()
    for line in ["甲年", "乙年"] { try enter(line, on: terminal, reading: line) }
    try enter("草稿" + Key.up + Key.up + Key.down + "二", on: terminal, reading: "乙年二")
    try enter("草" + Key.up + Key.down + "稿", on: terminal, reading: "草稿")
    try terminal.send(Key.control("D"))
    _ = try terminal.ending()

    terminal = try start(["LC_ALL": "C"])
    try enter(Key.up + Key.up, on: terminal, reading: "乙年二")
    #expect(try folder.read("history") == "甲年\n乙年\n乙年二\n草稿\n乙年二\n")
  }

  @Test("A pasted block is one line with newlines and tabs, and runs nothing by itself")
  func paste() throws {
    let terminal = try start()
    try terminal.send("前" + Key.paste("加载\t甲\n行\t\n比较\n") + "后")
    let read = "前加载\\t甲\\n行\\t\\n比中较后"
    let seen = try enter(Key.left + Key.left + "中", on: terminal, reading: read)
    #expect(!seen.contains("penalty.decisions"))
    #expect(seen.components(of: "=> ") == 1)
    try enter(Key.up, on: terminal, reading: read)
    #expect(try folder.read("history") == "前加载\t甲\\n行\t\\n比中较后\n")
  }

  @Test("Pastes are asked for while a line is edited, and only then")
  func pasteMode() throws {
    let terminal = try start()
    try terminal.send("a" + Key.enter)
    let seen = try terminal.wait(for: "=> [a]")
    #expect(seen.contains("\u{1B}[?2004l"))
    let next = try terminal.wait(for: "年报> ")
    #expect(next.contains("\u{1B}[?2004h"))
  }

  @Test("A paste whose end mark is lost can be left by Ctrl-C")
  func lostEndOfPaste() throws {
    let terminal = try start()
    try terminal.send("\u{1B}[200~abc\n")
    _ = terminal.output(within: .milliseconds(100))
    try terminal.send(Key.control("C"))
    try terminal.wait(for: "=> interrupted")
    try terminal.wait(for: "年报> ")
    try enter("好", on: terminal, reading: "好")
  }

  @Test("Ctrl-R finds Chinese text, also characters whose low byte is a control code")
  func search() throws {
    try folder.write("比较 行政处罚\n比较 一年\n看 甲\n比较 三年\n", to: "history")
    let terminal = try start()
    // U+4E09 and U+4E00 end in 09 and 00, U+5904 in 04.
    try enter(Key.control("R") + "三", on: terminal, reading: "比较 三年")
    try enter(Key.control("R") + "比较" + Key.control("R"), on: terminal, reading: "比较 一年")
    try enter(Key.control("R") + "处" + Key.control("E") + "。", on: terminal, reading: "比较 行政处罚。")
    try enter(Key.control("R") + "甲" + Key.end + "!", on: terminal, reading: "看 甲!")
  }

  @Test("A search that is given up leaves the line as it was", arguments: ["G", "C"])
  func abortSearch(letter: String) throws {
    try folder.write("比较 一年\n", to: "history")
    let terminal = try start()
    let abort = Key.control(letter == "G" ? "G" : "C")
    try enter("未完" + Key.left + Key.control("R") + "一" + abort + "中", on: terminal, reading: "未中完")
  }

  @Test("A search shows what is searched for, and whether it was found")
  func searchPrompt() throws {
    try folder.write("比较 一年\n", to: "history")
    let terminal = try start()
    try terminal.send(Key.control("R") + "一")
    try terminal.wait(for: "查找「")
    try terminal.wait(for: "一」: 比较 一年")
    try terminal.send("无")
    try terminal.wait(for: "未")
    try enter(Key.backspace, on: terminal, reading: "比较 一年")
  }

  @Test(
    "Chinese text is read under any locale and terminal type",
    arguments: [
      ["LC_ALL": "C"], ["LC_ALL": "POSIX", "LANG": "zh_CN.GB2312"], ["LC_ALL": "no_SUCH.locale"],
      ["TERM": "dumb"], ["TERM": ""], ["TERM": "no-such-terminal"],
      ["TERM": "dumb", "LC_ALL": "C"],
    ])
  func surroundings(variables: [String: String]) throws {
    let terminal = try start(variables)
    try enter("行政罚" + Key.left + "处", on: terminal, reading: "行政处罚")
    try enter("规" + Key.tab, on: terminal, reading: "规章 ")
    try terminal.send(Key.control("C"))
    try terminal.wait(for: "=> interrupted")
  }

  @Test("A terminal that marks no pastes is not asked to")
  func dumbTerminal() throws {
    let terminal = try start(["TERM": "dumb"])
    try terminal.send("a" + Key.enter)
    #expect(try !terminal.wait(for: "=> [a]").contains("\u{1B}"))
  }

  @Test("The user's start-up file is read, and cannot take away Ctrl-C")
  func startUpFile() throws {
    try folder.write("bind ^T ed-move-to-beg\nbind ^C ed-insert\nbind -v\n", to: ".editrc")
    let terminal = try start()
    try enter("年报" + "\u{1B}0i" + "看", on: terminal, reading: "看年报")
    try terminal.send("x" + Key.control("C"))
    try terminal.wait(for: "=> interrupted")
    try terminal.wait(for: "年报> ")
    try enter(Key.paste("粘\n贴"), on: terminal, reading: "粘\\n贴")
  }

  @Test("A line goes on being edited after the window has changed its size")
  func resize() throws {
    let terminal = try start()
    try terminal.send("年报年报年报年报年报")
    try terminal.wait(for: "年报年报年报年报年报")
    terminal.resize(columns: 20, rows: 24)
    try enter(Key.left + "中", on: terminal, reading: "年报年报年报年报年中报")
  }

  @Test("A program that is no terminal's gets an error")
  func notATerminal() throws {
    let host = BuiltProgram.path("lineeditor-host")
    let terminal = try PseudoTerminal(
      program: "/bin/sh", arguments: ["-c", "echo x | '\(host)'"], environment: ["TERM": "xterm"])
    try terminal.wait(for: "error: notATerminal")
    #expect(try terminal.ending() == .exited(1))
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(of part: String) -> Int {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    return bytes.indices.count { bytes[$0...].starts(with: wanted) }
  }
}
