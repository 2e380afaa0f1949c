import ArgumentParser
import Glibc
import Shell

/// The program: reads the command line and hands over to the shell.
@main
struct Nianbao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nianbao",
    abstract: "Read, compare and check annual reports on government information disclosure.",
    discussion: """
      Without a subcommand: the shell at a terminal, or the commands on standard input; \
      `nianbao -c 'COMMANDS'` runs commands, `nianbao PATH…` loads reports first, `--lang zh` speaks \
      Chinese. `nianbao -c help` lists the commands of the language. Exit codes: 0 done; 1 an assertion failed or findings stand; 2 a mistake in the command line or a script; 3 a file could not be \
      read; 4 a replay gave something else; 130 interrupted.
      """,
    version: Program.version,
    subcommands: [
      ShellCommand.self, RunCommand.self, CheckCommand.self, ReplayCommand.self, TestCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot(Self.inOrder(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      // A mistake in the command line is a usage error like any other: exit code 2.
      let isMistake = exitCode(for: error).rawValue != 0
      guard isMistake else { exit(withError: error) }
      for line in fullMessage(for: error).split(separator: "\n") {
        Console.standard().notice(String(line))
      }
      ExitStatus.usage.end()
    }
  }
}

extension Nianbao {
  /// Options that stand before a subcommand are meant for it: `nianbao --lang zh run a.nb`.
  static func inOrder(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      let takesValue = ["--lang", "--record", "--set"].contains(arguments[index])
      index += takesValue ? 2 : 1
    }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard index > 0, index < arguments.count, names.contains(arguments[index]) else {
      return arguments
    }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }
}

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
  /// The languages by their names.
  enum LanguageName: String, ExpressibleByArgument, CaseIterable {
    case zh, en
  }

  @Option(help: "The language; else that of the locale.")
  var lang: LanguageName?

  @Flag(help: "Tell of every file that is loaded.")
  var verbose = false

  @Option(help: "Keep a record of the session in this file, which must not be there yet.")
  var record: String?

  var program: Program { program(setting: []) }

  func program(setting assignments: [String]) -> Program {
    Program(
      languageName: lang?.rawValue, isVerbose: verbose, record: record, assignments: assignments)
  }
}

struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Start the shell (the default).")

  @OptionGroup var common: CommonOptions

  @Option(name: .customShort("c"), help: "Run these commands and end.")
  var commands: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Give a parameter of the commands its value.", valueName: "NAME=VALUE"))
  var assignments: [String] = []

  @Argument(help: "Reports to load first: files and folders.")
  var paths: [String] = []

  func run() {
    common.program(setting: assignments).shell(loading: paths, commands: commands).end()
  }
}

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "Go on after a command that failed.")
  var keepGoing = false

  @Flag(help: "List the mistakes of the script and run nothing.")
  var dryRun = false

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Give a parameter of the script its value.", valueName: "NAME=VALUE"))
  var assignments: [String] = []

  @Argument(help: "The script; paths in it start at its folder.")
  var script: String

  func run() {
    common.program(setting: assignments).run(
      script: script, keepsGoing: keepGoing, dryRun: dryRun
    ).end()
  }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Load reports and check them.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Files and folders.")
  var paths: [String]

  func run() {
    common.program.check(paths).end()
  }
}

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Carry out a record again and compare.")

  @Option(help: "The language; else that of the locale.")
  var lang: CommonOptions.LanguageName?

  @Option(help: "The folder in which relative paths begin; else the one that the record names.")
  var data: String?

  @Argument(help: "The record, as `record FILE` or --record FILE writes it.")
  var record: String

  func run() {
    Program(languageName: lang?.rawValue).replay(record, data: data).end()
  }
}

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run scripts that hold the output they expect, and compare.",
    discussion: """
      A line `#=> TEXT` behind a command expects that the command prints TEXT, a line a line. \
      Commands without such lines are run and not compared.
      """)

  @Option(help: "The language; else that of the locale.")
  var lang: CommonOptions.LanguageName?

  @Flag(help: "Write what the commands print into the scripts instead.")
  var update = false

  @Argument(help: "Scripts.")
  var scripts: [String]

  func run() {
    Program(languageName: lang?.rawValue).test(scripts, updates: update).end()
  }
}

extension ExitStatus {
  /// Ends the program.
  func end() -> Never { Glibc.exit(rawValue) }
}
