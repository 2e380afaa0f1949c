import Glibc
import Synchronization
import TerminalTesting
import Testing

@testable import Shell

@Suite("The progress line")
struct ProgressLineTests {
  /// A clock that the test sets, and what was drawn.
  private final class Screen: Sendable {
    private let state = Mutex((now: Duration.zero, drawn: [String]()))

    func line(total: Int, columns: Int = 80) -> ProgressLine {
      ProgressLine(
        total: total, columns: { columns }, elapsed: { self.state.withLock { $0.now } },
        write: { bytes in
          self.state.withLock { $0.drawn.append(String(decoding: bytes, as: UTF8.self)) }
        },
        text: { Wording(language: .english).text(of: $0) })
    }

    func at(_ milliseconds: Int) { state.withLock { $0.now = .milliseconds(milliseconds) } }

    func take() -> [String] {
      state.withLock { state in
        defer { state.drawn = [] }
        return state.drawn
      }
    }
  }

  private let screen = Screen()

  @Test("Short work shows nothing, and nothing is erased")
  func short() {
    let line = screen.line(total: 10)
    for step in 1...10 {
      screen.at(step * 190)
      line.advance()
    }
    line.end()
    #expect(screen.take() == [])
  }

  @Test("Long work shows its rate and the time left, at most ten times a second")
  func long() {
    let line = screen.line(total: 1_000)
    for step in 1...100 {
      screen.at(step * 20)
      line.advance()
    }
    let drawn = screen.take()
    #expect(
      drawn.first == "\rreading [........................] 25 of 1000, 50/s, 20 s left\u{1B}[K")
    #expect(
      drawn.last == "\rreading [##......................] 100 of 1000, 50/s, 18 s left\u{1B}[K")
    #expect(drawn.count == 16)
    line.erase()
    line.erase()
    #expect(screen.take() == ["\r\u{1B}[K"])
    screen.at(2_200)
    line.advance()
    #expect(screen.take().count == 1)
    line.end()
    screen.at(9_000)
    line.advance()
    #expect(screen.take() == ["\r\u{1B}[K"])
  }

  @Test("Slow work shows once it has taken two seconds, whatever the rest takes")
  func slow() {
    let line = screen.line(total: 2)
    screen.at(2_100)
    line.advance()
    #expect(screen.take().count == 1)
  }

  @Test("The line is never as wide as the terminal", arguments: [1, 10, 40])
  func narrow(columns: Int) {
    let line = screen.line(total: 1_000, columns: columns)
    screen.at(1_000)
    line.advance()
    let drawn = screen.take().joined().dropFirst().dropLast(3)
    #expect(drawn.count < max(2, columns))
  }

  @Test(
    "The time left is told in two units, rounded up",
    arguments: [
      (1_000, "9 s left"), (10_000, "1 min 39 s left"), (1_000_000, "2 h 46 min left"),
    ])
  func timeLeft(total: Int, words: String) {
    let progress = Progress(done: 100, total: total, elapsed: .seconds(1))
    let text = Wording(language: .english).text(of: progress)
    #expect(text.hasSuffix(", 100/s, " + words), "\(text)")
  }
}

/// The line as a terminal shows it.
@Suite("Progress on a terminal")
struct ProgressTerminalTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder.likeExamples()
    try folder.makeManyReports(in: "many")
  }

  private func terminal(_ commands: String, term: String = "xterm") throws -> PseudoTerminal {
    try PseudoTerminal(
      program: "/bin/sh",
      arguments: ["-c", "cd '\(folder.path)' && exec '\(BuiltNianbao.path)' -c '\(commands)'"],
      environment: ["HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": term])
  }

  @Test("Ctrl-C takes the line away, keeps whole batches and ends with 130 at once")
  func cancel() throws {
    let terminal = try terminal("open kept.nianbao; load reports; load many")
    // The first load may be slow enough to show a line of its own.
    try terminal.wait(for: " of 6000")
    usleep(300_000)
    let start = ContinuousClock.now
    try terminal.send(TerminalKey.control("C"))
    let shown = try terminal.wait(for: "interrupted")
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(try terminal.ending() == .exited(130))
    let last = shown.split(separator: "\r\u{1B}[K").last ?? ""
    #expect(!last.contains("reading ["), "\(shown.debugDescription)")
    // Whatever came of the second load, every report in the store is whole.
    let kept = try BuiltNianbao.run(["-c", "open kept.nianbao; reports to out/r.csv"], in: folder)
    #expect(kept.status == 0)
    let cells = CSVText(try folder.text("out/r.csv")).columns(["reported", "unread"])
      .map { $0.compactMap { Int($0) }.reduce(0, +) }
    #expect(cells.count >= 19)
    #expect(cells.allSatisfy { $0 >= 186 }, "\(cells)")
  }

  @Test("A terminal that cannot clear a line, a file and a pipe get none")
  func plain() throws {
    let terminal = try terminal("load many/page-1??.txt", term: "dumb")
    _ = try terminal.ending()
    let shown = terminal.output(within: .milliseconds(200))
    #expect(shown.contains("loaded 1 report"))
    #expect(!shown.contains("reading [") && !shown.contains("\u{1B}"))
    let piped = try BuiltNianbao.run(["-c", "load many/page-1??.txt"], in: folder)
    #expect(!piped.notices.contains("reading [") && !piped.notices.contains("\u{1B}"))
  }
}
