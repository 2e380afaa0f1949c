import Forms

/// Runs a source text: understood as a whole first, then command by command, up to the first
/// error. The prompt, `-c`, scripts and pipes all go this way.
struct CommandRunner {
  /// How many mistakes of a script are told.
  private static let mostErrors = 50

  let session: Session

  /// - Returns: whether every command was carried out.
  @discardableResult
  func run(_ source: SourceText) -> Bool {
    let reading = session.parser.read(source)
    if let error = reading.errors.first {
      session.tell(error, in: source)
      return false
    }
    return run(reading.commands, of: source)
  }

  /// Understands a whole text whose parameters get their values from outside.
  ///
  /// - Returns: `nil` where that cannot be done, which is told.
  func read(_ source: SourceText) -> [ParsedCommand]? {
    let reading = session.parser.read(source)
    guard let error = mistakes(of: reading).first else { return reading.commands }
    session.tell(error, in: source)
    return nil
  }

  /// Carries out commands that were understood.
  @discardableResult
  func run(_ commands: [ParsedCommand], of source: SourceText) -> Bool {
    for script in commands.flatMap(\.scripts) { session.protect(script.path) }
    var succeeded = true
    for parsed in commands where !session.hasEnded {
      session.remember(command: parsed.text)
      let began = ContinuousClock.now
      let error = carryOut(parsed, of: source)
      // Behind what is recorded: no two runs take the same time.
      if session.settings.timer { session.notice(.took(ContinuousClock.now - began)) }
      guard let error else { continue }
      succeeded = false
      if !session.keepsGoing || error.exitStatus == .interrupted { break }
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
        session.tell(error.at(parsed.range), in: source)
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
      session.tell(error, in: source)
      failure = failure ?? error
    }
    return failure
  }

  /// Says what is wrong with a text without running anything.
  func dryRun(_ source: SourceText) {
    let reading = session.parser.read(source, atMost: Self.mostErrors)
    let errors = mistakes(of: reading)
    for error in errors { session.tell(error, in: source) }
    if errors.count >= Self.mostErrors { session.notice(.moreErrors) }
    if errors.isEmpty {
      let nested = reading.commands.flatMap(\.scripts).reduce(0) { $0 + $1.commands.count }
      session.notice(.commandsUnderstood(reading.commands.count + nested))
    }
  }

  /// The mistakes of a text, and values for parameters that it does not have.
  private func mistakes(of reading: CommandParser.Reading) -> [ShellError] {
    // What stands behind a mistake may declare the parameter.
    guard reading.isWhole else { return reading.errors }
    do {
      try session.given.check(declared: reading.names.parameters)
      return reading.errors
    } catch {
      return [error] + reading.errors
    }
  }
}
