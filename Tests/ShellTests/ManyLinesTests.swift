import Foundation
import TerminalTesting
import Testing

/// The prompt with much to do: long pastes, two shells at once, long checks, a pager.
@Suite("The prompt under load")
struct ManyLinesTests {
  typealias Key = TerminalKey

  @Test("A pasted script of 200 lines with tabs runs as a whole, once, when it is entered")
  func longPaste() throws {
    let folder = try ScratchFolder.likeExamples()
    let terminal = try ShellTerminal(in: folder)
    let lines = (1...200).map { "echo\t行\t\($0)\t# 第 \($0) 行" }
    let output = try terminal.enter(Key.paste(lines.joined(separator: "\n") + "\n"))
    #expect(output == (1...200).map { "行 \($0)\n" }.joined())
    // It is one entry of the history, and comes back whole.
    #expect(try terminal.enter(Key.up) == output)
  }

  @Test("Two shells that are used at once write 1,000 lines each, and none is lost")
  func twoShells() throws {
    let folder = try ScratchFolder.likeExamples()
    let shells = [try ShellTerminal(in: folder), try ShellTerminal(in: folder)]
    for line in 0..<1_000 {
      for (number, shell) in shells.enumerated() {
        try shell.type("echo \(number) 第 \(line) 行" + Key.enter)
      }
      for shell in shells {
        try shell.wait(for: "\u{1B}[?2004l")
        try shell.waitForPrompt()
      }
    }
    for shell in shells { #expect(try shell.end() == .exited(0)) }
    let history = try folder.text("state/nianbao/history").split(separator: "\n").map(String.init)
    #expect(history.count == 2_000)
    for number in 0..<2 {
      #expect(
        history.filter { $0.hasPrefix("echo \(number) ") }
          == (0..<1_000).map { "echo \(number) 第 \($0) 行" })
    }
  }

  @Test("Ctrl-C stops a long check at once; the session and its reports go on")
  func longCheck() throws {
    let folder = try ScratchFolder.likeExamples()
    var table = "body,year,form,requests.new[firm],outcome.total[firm]\n"
    for body in 0..<300 {
      for year in 2021...2023 { table += "甲\(body)县人民政府,\(year),gid-2021,\(body),\(year)\n" }
    }
    try folder.write(table, to: "many.csv")
    let terminal = try ShellTerminal(in: folder)
    try terminal.type("load many.csv" + Key.enter)
    try terminal.wait(for: "\u{1B}[?2004l")
    try terminal.waitForPrompt(patience: .seconds(240))
    try terminal.type("check all" + Key.enter)
    try terminal.wait(for: "\u{1B}[?2004l")
    usleep(100_000)
    let start = ContinuousClock.now
    try terminal.type(Key.control("C"))
    try terminal.waitForPrompt()
    // Tests run code that is not optimised, and share the machine.
    #expect(ContinuousClock.now - start < .seconds(3))
    #expect(try terminal.notices.contains("interrupted"))
    #expect(try terminal.enter("sql SELECT count(*) AS n FROM reports").hasSuffix("900\n"))
  }

  @Test("At 80 columns, in the C locale and on a dumb terminal, commands give what they give")
  func surroundings() throws {
    for variables in [["LC_ALL": "C"], ["TERM": "dumb"], ["LC_ALL": "C", "TERM": "dumb"]] {
      let folder = try ScratchFolder.likeExamples()
      let terminal = try ShellTerminal(in: folder, columns: 80, variables: variables)
      try terminal.type("echo 行政罚" + Key.left + "处" + Key.enter)
      try terminal.wait(for: "行政处罚\r\n")
      try terminal.waitForPrompt()
      #expect(try terminal.end() == .exited(0))
    }
  }

  @Test("A result longer than the screen goes through $PAGER, a shorter one does not")
  func pager() throws {
    let folder = try ScratchFolder.likeExamples()
    let variables = ["PAGER": "/bin/sed 's/^/> /'"]
    let terminal = try ShellTerminal(in: folder, variables: variables)
    #expect(try terminal.enter("echo short") == "short\n")
    let long = try terminal.enter("indicators").split(separator: "\n")
    #expect(long.count > 50)
    #expect(long.allSatisfy { $0.hasPrefix(">") })
    #expect(try terminal.enter("echo short") == "short\n")
  }
}
