/// A script that holds the output it expects: behind a command, lines that begin with `#=>`, one
/// for each line that the command prints. To any other run they are comments.
struct GoldenScript {
  /// A command with what is expected of it.
  struct Step: Sendable {
    let command: ParsedCommand
    /// The lines expected; `nil` where nothing is said of its output.
    let expected: [String]?
    /// The line that the command ends in, from 1.
    let lastLine: Int
  }

  private static let mark = "#=>"

  let source: SourceText
  let steps: [Step]
  private let lines: [Substring]

  /// - Throws: the first mistake of the script.
  init(_ source: SourceText, parser: CommandParser) throws(ShellError) {
    self.source = source
    let text = String(scalars: source.scalars)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.lines = lines
    let commands = try parser.commands(of: source)
    let places = commands.map { command in
      (
        first: source.position(of: command.range.lowerBound).line,
        last: source.position(of: max(command.range.lowerBound, command.range.upperBound - 1)).line
      )
    }
    steps = commands.indices.map { index in
      let end = index + 1 < places.count ? places[index + 1].first - 1 : lines.count
      let block = lines[min(places[index].last, end)..<end].compactMap(Self.expectation)
      return Step(
        command: commands[index], expected: block.isEmpty ? nil : block,
        lastLine: places[index].last)
    }
  }

  /// Whether any output is expected.
  var hasExpectations: Bool { steps.contains { $0.expected != nil } }

  /// What a line expects; `nil` for any other line.
  private static func expectation(_ line: Substring) -> String? {
    guard line.hasPrefix(mark) else { return nil }
    let rest = line.dropFirst(mark.count)
    return withoutTrailingSpace(rest.hasPrefix(" ") ? rest.dropFirst() : rest)
  }

  /// The lines of an output as they are expected: editors drop spaces at line ends.
  static func lines(of output: [UInt8]) -> [String] {
    var lines = String(decoding: output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(withoutTrailingSpace)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func withoutTrailingSpace(_ line: Substring) -> String {
    var line = line
    while let last = line.unicodeScalars.last, last == " " || last == "\t" || last == "\r" {
      line.unicodeScalars.removeLast()
    }
    return String(line)
  }

  /// The script with other expectations.
  ///
  /// - Parameter outputs: for each step, the lines to expect of it; `nil` for none.
  func text(expecting outputs: [[String]?]) -> String {
    var blocks: [Int: [String]] = [:]
    for (step, output) in zip(steps, outputs) {
      guard let output else { continue }
      blocks[step.lastLine] = output.map { $0.isEmpty ? Self.mark : Self.mark + " " + $0 }
    }
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      if Self.expectation(line) == nil { result.append(String(line)) }
      result += blocks[index + 1] ?? []
    }
    return result.joined(separator: "\n")
  }
}
