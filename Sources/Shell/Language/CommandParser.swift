import Forms

/// A command that was understood, with its place in the source text.
struct ParsedCommand: Sendable {
  let command: any Command
  let range: SourceRange
  /// The command's words as they were written.
  let text: String
}

/// Turns a source text into commands. A text is understood as a whole or not at all.
struct CommandParser {
  let catalog: FormCatalog
  /// The rules that are there before the text begins.
  var rules = KnownRules()
  /// The attributes that are there before the text begins.
  var attributes = KnownAttributes()
  /// The results that have a name before the text begins.
  var results: Set<String> = []

  /// All commands of a text.
  func commands(of source: SourceText) throws(ShellError) -> [ParsedCommand] {
    var parsed: [ParsedCommand] = []
    for result in try results(of: source) { parsed.append(try result.get()) }
    return parsed
  }

  /// The mistakes of a text, one for each command that cannot be understood, up to a number.
  func errors(in source: SourceText, atMost limit: Int) -> [ShellError] {
    do {
      return try results(of: source, mistakes: limit).compactMap { result in
        if case .failure(let error) = result { error } else { nil }
      }
    } catch {
      return [error]
    }
  }

  private func results(
    of source: SourceText, mistakes limit: Int = 1
  ) throws(ShellError) -> [Result<ParsedCommand, ShellError>] {
    var lexer = Lexer(source)
    let tokens = try lexer.tokens()
    var results: [Result<ParsedCommand, ShellError>] = []
    var mistakes = 0
    var names = KnownNames(
      catalog: catalog, rules: rules, attributes: attributes, results: self.results)
    var start = tokens.startIndex
    while let end = tokens[start...].firstIndex(where: { $0.kind == .end }) {
      if start < end {
        let slice = tokens[start..<end]
        results.append(
          Result { () throws(ShellError) -> ParsedCommand in
            try command(slice, in: source, names: names)
          })
        if case .success(let parsed) = results.last { names.learn(from: parsed.command) }
      }
      start = end + 1
      if case .failure = results.last {
        mistakes += 1
        if mistakes == limit { break }
      }
    }
    return results
  }

  private func command(
    _ tokens: ArraySlice<Token>, in source: SourceText, names: KnownNames
  ) throws(ShellError) -> ParsedCommand {
    let name = tokens[tokens.startIndex]
    guard name.kind == .word, let type = names.command(named: name.text) else {
      throw ShellError(
        .unknownCommand(
          name.text,
          nearest: NearestNames.of(
            name.text, among: CommandTable.allNames + names.results.sorted())),
        at: name.range)
    }
    var arguments = ArgumentReader(tokens.dropFirst(), after: name, in: source, names: names)
    let command = try type.init(reading: &arguments)
    try arguments.finish()
    let range = name.range.lowerBound..<(tokens.last?.range.upperBound ?? name.range.upperBound)
    return ParsedCommand(command: command, range: range, text: source.text(range))
  }
}
