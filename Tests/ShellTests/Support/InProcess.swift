import ReportModel

@testable import Shell

/// A session in this process, to which texts of commands are given one after the other. They go the
/// way that every text goes; only the streams are in memory.
final class InProcess {
  /// What one text came to.
  struct Outcome {
    /// What went to standard output, one piece for each write: a table is one write.
    let pieces: [String]
    let notices: String

    var output: String { pieces.joined() }
  }

  let session: Session
  /// Kept: the folder goes when nobody holds it.
  private let folder: ScratchFolder
  private let results = PieceSink()
  private let notices = PieceSink()

  /// - Parameters:
  ///   - folder: where relative paths start.
  init(in folder: ScratchFolder, language: Language = .english) throws {
    session = try Session(language: language, console: Console(results: results, notices: notices))
    self.folder = folder
    session.baseFolder = folder.path
  }

  /// The exit code that the session would end with now.
  var status: ExitStatus { session.status }

  @discardableResult
  func run(_ text: String) -> Outcome {
    CommandRunner(session: session).run(SourceText(text))
    return Outcome(pieces: results.take(), notices: notices.take().joined())
  }

  /// The names of each command, English and Chinese.
  static var commandNames: [[String]] { CommandTable.all.map { $0.manual.names } }
}

/// Keeps what is written, each write apart.
final class PieceSink: ByteSink {
  private var pieces: [String] = []

  func write(_ bytes: [UInt8]) throws(SinkError) {
    pieces.append(String(decoding: bytes, as: UTF8.self))
  }

  /// What was written since the last call.
  func take() -> [String] {
    defer { pieces = [] }
    return pieces
  }
}
