/// A text of commands with a name to call it by: a script, the words after `-c`, a line at the
/// prompt.
struct SourceText: Sendable {
  /// The file's path as given, or `nil` for text that stands in no file.
  let path: String?
  /// Unicode scalars: positions count them.
  let scalars: [Unicode.Scalar]

  init(_ text: String, path: String? = nil) {
    self.path = path
    scalars = Array(text.unicodeScalars)
  }

  /// The line and column, both from 1, of a scalar's offset.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    for index in 0..<min(offset, scalars.count) where scalars[index] == "\n" {
      line += 1
      start = index + 1
    }
    return (line, offset - start + 1)
  }

  /// The text of the line that holds an offset, without its line end.
  func line(holding offset: Int) -> (text: String, start: Int) {
    let bounded = min(offset, scalars.count)
    let start = (scalars[..<bounded].lastIndex(of: "\n") ?? -1) + 1
    let end = scalars[bounded...].firstIndex(of: "\n") ?? scalars.count
    return (String(scalars: scalars[start..<end]), start)
  }

  func text(_ range: SourceRange) -> String {
    String(scalars: scalars[range.lowerBound..<range.upperBound])
  }
}

/// A range of scalar offsets in a source text.
typealias SourceRange = Range<Int>

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
