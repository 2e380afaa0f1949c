/// A script that a command runs, read and understood with the text that the command stands in.
struct Script: Sendable {
  let source: SourceText
  let commands: [ParsedCommand]
  /// As the system takes it.
  let path: String
  /// As the command names it.
  let shown: String
  /// Where its paths begin.
  let folder: String
  /// The same as seen from the script that runs it.
  let way: String
  /// What is known when it has ended.
  let names: KnownNames

  /// - Parameters:
  ///   - file: its path, as the command names it.
  ///   - given: the values of its parameters.
  ///   - outer: what is known where the command stands.
  ///   - text: the text that the command stands in.
  init(
    file: Token, given: GivenParameters, among outer: KnownNames, in text: SourceText
  ) throws(ShellError) {
    shown = file.text
    path = outer.scope.paths.resolve(file.text)
    way = RelativePath.folder(of: file.text)
    folder = RelativePath.folder(of: path)
    let shownInErrors = RelativePath.joined(
      RelativePath.folder(of: text.path ?? ""), file.text)
    let scope: ScriptScope
    do throws(ShellError) {
      guard outer.scriptCount < ScriptScope.mostScripts else { throw ShellError(.scriptsTooDeep) }
      scope = try outer.scope.entering(path: path, folder: folder, shown: shownInErrors)
      source = SourceText(
        try TextFile.read(path: path, shown: file.text), path: shownInErrors)
    } catch {
      throw error.at(file.range)
    }
    var given = given
    given.way = RelativePath.back(from: folder, to: outer.scope.paths.baseFolder)
    var inner = outer.forScript(in: scope, given: given)
    inner.scriptCount = outer.scriptCount + 1
    let reading = CommandParser(names: inner)
      .read(source, atMost: outer.scope.mostMistakes)
    guard reading.errors.isEmpty else {
      throw ShellError(
        .script(reading.errors.map { [source] in $0.within(source) }), at: file.range)
    }
    try given.check(declared: reading.names.parameters)
    commands = reading.commands
    names = reading.names
  }

  /// The scripts that it runs, and those that they run.
  var nested: [Script] { commands.flatMap(\.scripts) }
}

extension ParsedCommand {
  /// The script that the command runs, and those that it runs in turn.
  var scripts: [Script] {
    guard let run = command as? RunCommand else { return [] }
    return [run.script] + run.script.nested
  }
}

extension ScriptScope {
  /// The place of a script that a command at this place runs.
  func entering(
    path: String, folder: String, shown: String
  ) throws(ShellError) -> ScriptScope {
    try Interruption.check()
    guard chain.count < Self.deepest else { throw ShellError(.scriptsTooDeep) }
    var scope = self
    if let file = FileIdentity(path) {
      if let first = chain.firstIndex(where: { $0.file == file }) {
        throw ShellError(.scriptCycle(chain[first...].map(\.shown) + [shown]))
      }
      scope.chain.append(Link(file: file, shown: shown))
    }
    scope.paths = PathExpansion(baseFolder: folder, replacements: paths.replacements)
    scope.isNested = true
    return scope
  }
}
