/// The values that parameters get from outside: from the command line, or from the script that runs
/// this one.
struct GivenParameters: Sendable {
  struct Value: Sendable {
    let words: [Token]
    /// Where the words stand; `nil` for the command line.
    let source: SourceText?
    /// Where the name stands in it.
    var place: SourceRange?
  }

  private(set) var values: [String: Value] = [:]
  /// The way from the folder of the script to that in which paths given to it begin; empty where
  /// they are the same.
  var way = ""

  init() {}

  /// From the command line: `NAME=VALUE` each.
  init(_ assignments: [String]) throws(ShellError) {
    for assignment in assignments {
      guard let sign = assignment.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
        throw ShellError(.noAssignment(assignment))
      }
      let name = String(assignment[..<sign].filter { !$0.isWhitespace })
      try add(name, text: String(assignment[assignment.index(after: sign)...]))
    }
  }

  /// From a record.
  init(_ texts: [String: String]) {
    for (name, text) in texts { try? add(name, text: text) }
  }

  private mutating func add(_ name: String, text: String) throws(ShellError) {
    guard values[name] == nil else { throw ShellError(.parameterTwice(name)) }
    values[name] = Value(
      words: [Token(kind: .quoted, text: text, range: 0..<0)], source: nil)
  }

  mutating func add(_ name: Token, _ words: [Token], in source: SourceText) throws(ShellError) {
    guard values[name.text] == nil else {
      throw ShellError(.parameterTwice(name.text), at: name.range)
    }
    values[name.text] = Value(words: words, source: source, place: name.range)
  }

  /// A value as a parameter of a type takes it: a list of years comes apart, and a path begins where
  /// those of the script begin.
  func words(for name: String, _ type: ParameterType) -> Value? {
    guard let value = values[name] else { return nil }
    switch type {
    case .years where value.source == nil:
      let words = value.words[0].text.split { ",，、".contains($0) || $0.isWhitespace }
      return words.isEmpty
        ? value
        : Value(
          words: words.map { Token(kind: .quoted, text: String($0), range: 0..<0) }, source: nil)
    case .file:
      return Value(
        words: value.words.map { word in
          Token(
            kind: .quoted, text: RelativePath.joined(way, word.text), range: word.range)
        }, source: value.source)
    default:
      return value
    }
  }

  /// The names, sorted.
  var names: [String] { values.keys.sorted() }

  /// Refuses values for parameters that a script does not have.
  func check(declared: [String]) throws(ShellError) {
    for name in names where !declared.contains(name) {
      throw ShellError(
        .unknownName(
          .parameter, name,
          nearest: NearestNames.among(Array(declared.prefix(6)), name)),
        at: values[name]?.place)
    }
  }
}
