import Output

/// Where results and everything else go.
public struct Console {
  /// Standard output: results only.
  let results: any ByteSink
  /// Standard error: errors, notices, progress.
  let notices: any ByteSink
  /// Where progress is shown; nowhere unless standard error is a terminal.
  let progress: ProgressTerminal?

  init(results: any ByteSink, notices: any ByteSink, progress: ProgressTerminal? = nil) {
    self.results = results
    self.notices = notices
    self.progress = progress
  }

  /// The program's own standard output and error.
  public static func standard() -> Console {
    Console(
      results: FileDescriptorSink(descriptor: 1), notices: FileDescriptorSink(descriptor: 2),
      progress: ProgressTerminal(descriptor: 2))
  }

  /// Writes a line of notice. A notice that cannot be written is lost: there is nobody to tell.
  public func notice(_ line: String) {
    // File names and labels of pages stand in notices: none of them may steer the terminal.
    try? notices.write(Array((HarmlessText.of(line) + "\n").utf8))
  }
}
