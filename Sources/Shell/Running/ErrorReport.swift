import Output

/// Puts an error together for people: one clear line, then the line of the source text with a
/// caret under the words meant, where there are any.
struct ErrorReport {
  let wording: Wording

  func lines(_ error: ShellError, in source: SourceText?) -> [String] {
    let words = wording.text(of: error)
    guard let source, let range = error.range else { return ["nianbao: \(words)"] }
    let (line, column) = source.position(of: range.lowerBound)
    let place = "\(source.path ?? wording.choose("命令", "command")):\(line):\(column)"
    let (text, start) = source.line(holding: range.lowerBound)
    let scalars = Array(text.unicodeScalars)
    let before = min(range.lowerBound - start, scalars.count)
    let marked = scalars[before..<max(before, min(range.upperBound - start, scalars.count))]
    let indent = DisplayWidth.width(of: visible(scalars[..<before]))
    let width = max(1, DisplayWidth.width(of: visible(marked)))
    return [
      "nianbao: \(place): \(words)", "  " + visible(scalars[...]),
      "  " + String(repeating: " ", count: indent) + String(repeating: "^", count: width),
    ]
  }

  /// Tabs and control characters as spaces: the caret must stand under its word.
  private func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(scalars: scalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
  }
}
