import Glibc

/// Another program, run to its end without a shell, its output thrown away.
enum ProgramRun {
  enum Outcome: Equatable {
    /// Its exit status, or the signal that ended it as a negative number.
    case ended(status: Int32)
    case tooSlow
    case notStarted(errno: Int32)
  }

  /// The path of the first of these programs that is installed.
  static func find(_ names: [String]) -> String? {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":")
    for name in names {
      for folder in folders where folder.hasPrefix("/") {
        let path = "\(folder)/\(name)"
        if access(path, X_OK) == 0 { return path }
      }
    }
    return nil
  }

  /// - Parameters:
  ///   - environment: all that the program gets, each as `NAME=value`.
  ///   - seconds: then it is ended, with all programs that it started in its process group.
  static func run(
    _ path: String, _ arguments: [String], environment: [String], seconds: Int
  ) -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(0, O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", mode, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGPIPE, SIGQUIT, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var process = pid_t()
    let failure = withStrings([path] + arguments) { words in
      withStrings(environment) { variables in
        guard let words, let variables else { return EINVAL }
        return posix_spawn(&process, path, &actions, &attributes, words, variables)
      }
    }
    guard failure == 0 else { return .notStarted(errno: failure) }
    return wait(for: process, seconds: seconds)
  }

  private static func wait(for process: pid_t, seconds: Int) -> Outcome {
    let end = now() + seconds * 1000
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return .ended(status: code(status)) }
      if ended < 0, errno != EINTR { return .notStarted(errno: errno) }
      if now() >= end { break }
      usleep(10_000)
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .tooSlow
  }

  private static func code(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// Milliseconds of a clock that nobody sets.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// The strings as C has them: an array of pointers with a null at its end.
  private static func withStrings(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32
  ) -> Int32 {
    var copies = texts.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}
