import Glibc

/// Starts programs on a terminal.
enum ChildProcess {
  /// Starts `program` as the leader of a new session. The first terminal that such a leader opens
  /// becomes its controlling terminal; here that is `terminal`, its standard streams.
  static func start(
    program: String, arguments: [String], environment: [String: String], terminal: String
  ) throws(PseudoTerminalError) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The test runner may ignore or block signals; the program starts with the usual ones.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)

    let argumentList = CStringList([program] + arguments)
    let environmentList = CStringList(environment.map { "\($0.key)=\($0.value)" }.sorted())
    defer {
      argumentList.deallocate()
      environmentList.deallocate()
    }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, program, &actions, &attributes, argumentList.pointers, environmentList.pointers)
    guard code == 0 else { throw .cannotStart(program: program, code: code) }
    return process
  }

  /// `POSIX_SPAWN_SETSID`, a GNU extension that Swift does not import.
  private static let newSession: Int16 = 0x80
}

/// Strings as C takes a list of them, with a null at the end.
private struct CStringList {
  var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    pointers = strings.map { strdup($0) } + [nil]
  }

  func deallocate() {
    pointers.forEach { free($0) }
  }
}
