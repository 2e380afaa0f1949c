import ReportModel

@testable import Shell

/// Runs commands in this process, the way that every text of commands goes.
enum InProcess {
  /// What came of it.
  struct Outcome {
    /// What went to standard output, one piece for each write: a table is one write.
    let pieces: [String]
    let notices: String
    let status: ExitStatus
    let session: Session

    var output: String { pieces.joined() }
  }

  /// - Parameters:
  ///   - folder: where relative paths start.
  ///   - commands: texts that are run one after the other in one session.
  static func run(
    _ commands: [String], in folder: ScratchFolder, language: Language = .english
  ) throws -> Outcome {
    let results = PieceSink()
    let notices = MemorySink()
    let session = try Session(
      language: language, console: Console(results: results, notices: notices))
    session.baseFolder = folder.path
    for text in commands { CommandRunner(session: session).run(SourceText(text)) }
    return Outcome(
      pieces: results.pieces, notices: notices.text, status: session.status, session: session)
  }

  static func run(
    _ commands: String, in folder: ScratchFolder, language: Language = .english
  ) throws -> Outcome {
    try run([commands], in: folder, language: language)
  }
}

/// Keeps what is written, each write apart.
final class PieceSink: ByteSink {
  private(set) var pieces: [String] = []

  func write(_ bytes: [UInt8]) throws(SinkError) {
    pieces.append(String(decoding: bytes, as: UTF8.self))
  }
}

extension InProcess {
  /// The names of each command, English and Chinese.
  static var commandNames: [[String]] { CommandTable.all.map { $0.manual.names } }
}
