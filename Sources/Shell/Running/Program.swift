import Glibc
import ReportModel

/// The ways in which the program runs: the shell, commands given on the command line, a script,
/// standard input.
public struct Program {
  /// What `--version` and the greeting of the prompt say.
  public static let version = "0.1.0"

  private let language: Language
  private let console: Console
  private let isVerbose: Bool

  init(language: Language, console: Console = .standard(), isVerbose: Bool = false) {
    self.language = language
    self.console = console
    self.isVerbose = isVerbose
  }

  /// - Parameters:
  ///   - languageName: `zh` or `en`; otherwise the locale decides.
  ///   - isVerbose: whether `load` tells of every file, unless `set verbose off` says otherwise.
  public init(languageName: String?, isVerbose: Bool = false) {
    self.init(
      language: languageName.flatMap(Language.init) ?? Self.languageOfLocale(),
      isVerbose: isVerbose)
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
    withSession { session throws(ShellError) in
      let runner = CommandRunner(session: session)
      guard load(paths, in: session) else { return }
      if let commands {
        runner.run(SourceText(commands))
      } else if isatty(0) == 1, isatty(1) == 1 {
        InteractiveShell(session: session).run()
      } else {
        try runner.run(source(descriptor: 0, shown: "-", named: nil))
      }
    }
  }

  /// `nianbao run SCRIPT`.
  public func run(script: String, keepsGoing: Bool, dryRun: Bool) -> ExitStatus {
    withSession { session throws(ShellError) in
      let descriptor = open(script, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw errno == ENOENT
          ? ShellError(.noSuchFile(script)) : ShellError(.cannotRead(script, errno: errno))
      }
      defer { close(descriptor) }
      let source = try source(descriptor: descriptor, shown: script, named: script)
      session.baseFolder = Self.folder(of: script)
      session.protect(file: script)
      let runner = CommandRunner(session: session, keepsGoing: keepsGoing)
      if dryRun { runner.dryRun(source) } else { runner.run(source) }
    }
  }

  /// `nianbao check PATH…`.
  public func check(_ paths: [String]) -> ExitStatus {
    withSession { session throws(ShellError) in
      guard load(paths, in: session) else { return }
      // Where no file could be read, that has been said.
      let isEmpty = try session.panel().reports.isEmpty
      guard session.status == .done || !isEmpty else { return }
      CommandRunner(session: session).run(SourceText("check"))
    }
  }

  private func withSession(_ body: (Session) throws(ShellError) -> Void) -> ExitStatus {
    Interruption.install()
    do {
      let session = try Session(language: language, console: console)
      session.settings.verbose = isVerbose
      do {
        try body(session)
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

  private func source(
    descriptor: Int32, shown: String, named path: String?
  ) throws(ShellError) -> SourceText {
    SourceText(try TextFile.read(descriptor: descriptor, shown: shown), path: path)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
