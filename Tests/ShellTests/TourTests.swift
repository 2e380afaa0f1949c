import Foundation
import Output
import ReportModel
import Testing

@testable import Shell

/// `docs/tour.md` shows a session; what it shows is what comes out.
@Suite("The tour")
struct TourTests {
  private static let file = Checkout.root.appending(path: "docs/tour.md")
  private static let fence = "```console"

  @Test("Every command of the tour gives what stands below it, at 80 columns")
  func transcript() throws {
    let text = try Checkout.text("docs/tour.md")
    let folder = try ScratchFolder.likeExamples()
    let screen = PieceSink()
    let session = try Session(
      language: .english, console: Console(results: screen, notices: screen))
    session.baseFolder = folder.path
    session.settings.today = CalendarDate("2026-01-31")
    var replayed: [String] = []
    var isInside = false
    var tables: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if isInside, line.hasPrefix("```") { isInside = false }
      if isInside {
        guard line.hasPrefix(ShellTerminal.prompt) else { continue }
        replayed.append(line)
        CommandRunner(session: session).run(
          SourceText(String(line.dropFirst(ShellTerminal.prompt.count))))
        // Paths of this machine are no part of the tour.
        let pieces = screen.take()
        tables += pieces.compactMap(PrintedTable.init).map(\.text)
        let shown = pieces.joined().replacing(folder.path + "/", with: "")
        replayed += shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init)
      } else {
        replayed.append(line)
        if line == Self.fence { isInside = true }
      }
    }
    try ExpectedFile.compare(Array(replayed.joined(separator: "\n").utf8), with: Self.file)
    let commands = replayed.filter { $0.hasPrefix(ShellTerminal.prompt) }
    #expect(commands.count > 20)
    let wide = tables.flatMap { $0.split(separator: "\n") }.filter {
      DisplayWidth.width(of: String($0)) > 80
    }
    #expect(wide == [])
  }
}
