import Foundation
import Glibc
import TerminalTesting

/// Runs the built program as its users do.
enum BuiltNianbao {
  static let path = BuiltProgram.path("nianbao")

  /// All variables that the program gets unless a test says otherwise.
  static let environment = ["LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]

  struct Outcome {
    let output: [UInt8]
    let notices: String
    let status: Int32

    var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines on standard error.
    var lines: [String] { notices.split(separator: "\n").map(String.init) }
  }

  /// - Parameters:
  ///   - input: what stands on standard input.
  ///   - folder: the working directory.
  ///   - environment: all variables that the program gets.
  static func run(
    _ arguments: [String], input: String = "", in folder: ScratchFolder,
    environment: [String: String] = environment
  ) throws -> Outcome {
    try run(arguments, input: Array(input.utf8), in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], input: [UInt8], in folder: ScratchFolder,
    environment: [String: String] = environment
  ) throws -> Outcome {
    try run(path, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs `sh` on a script in which `nianbao` is the built program.
  static func runShell(_ script: String, in folder: ScratchFolder) throws -> Outcome {
    try folder.makeFolder("bin")
    guard symlink(path, folder.path("bin/nianbao")) == 0 else {
      throw CannotStart(program: "bin/nianbao", code: errno)
    }
    let search = folder.path("bin") + ":/usr/bin:/bin"
    return try run(
      "/bin/sh", ["-ec", script], input: [], in: folder,
      environment: environment.merging(["PATH": search]) { $1 })
  }

  private static func run(
    _ program: String, _ arguments: [String], input: [UInt8], in folder: ScratchFolder,
    environment: [String: String]
  ) throws -> Outcome {
    // Files, not pipes: a full pipe would stop the program.
    let streams = try ScratchFolder()
    try streams.write(input, to: "input")
    let process = try start(
      program, arguments, in: folder.path, environment: environment, input: streams.path("input"),
      output: streams.path("output"), notices: streams.path("notices"))
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Outcome(
      output: try streams.bytes("output"), notices: try streams.text("notices"),
      // As a shell counts: a signal is 128 and its number.
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }

  private static func start(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: String, output: String, notices: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, notices, O_WRONLY | O_CREAT, 0o600)
    // A shell changes to the folder and makes room for the program.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
    let argumentList = (shell + [program] + arguments).map { strdup($0) } + [nil]
    let environmentList = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argumentList + environmentList).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, shell[0], &actions, nil, argumentList, environmentList)
    guard code == 0 else { throw CannotStart(program: program, code: code) }
    return process
  }
}

struct CannotStart: Error {
  let program: String
  /// The value of `errno`.
  let code: Int32
}
