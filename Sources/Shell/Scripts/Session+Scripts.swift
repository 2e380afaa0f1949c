/// What scripts that run each other need of a session.
extension Session {
  /// What a script has of its own, kept while it runs another one.
  struct Outer {
    let names: ResultNames
    let parameterTexts: [String: String]
    let baseFolder: String
    let folderOfFiles: String
  }

  /// Begins a script: its names are its own, and its paths start at its folder.
  ///
  /// - Returns: what `leave` needs.
  func enter(_ script: Script) -> Outer {
    let outer = Outer(
      names: results, parameterTexts: parameterTexts, baseFolder: baseFolder,
      folderOfFiles: files.folder)
    results.forgetNames()
    parameterTexts = [:]
    baseFolder = script.folder
    files.folder = RelativePath.joined(files.folder, script.way)
    return outer
  }

  /// Goes back to the script that ran another one; the last result is the other one's.
  func leave(to outer: Outer) {
    let last = results.last
    results = outer.names
    results.last = last
    parameterTexts = outer.parameterTexts
    baseFolder = outer.baseFolder
    files.folder = outer.folderOfFiles
    hasEnded = false
  }

  /// Understands texts with what the session knows.
  var parser: CommandParser {
    var names = KnownNames(indicators: indicators)
    names.rules = KnownRules(own: ruleBook.ownIDs)
    names.attributes = KnownAttributes(own: ownAttributeNames)
    names.results = Set(results.names)
    names.variables = results.values
    names.given = given
    names.scope.paths = pathExpansion
    names.scope.chain = scripts
    return CommandParser(names: names)
  }

  /// Says what went wrong, on standard error, and lets the run end accordingly.
  ///
  /// - Parameter source: the text in which places of the error stand that name no text of their own.
  func tell(_ error: ShellError, in source: SourceText?) {
    note(error.exitStatus)
    for line in ErrorReport(wording: wording).lines(error, in: source) { console.notice(line) }
  }
}
