import Glibc

/// Reads Unicode scalars from the terminal. It decodes UTF-8 by itself, whatever the locale, and
/// drops bytes that are no UTF-8. It reads byte by byte, so that what was typed ahead stays in the
/// terminal for a program that a command may start.
struct KeyInput {
  enum Event: Equatable {
    case scalar(UInt32)
    /// The terminal is gone.
    case end
    /// Reading failed with this value of `errno`.
    case failed(Int32)
  }

  let descriptor: Int32
  private var returned: [UInt32] = []
  private var decoder = ScalarDecoder()

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Puts `scalar` back, to be the next one read.
  mutating func putBack(_ scalar: UInt32) {
    returned.append(scalar)
  }

  /// Waits for the next scalar.
  ///
  /// - Parameter resumes: whether to go on waiting when a signal handler has run.
  mutating func next(resumes: Bool) -> Event {
    if let scalar = returned.popLast() { return .scalar(scalar) }
    while true {
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count == 0 { return .end }
      if count < 0 {
        let code = errno
        if code == EINTR && resumes { continue }
        // A terminal that was closed answers with an input error.
        return code == EIO ? .end : .failed(code)
      }
      if let scalar = decoder.add(byte) { return .scalar(scalar) }
    }
  }

  /// After an Escape: takes in `rest` if that is what follows at once.
  ///
  /// - Returns: whether it was; if not, nothing is taken.
  mutating func take(_ rest: [UInt32]) -> Bool {
    var read: [UInt32] = []
    for wanted in rest {
      guard hasMore(within: 25), case .scalar(let scalar) = next(resumes: true) else { break }
      read.append(scalar)
      if scalar != wanted { break }
    }
    if read == rest { return true }
    returned += read.reversed()
    return false
  }

  /// Whether more input arrives within `milliseconds`.
  func hasMore(within milliseconds: Int32) -> Bool {
    if !returned.isEmpty { return true }
    var request = pollfd(descriptor: descriptor)
    return poll(&request, 1, milliseconds) > 0
  }
}

extension pollfd {
  fileprivate init(descriptor: Int32) {
    self.init(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }
}
