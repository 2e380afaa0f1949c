import Output

/// Puts an error together for people: one clear line, then the line of the source text with a
/// caret under the words meant, where there are any.
struct ErrorReport {
  /// Characters of the line shown before the words meant; twice as many from there on.
  private static let context = 80

  let wording: Wording

  func lines(_ error: ShellError, in outer: SourceText?) -> [String] {
    let source = error.source ?? outer
    if case .script(let errors) = error.kind {
      let told = errors.flatMap { lines($0, in: nil) }
      // What was given to a script stands where the script is run.
      let isOutside = errors.allSatisfy { $0.source?.path == source?.path }
      return isOutside ? told : told + trail(error, in: source)
    }
    var below: [String] = []
    if case .assertion(let failure) = error.kind {
      below = wording.lines(on: failure).map { "  " + HarmlessText.of($0) }
    }
    return marked(wording.text(of: error), error.range, in: source) + below
  }

  /// Where the script is run in which the mistakes above stand.
  private func trail(_ error: ShellError, in source: SourceText?) -> [String] {
    guard let source, let range = error.range else { return [] }
    return ["  " + wording.text(ofCaller: place(of: range, in: source))]
  }

  private func place(of range: SourceRange, in source: SourceText) -> String {
    let (line, column) = source.position(of: range.lowerBound)
    return "\(source.path ?? wording.choose("命令", "command")):\(line):\(column)"
  }

  private func marked(
    _ words: String, _ range: SourceRange?, in source: SourceText?
  ) -> [String] {
    guard let source, let range else { return ["nianbao: \(words)"] }
    let place = place(of: range, in: source)
    let (text, start) = source.line(holding: range.lowerBound)
    let scalars = Array(text.unicodeScalars)
    let from = min(range.lowerBound - start, scalars.count)
    let to = max(from, min(range.upperBound - start, scalars.count))
    // Of a very long line, what stands around the words meant.
    let shown = max(0, from - Self.context)..<min(scalars.count, from + 2 * Self.context)
    let indent = DisplayWidth.width(of: visible(scalars[shown.lowerBound..<from]))
    let marked = visible(scalars[from..<min(to, shown.upperBound)])
    return [
      "nianbao: \(place): \(words)", "  " + visible(scalars[shown]),
      "  " + String(repeating: " ", count: indent)
        + String(repeating: "^", count: max(1, DisplayWidth.width(of: marked))),
    ]
  }

  /// Tabs and control characters as spaces: the caret must stand under its word.
  private func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(scalars: scalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
  }
}
