import Output

/// `to FILE [as FORMAT]`: where a result goes instead of the screen.
struct DestinationClause: Sendable {
  private(set) var file: Token?
  private var format: Token?

  /// Takes `to FILE` or, behind it, `as FORMAT` if it comes next.
  mutating func take(from arguments: inout ArgumentReader) throws(ShellError) -> Bool {
    let start = arguments.nextRange
    if arguments.take(.to) {
      guard file == nil else { throw ShellError(.twice(.to), at: start) }
      file = try arguments.takeText(.file)
      if arguments.take(.as) { format = try Self.format(from: &arguments) }
      return true
    }
    return false
  }

  /// `FILE [as FORMAT]`, behind `export`.
  init(requiredFrom arguments: inout ArgumentReader) throws(ShellError) {
    file = try arguments.takeText(.file)
    if arguments.take(.as) { format = try Self.format(from: &arguments) }
  }

  init() {}

  private static func format(from arguments: inout ArgumentReader) throws(ShellError) -> Token {
    let token = try arguments.takeText(.format)
    guard OutputFormats.names.contains(token.text.lowercased()) else {
      throw ShellError(
        .unknownName(.format, token.text, nearest: OutputFormats.names), at: token.range)
    }
    return token
  }

  /// The name of the format to write in: the named one, else the one that the file name shows,
  /// else CSV.
  var formatName: String {
    if let format { return format.text.lowercased() }
    return file.flatMap { OutputFormats.name(forFile: $0.text) } ?? "csv"
  }
}
