import Glibc

/// Runs another program on some bytes and takes what it prints, within limits. Arguments go to the
/// program as they are; no shell is involved.
enum ChildProcess {
  struct Limits: Sendable {
    /// Bytes of output.
    let output: Int
    /// Bytes of memory that the program may hold.
    let memory: Int
    let seconds: Int
  }

  enum Outcome: Equatable {
    /// The program's exit status, 128 and more where a signal ended it, and its output.
    case finished(Int32, [UInt8])
    case notFound
    /// The system's error number.
    case failed(Int32)
    case tooSlow
    case tooMuchOutput
    case tooMuchMemory
  }

  /// - Parameters:
  ///   - program: looked for along the path, as a shell would.
  ///   - input: what the program finds on its standard input.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8], limits: Limits
  ) -> Outcome {
    // One socket for both directions. Unlike a pipe it is closed on exec from the start, so that
    // no program started meanwhile keeps it open, and writing to a program that has ended is an
    // error and no signal.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return .failed(errno) }
    defer { close(ends[0]) }
    let (child, code) = spawn(program, arguments, socket: ends[1])
    close(ends[1])
    guard code == 0 else { return code == ENOENT ? .notFound : .failed(code) }
    let (output, breach) = exchange(ends[0], input, with: child, limits: limits)
    if breach != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return .failed(errno) }
    }
    if let breach { return breach }
    let signal = status & 0x7F
    return .finished(signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], socket: Int32
  ) -> (child: pid_t, code: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    // The program's messages are not read; its numbers must not depend on a language.
    var settings = ["LC_ALL=C"]
    if let path = getenv("PATH") { settings.append("PATH=" + String(cString: path)) }
    var variables = settings.map { strdup($0) }
    variables.append(nil)
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, nil, words, variables)
    return (child, code)
  }

  /// Writes the input as fast as the program takes it and reads what it prints meanwhile.
  private static func exchange(
    _ socket: Int32, _ input: [UInt8], with child: pid_t, limits: Limits
  ) -> (output: [UInt8], breach: Outcome?) {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var unsent = input[...]
    if unsent.isEmpty { shutdown(socket, Int32(SHUT_WR)) }
    let end = seconds() + Double(limits.seconds)
    while true {
      guard seconds() < end else { return (output, .tooSlow) }
      guard memory(of: child) <= limits.memory else { return (output, .tooMuchMemory) }
      let wanted = unsent.isEmpty ? POLLIN : POLLIN | POLLOUT
      var waiting = pollfd(fd: socket, events: Int16(wanted), revents: 0)
      let ready = poll(&waiting, 1, 100)
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      guard ready > 0 else { return (output, .failed(errno)) }
      if Int32(waiting.revents) & POLLOUT != 0 {
        let sent = unsent.prefix(1 << 16).withUnsafeBytes {
          send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        // A program that reads no further may still have printed something.
        unsent = sent < 0 && errno != EAGAIN ? [] : unsent.dropFirst(max(0, sent))
        if unsent.isEmpty { shutdown(socket, Int32(SHUT_WR)) }
      }
      guard Int32(waiting.revents) & ~POLLOUT != 0 else { continue }
      let count = read(socket, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      // Of a program that ended without reading all of its input the socket says so.
      if count < 0, errno == ECONNRESET { return (output, nil) }
      guard count >= 0 else { return (output, .failed(errno)) }
      if count == 0 { return (output, nil) }
      output += chunk[..<count]
      guard output.count <= limits.output else { return (output, .tooMuchOutput) }
    }
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The memory that a program holds, in bytes; 0 where the system does not tell.
  private static func memory(of child: pid_t) -> Int {
    let file = open("/proc/\(child)/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = read(file, &text, text.count)
    guard count > 0 else { return 0 }
    let fields = text[..<count].split(separator: 0x20)
    guard fields.count > 1 else { return 0 }
    return (Int(String(decoding: fields[1], as: UTF8.self)) ?? 0)
      * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
