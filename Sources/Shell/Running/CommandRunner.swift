import Forms

/// Runs a source text: understood as a whole first, then command by command, up to the first
/// error. The prompt, `-c`, scripts and pipes all go this way.
struct CommandRunner {
  /// How many mistakes of a script are told.
  private static let mostErrors = 50

  let session: Session
  /// Whether to go on after a command that failed; the run still ends with its exit code.
  var keepsGoing = false

  /// - Returns: whether every command was carried out.
  @discardableResult
  func run(_ source: SourceText) -> Bool {
    let commands: [ParsedCommand]
    do {
      commands = try parser.commands(of: source)
    } catch {
      report(error, in: source)
      return false
    }
    var succeeded = true
    for parsed in commands where !session.hasEnded {
      session.remember(command: parsed.text)
      let began = ContinuousClock.now
      let error = carryOut(parsed, of: source)
      // Behind what is recorded: no two runs take the same time.
      if session.settings.timer { session.notice(.took(ContinuousClock.now - began)) }
      guard let error else { continue }
      succeeded = false
      if !keepsGoing || error.exitStatus == .interrupted { break }
    }
    return succeeded
  }

  /// Runs a command and tells of its error; writes it to the record where there is one.
  private func carryOut(_ parsed: ParsedCommand, of source: SourceText) -> ShellError? {
    var failure: ShellError?
    let run = {
      do throws(ShellError) {
        try Interruption.check()
        try parsed.command.run(in: session)
        session.rememberAsCarriedOut(parsed.text)
      } catch {
        report(error.at(parsed.range), in: source)
        failure = error
      }
    }
    guard let recorder = session.recorder, recorder.isOpen, !(parsed.command is RecordCommand)
    else {
      run()
      return failure
    }
    do {
      try recorder.record(parsed.text, run)
    } catch {
      report(error, in: source)
      failure = failure ?? error
    }
    return failure
  }

  private var parser: CommandParser {
    CommandParser(
      catalog: session.catalog, rules: KnownRules(own: session.ruleBook.ownIDs),
      attributes: KnownAttributes(own: session.ownAttributeNames),
      results: Set(session.results.names))
  }

  /// Says what is wrong with a text without running anything.
  func dryRun(_ source: SourceText) {
    let errors = parser.errors(in: source, atMost: Self.mostErrors)
    for error in errors { report(error, in: source) }
    if errors.count == Self.mostErrors { session.notice(.moreErrors) }
    if errors.isEmpty {
      let count = (try? parser.commands(of: source).count) ?? 0
      session.notice(.commandsUnderstood(count))
    }
  }

  private func report(_ error: ShellError, in source: SourceText) {
    session.note(error.exitStatus)
    for line in ErrorReport(wording: session.wording).lines(error, in: source) {
      session.console.notice(line)
    }
  }
}
