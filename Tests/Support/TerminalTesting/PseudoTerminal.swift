import Glibc

/// A terminal without a screen, and a program that runs on it: the test types and reads what the
/// program prints, control sequences included.
///
/// The program leads a session of its own and has the terminal as its controlling terminal, so that
/// Ctrl-C typed here becomes a signal there, as at a real one. It is killed when this goes away.
public final class PseudoTerminal {
  private let controller: Int32
  private let process: pid_t
  private var ending: ProgramEnding?
  private var unread: [UInt8] = []

  /// How long a test waits before it gives up; long, because test machines may be slow.
  public static let patience: Duration = .seconds(30)

  /// Starts `program` (a path) on a new terminal.
  ///
  /// - Parameters:
  ///   - environment: all the variables that the program gets; nothing is inherited.
  ///   - columns: the width of the terminal.
  ///   - rows: its height.
  public init(
    program: String, arguments: [String] = [], environment: [String: String], columns: Int = 80,
    rows: Int = 24
  ) throws(PseudoTerminalError) {
    let controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard controller >= 0 else { throw .noTerminal(code: errno) }
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(controller, Self.setLock, &isLocked) == 0,
      ioctl(controller, Self.getNumber, &number) == 0
    else {
      let code = errno
      close(controller)
      throw .noTerminal(code: code)
    }
    Self.setSize(of: controller, columns: columns, rows: rows)
    do throws(PseudoTerminalError) {
      process = try ChildProcess.start(
        program: program, arguments: arguments, environment: environment,
        terminal: "/dev/pts/\(number)")
    } catch {
      close(controller)
      throw error
    }
    self.controller = controller
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(controller)
  }

  /// Types `text`; ``TerminalKey`` holds keys that are not characters.
  public func send(_ text: String) throws(PseudoTerminalError) {
    try send(bytes: Array(text.utf8))
  }

  /// Sends bytes that need not be UTF-8.
  public func send(bytes: [UInt8]) throws(PseudoTerminalError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .cannotSend(code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the program has printed `text`.
  ///
  /// - Returns: all that it printed since the last call, up to the end of `text`. What follows is
  ///   left for the next call.
  @discardableResult
  public func wait(
    for text: String, patience: Duration = PseudoTerminal.patience
  ) throws(PseudoTerminalError) -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + patience
    while true {
      if let end = Self.end(of: wanted, in: unread) {
        let seen = unread[..<end]
        unread.removeFirst(end)
        return String(decoding: seen, as: UTF8.self)
      }
      guard readMore(until: deadline) else {
        throw .notPrinted(text, printed: String(decoding: unread, as: UTF8.self))
      }
    }
  }

  /// What the program prints within `duration`, and what it had printed that was not waited for.
  public func output(within duration: Duration) -> String {
    let deadline = ContinuousClock.now + duration
    while readMore(until: deadline) {}
    defer { unread = [] }
    return String(decoding: unread, as: UTF8.self)
  }

  /// Waits until the program has ended, and tells how.
  public func ending(
    patience: Duration = PseudoTerminal.patience
  ) throws(PseudoTerminalError) -> ProgramEnding {
    let deadline = ContinuousClock.now + patience
    while ending == nil {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        ending = ProgramEnding(waitStatus: status)
        break
      }
      // A program that prints more than the terminal holds would otherwise never end.
      if !readMore(until: min(deadline, ContinuousClock.now + .milliseconds(20))) { usleep(1_000) }
      guard ContinuousClock.now < deadline else { throw .stillRunning }
    }
    return ending ?? .exited(0)
  }

  /// Gives the terminal another size, as when its window is resized.
  public func resize(columns: Int, rows: Int) {
    Self.setSize(of: controller, columns: columns, rows: rows)
  }

  /// Whether the terminal makes a signal of Ctrl-C and hands over whole lines, as it does unless a
  /// program has taken it over.
  public var isInLineMode: Bool {
    var settings = termios()
    guard tcgetattr(controller, &settings) == 0 else { return false }
    let flags = tcflag_t(ISIG) | tcflag_t(ICANON) | tcflag_t(ECHO)
    return settings.c_lflag & flags == flags
  }

  /// Reads what is there, waiting until `deadline` at most; false when there is nothing more.
  private func readMore(until deadline: ContinuousClock.Instant) -> Bool {
    let left = max(.zero, deadline - ContinuousClock.now)
    let milliseconds =
      left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
    var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Int32(clamping: milliseconds)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = read(controller, &buffer, buffer.count)
    guard count > 0 else { return false }
    unread += buffer.prefix(count)
    return true
  }

  private static func end(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    let start = (0...(bytes.count - wanted.count)).first { start in
      bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
    return start.map { $0 + wanted.count }
  }

  private static func setSize(of descriptor: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  // Linux's requests for a pseudo-terminal, which Swift does not import: TIOCSPTLCK, TIOCGPTN.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
}
