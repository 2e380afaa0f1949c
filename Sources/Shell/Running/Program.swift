import Glibc
import Output
import ReportModel

/// The ways in which the program runs: the shell, commands given on the command line, a script,
/// standard input.
public struct Program {
  /// What `--version` and the greeting of the prompt say.
  public static let version = "0.1.0"

  private let language: Language
  private let console: Console
  private let isVerbose: Bool
  /// The file that keeps a record.
  private let record: String?
  /// `NAME=VALUE` for parameters.
  private let assignments: [String]

  init(
    language: Language, console: Console = .standard(), isVerbose: Bool = false,
    record: String? = nil, assignments: [String] = []
  ) {
    self.record = record
    self.assignments = assignments
    self.language = language
    self.console = console
    self.isVerbose = isVerbose
  }

  /// - Parameters:
  ///   - languageName: `zh` or `en`; otherwise the locale decides.
  ///   - isVerbose: whether `load` tells of every file, unless `set verbose off` says otherwise.
  ///   - record: the file in which to keep a record of the session; it must not be there yet.
  ///   - assignments: `NAME=VALUE` for each parameter of the commands that gets a value.
  public init(
    languageName: String?, isVerbose: Bool = false, record: String? = nil,
    assignments: [String] = []
  ) {
    self.init(
      language: languageName.flatMap(Language.init) ?? Self.languageOfLocale(),
      isVerbose: isVerbose, record: record, assignments: assignments)
  }

  /// Chinese where the locale is Chinese, else English.
  static func languageOfLocale() -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name), value.pointee != 0 {
        return String(cString: value).hasPrefix("zh") ? .chinese : .english
      }
    }
    return .english
  }

  /// `nianbao [PATH…] [-c COMMANDS]`: loads the paths, then runs the commands, or what stands on
  /// standard input, or the prompt where that is a terminal.
  public func shell(loading paths: [String], commands: String?) -> ExitStatus {
    let isAtPrompt = commands == nil && isatty(0) == 1 && isatty(1) == 1
    let paged = isAtPrompt ? PagedSink(console.results) : nil
    let prompt = paged.map {
      Console(results: $0, notices: console.notices, progress: console.progress)
    }
    return withSession(on: prompt) { session throws(ShellError) in
      session.given = try GivenParameters(assignments)
      if isAtPrompt {
        guard assignments.isEmpty else { throw ShellError(.noScriptForParameters) }
        try beginRecord(in: session)
        if load(paths, in: session) { InteractiveShell(session: session, paged: paged).run() }
        return
      }
      let text: String
      if let commands {
        text = commands
      } else {
        text = try TextFile.read(descriptor: 0, shown: "-")
      }
      let (source, runner) = (SourceText(text), CommandRunner(session: session))
      guard let understood = runner.read(source) else { return }
      try beginRecord(understood, in: session)
      if load(paths, in: session) { runner.run(understood, of: source) }
    }
  }

  /// `nianbao run SCRIPT`.
  public func run(script: String, keepsGoing: Bool, dryRun: Bool) -> ExitStatus {
    withSession { session throws(ShellError) in
      let source = SourceText(try TextFile.read(path: script, shown: script), path: script)
      session.baseFolder = RelativePath.folder(of: script)
      session.protect(script)
      session.keepsGoing = keepsGoing
      session.given = try GivenParameters(assignments)
      session.given.way = RelativePath.back(from: session.baseFolder)
      if let file = FileIdentity(script) {
        session.scripts = [ScriptScope.Link(file: file, shown: script)]
      }
      let runner = CommandRunner(session: session)
      if dryRun { return runner.dryRun(source) }
      guard let understood = runner.read(source) else { return }
      try beginRecord(of: script, understood, in: session)
      runner.run(understood, of: source)
    }
  }

  /// `nianbao check PATH…`.
  public func check(_ paths: [String]) -> ExitStatus {
    withSession { session throws(ShellError) in
      try beginRecord(in: session)
      guard load(paths, in: session) else { return }
      // Where no file could be read, that has been said.
      let isEmpty = try session.panel().reports.isEmpty
      guard session.status == .done || !isEmpty else { return }
      CommandRunner(session: session).run(SourceText("check"))
    }
  }

  /// `nianbao test FILE…`: runs scripts that hold the output they expect.
  ///
  /// - Parameter updates: whether to write what they print into them instead.
  public func test(_ scripts: [String], updates: Bool) -> ExitStatus {
    var status = ExitStatus.done
    var passed = 0
    var failed = 0
    for script in scripts {
      var isRun = false
      // Each script begins with nothing loaded.
      status = max(
        status,
        withSession(on: Console(results: MemorySink(), notices: MemorySink())) {
          session throws(ShellError) in
          let outcome = try goldenOutcome(of: script, updates: updates, in: session)
          isRun = true
          passed += outcome.passed
          failed += outcome.failed.count + (outcome.error == nil ? 0 : 1)
        })
      if !isRun { failed += 1 }
      if status == .interrupted { return status }
    }
    let words = Wording(language: language).text(ofPassed: passed, failed: failed)
    try? console.results.write(Array((words + "\n").utf8))
    return failed > 0 ? max(status, .findings) : status
  }

  private func goldenOutcome(
    of path: String, updates: Bool, in session: Session
  ) throws(ShellError) -> GoldenRun.Outcome {
    let source = SourceText(try TextFile.read(path: path, shown: path), path: path)
    session.baseFolder = RelativePath.folder(of: path)
    session.protect(path)
    // What the script prints is compared, not shown; findings of its own are its business.
    let wording = Wording(language: language)
    func tell(_ error: ShellError) {
      session.note(error.exitStatus)
      for line in ErrorReport(wording: wording).lines(error, in: source) { console.notice(line) }
    }
    let script: GoldenScript
    do {
      script = try GoldenScript(source, parser: session.parser)
    } catch {
      tell(error)
      return GoldenRun.Outcome(error: error)
    }
    guard updates || script.hasExpectations else {
      throw ShellError(.noExpectations(path))
    }
    let outcome = GoldenRun(session: session, script: script).run()
    session.forgetStatus()
    if let error = outcome.error { tell(error) }
    if updates {
      guard outcome.error == nil else { return outcome }
      let outputs = zip(script.steps, outcome.outputs).map { step, output in
        step.expected != nil || !script.hasExpectations ? output : nil
      }
      let text = script.text(expecting: outputs)
      if text != String(scalars: source.scalars) {
        try AtomicFile.write(Array(text.utf8), to: path, shown: path)
        console.notice(wording.text(of: .scriptUpdated(path: path)))
      }
      var updated = GoldenRun.Outcome()
      updated.passed = outcome.passed + outcome.failed.count
      return updated
    }
    for (step, printed) in outcome.failed {
      var lines = ["\(path):\(step.lastLine): \(LineDifference.brief(step.command.text))"]
      lines += LineDifference(step.expected ?? [], printed).lines(wording).map { "  " + $0 }
      for line in lines {
        do {
          try console.results.write(Array((HarmlessText.of(line) + "\n").utf8))
        } catch {
          throw ShellError(.cannotWrite("-", errno: error.errno))
        }
      }
    }
    return outcome
  }

  /// `nianbao replay RECORD`.
  ///
  /// - Parameter data: the folder in which relative paths begin, where it is not that of the record.
  public func replay(_ path: String, data: String?) -> ExitStatus {
    withSession { session throws(ShellError) in
      let text = try TextFile.read(path: path, shown: path)
      let record: RecordFile
      do throws(RecordFile.Flaw) {
        record = try RecordFile(Array(text.utf8))
      } catch {
        throw ShellError(.record(path, error))
      }
      let folder = RelativePath.folder(of: path)
      let base = PathExpansion(baseFolder: folder).resolve(record.header.folder)
      let outcome = try Replay(record: record, baseFolder: data ?? base).run()
      for line in ReplayReport(wording: session.wording).lines(record, outcome) {
        try session.print(line)
      }
      // What was cut off cannot be the same.
      if !outcome.isSame || record.end == nil { session.note(.replayDiffers) }
    }
  }

  /// Begins the record that the command line asks for.
  ///
  /// - Parameter commands: what will be run, with the values of its parameters.
  private func beginRecord(
    of script: String? = nil, _ commands: [ParsedCommand] = [], in session: Session
  ) throws(ShellError) {
    guard let record else { return }
    let parameters = commands.compactMap { $0.command as? ParamCommand }
    try session.beginRecord(
      path: record, shown: record, script: script,
      parameters: Dictionary(parameters.map { ($0.name, $0.value.text) }) { $1 })
  }

  /// - Parameter other: where the session's results and notices go instead of to the program's own.
  private func withSession(
    on other: Console? = nil, _ body: (Session) throws(ShellError) -> Void
  ) -> ExitStatus {
    Interruption.install()
    FreedMemory.keepForNextCommand()
    do {
      let session = try Session(language: language, console: other ?? console)
      session.settings.verbose = isVerbose
      do {
        try body(session)
        try session.endRecord()
      } catch {
        session.note(error.exitStatus)
        for line in ErrorReport(wording: session.wording).lines(error, in: nil) {
          console.notice(line)
        }
      }
      return session.status
    } catch {
      for line in ErrorReport(wording: Wording(language: language)).lines(error, in: nil) {
        console.notice(line)
      }
      return error.exitStatus
    }
  }

  /// Loads what the command line names, as `load` does.
  ///
  /// - Returns: whether there is something to go on with.
  private func load(_ paths: [String], in session: Session) -> Bool {
    guard !paths.isEmpty else { return true }
    let quoted = paths.map {
      "\""
        + $0.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    return CommandRunner(session: session).run(SourceText("load " + quoted.joined(separator: " ")))
  }
}
