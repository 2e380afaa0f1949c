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
      try takeFile(from: &arguments)
      return true
    }
    return false
  }

  /// `FILE [as FORMAT]`, behind `export`.
  init(requiredFrom arguments: inout ArgumentReader) throws(ShellError) {
    try takeFile(from: &arguments)
  }

  init() {}

  /// A file name that ends like another program's format is refused unless the format is named: CSV
  /// in a file called `.xlsx` would open nowhere.
  private mutating func takeFile(from arguments: inout ArgumentReader) throws(ShellError) {
    let name = try arguments.takeText(.file)
    file = name
    if arguments.take(.as) {
      format = try Self.format(from: &arguments)
    } else if OutputFormats.name(forFile: name.text) == nil, let end = Self.fileEnd(name.text) {
      throw ShellError(.unknownFileEnd(end, known: OutputFormats.fileNameEnds), at: name.range)
    }
  }

  /// The letters behind the last point of the file's own name.
  private static func fileEnd(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
    return String(name[point...])
  }

  private static func format(from arguments: inout ArgumentReader) throws(ShellError) -> Token {
    let token = try arguments.takeText(.format)
    guard OutputFormats.names.contains(token.text.lowercased()) else {
      throw ShellError(
        .unknownName(
          .format, token.text, nearest: NearestNames.among(OutputFormats.names, token.text)),
        at: token.range)
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
