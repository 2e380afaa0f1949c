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
  /// What came of reading a text.
  struct Reading {
    var commands: [ParsedCommand] = []
    /// The mistakes, one for each command that cannot be understood, up to a number.
    var errors: [ShellError] = []
    /// Whether the text was read to its end.
    var isWhole = false
    /// What is known behind the last command.
    var names: KnownNames
  }

  /// What is known before the text begins.
  let names: KnownNames

  /// All commands of a text.
  func commands(of source: SourceText) throws(ShellError) -> [ParsedCommand] {
    let reading = read(source)
    if let error = reading.errors.first { throw error }
    return reading.commands
  }

  /// - Parameter limit: behind so many mistakes nothing is read.
  func read(_ source: SourceText, atMost limit: Int = 1) -> Reading {
    var reading = Reading(names: names)
    reading.names.scope.mostMistakes = limit
    var lexer = Lexer(source)
    let tokens: [Token]
    do {
      tokens = try lexer.tokens()
    } catch {
      reading.errors.append(error)
      return reading
    }
    for slice in tokens.split(whereSeparator: { $0.kind == .end }) {
      do {
        let parsed = try command(slice, in: source, names: reading.names)
        reading.names.learn(from: parsed.command)
        reading.commands.append(parsed)
      } catch {
        if let name = ParamCommand.name(in: slice) {
          reading.names.parameters.append(name)
          reading.names.unset.insert(name)
        }
        if case .followsFromMistake = error.kind { continue }
        reading.errors.append(error)
        if reading.errors.count == limit { return reading }
      }
    }
    reading.isWhole = true
    return reading
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
    let filling = VariableFilling(values: names.variables, unset: names.unset)
    var arguments = ArgumentReader(
      try filling.filled(tokens.dropFirst()), after: name, in: source, names: names)
    let command = try type.init(reading: &arguments)
    try arguments.finish()
    let range = name.range.lowerBound..<(tokens.last?.range.upperBound ?? name.range.upperBound)
    return ParsedCommand(command: command, range: range, text: source.text(range))
  }
}
