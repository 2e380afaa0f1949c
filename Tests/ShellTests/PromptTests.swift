import Glibc
import TerminalTesting
import Testing

/// The shell as people use it: typed on a terminal.
@Suite("The prompt")
struct PromptTests {
  typealias Key = TerminalKey

  /// Few reports: tests here are about keys.
  private static let load = "载入 reports/yunling-202* reports/qian*"

  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder.likeExamples()
  }

  @Test("Chinese is typed, and gives what a script gives")
  func chinese() throws {
    let terminal = try ShellTerminal(in: folder)
    try terminal.enter(Self.load)
    let typed = try terminal.enter(
      "比较 行政处 按 年" + Key.left + Key.left + Key.left + Key.left + "罚")
    let shell = try InProcess(in: folder)
    shell.run(Self.load)
    #expect(typed == shell.run("比较 行政处罚 按 年").output)
  }

  @Test("Tab completes commands, indicators, bodies, paths and rules")
  func completion() throws {
    let lines = [
      ("comp" + Key.tab + "penalty.decisions", "compare penalty.decisions"),
      ("compare penalty.d" + Key.tab + "by year", "compare penalty.decisions by year"),
      // Several names begin so: what they share is put in, and they are listed.
      ("比较 行政处" + Key.tab + " 按 年", "比较 行政处罚 按 年"),
      ("比较 公" + Key.tab + "按 年", "比较 公开率 按 年"),
      ("趋" + Key.tab + "行政处罚", "趋势 行政处罚"),
      ("compare 行政处罚 for 云" + Key.tab, "compare 行政处罚 for 云岭市人民政府"),
      ("trend 行政处罚 对 黔" + Key.tab, "trend 行政处罚 对 黔东南州生态环境局"),
      ("cells 行政处罚 in 2020 for 环境" + Key.tab, "cells 行政处罚 in 2020 for 黔东南州生态环境局"),
      ("load reports/lanxi-2021" + Key.tab, "load reports/lanxi-2021.txt"),
      ("check T4.t" + Key.tab, "check T4.total"),
    ]
    let terminal = try ShellTerminal(in: folder)
    try terminal.enter(Self.load)
    for (keys, _) in lines { try terminal.enter(keys) }
    let history = try terminal.enter("history").split(separator: "\n").dropFirst().dropLast()
    #expect(history.map { $0.drop { $0 == " " || $0.isNumber } } == lines.map { $0.1[...] })
  }

  @Test("A folder is completed with its slash, and its files after it")
  func pathCompletion() throws {
    let terminal = try ShellTerminal(in: folder)
    try terminal.enter("load rep" + Key.tab + "qian" + Key.tab)
    #expect(
      try terminal.enter("history 2").hasPrefix("1  load reports/qiandongnan-eco-2020.txt\n"))
    #expect(try terminal.notices.contains("loaded 1 report"))
  }

  @Test("Several candidates are listed with their meaning")
  func candidates() throws {
    let terminal = try ShellTerminal(in: folder)
    try terminal.type("compare penalty." + Key.tab)
    let list = try terminal.wait(for: "penalty.decisions")
    #expect(list.contains("Penalties: items of the year before"))
    try terminal.type(Key.control("C"))
  }

  @Test("Ctrl-C drops the line and nothing of it is run")
  func dropLine() throws {
    let terminal = try ShellTerminal(in: folder)
    try terminal.type("echo 不要" + Key.control("C"))
    try terminal.wait(for: "^C")
    try terminal.waitForPrompt()
    #expect(try terminal.enter("echo 好") == "好\n")
    #expect(try terminal.enter("history") == "1  echo 好\n2  history\n")
  }

  @Test("Ctrl-C drops all lines of an open quote")
  func dropOpenQuote() throws {
    let terminal = try ShellTerminal(in: folder)
    try terminal.type("echo \"一" + Key.enter)
    try terminal.wait(for: "...> ")
    try terminal.type("二" + Key.control("C"))
    try terminal.waitForPrompt()
    try terminal.type("echo \"三" + Key.enter)
    try terminal.wait(for: "...> ")
    #expect(try terminal.enter("四\"") == "三\n四\n")
  }

  @Test("Ctrl-C stops a long load within a second, and the session goes on")
  func cancelLoad() throws {
    try folder.makeManyReports(in: "many")
    let terminal = try ShellTerminal(in: folder)
    try terminal.type("load many" + Key.enter)
    try terminal.wait(for: "\u{1B}[?2004l")
    usleep(200_000)
    let start = ContinuousClock.now
    try terminal.type(Key.control("C"))
    try terminal.waitForPrompt()
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(try terminal.notices.contains("interrupted"))
    #expect(try !terminal.notices.contains("loaded"))
    #expect(try terminal.enter("echo still here") == "still here\n")
    try terminal.enter("load reports/lanxi-2021.txt")
    #expect(try terminal.enter("reports for 澜溪").contains("澜溪县人民政府"))
  }

  @Test("Ctrl-C stops a query in SQL, and the shell goes on")
  func interruptedQuery() throws {
    let terminal = try ShellTerminal(in: folder)
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
      """
    try terminal.type("sql " + endless + Key.enter)
    try terminal.wait(for: "\u{1B}[?2004l")
    usleep(200_000)
    let start = ContinuousClock.now
    try terminal.type(Key.control("C"))
    try terminal.waitForPrompt()
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(try terminal.notices.contains("interrupted"))
    #expect(try terminal.enter("sql SELECT 7 AS n") == "n\n-\n7\n")
  }

  @Test("Ctrl-D ends with 0 and leaves nothing on standard error but the greeting")
  func end() throws {
    let terminal = try ShellTerminal(in: folder)
    #expect(try terminal.end() == .exited(0))
    #expect(try terminal.notices.split(separator: "\n").count == 1)
  }

  @Test("`quit` ends")
  func quit() throws {
    let terminal = try ShellTerminal(in: folder)
    try terminal.type("退出" + Key.enter)
    try terminal.wait(for: "\u{1B}[?2004l")
    #expect(try terminal.end() == .exited(0))
  }

  @Test("The history of one run is found in the next")
  func history() throws {
    let first = try ShellTerminal(in: folder)
    try first.enter("echo 第一")
    try first.enter("echo 第二")
    _ = try first.end()
    let second = try ShellTerminal(in: folder)
    #expect(try second.enter(Key.up + Key.up) == "第一\n")
    #expect(try second.enter(Key.control("R") + "二") == "第二\n")
    // What the session lists is its own only.
    #expect(try second.enter("history") == "1  echo 第一\n2  echo 第二\n3  history\n")
  }

  @Test("After a wrong command the right one runs")
  func wrongThenRight() throws {
    let terminal = try ShellTerminal(in: folder)
    #expect(try terminal.enter("lod reports; echo never") == "")
    #expect(try terminal.notices.contains("there is no command “lod”; did you mean load?"))
    try terminal.enter(Self.load)
    #expect(try terminal.enter("compare penalty.decision by year") == "")
    #expect(try terminal.enter("compare penalty.decisions by year").hasPrefix("Year  Penalties"))
  }

  @Test(
    "A word that names nothing is told while one types on",
    arguments: [
      ("lod ", "load? there is no “lod”"),
      ("compare penalty.decision ", "penalty.decisions"),
      ("compare 行政处罚 for 云领 ", "云岭市人民政府? there is no “云领”"),
    ])
  func hints(keys: String, hint: String) throws {
    let terminal = try ShellTerminal(in: folder)
    try terminal.enter(Self.load)
    try terminal.type(keys)
    try terminal.wait(for: hint)
  }

  @Test("Nothing is told of a command that may come right, and colour stays off where asked")
  func noHints() throws {
    let terminal = try ShellTerminal(in: folder, variables: ["NO_COLOR": "1"])
    try terminal.enter(Self.load)
    for keys in ["compare", " penalty.decisions ", "by ", "year ", "for 云", "岭 ", "to "] {
      try terminal.type(keys)
    }
    try terminal.type(Key.control("U") + "x ")
    let seen = try terminal.wait(for: "there is no “x”")
    #expect(!seen.contains("\u{1B}[2m"))
    #expect(seen.split(separator: "  < ").count == 2)
  }

  @Test("A pasted block of commands is run as a whole when it is entered")
  func paste() throws {
    let terminal = try ShellTerminal(in: folder)
    #expect(try terminal.enter(Key.paste("echo 一\necho 二\n")) == "一\n二\n")
  }
}
