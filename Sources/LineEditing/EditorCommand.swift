import CLibedit

/// The editing commands that the editor adds to libedit's own, by the names under which a start-up
/// file can bind them.
enum EditorCommand: String, CaseIterable {
  case complete = "nianbao-complete"
  case interrupt = "nianbao-interrupt"
  case newer = "nianbao-next-history"
  case older = "nianbao-previous-history"
  case paste = "nianbao-paste"
  case printBelow = "nianbao-print-below"
  case search = "nianbao-search-history"
  case searchStep = "nianbao-search-step"
  case suspend = "nianbao-suspend"

  /// What libedit calls. A C function cannot capture, so each names its method by itself.
  var function: editline_command {
    switch self {
    case .complete: return { handle, _ in Self.run(handle) { $0.complete() } }
    case .interrupt: return { handle, _ in Self.run(handle) { $0.interrupt() } }
    case .newer: return { handle, _ in Self.run(handle) { $0.recallNewer() } }
    case .older: return { handle, _ in Self.run(handle) { $0.recallOlder() } }
    case .paste: return { handle, _ in Self.run(handle) { $0.paste() } }
    case .printBelow: return { handle, _ in Self.run(handle) { $0.printBelowLine() } }
    case .search: return { handle, _ in Self.run(handle) { $0.beginSearch() } }
    case .searchStep: return { handle, _ in Self.run(handle) { $0.stepSearch() } }
    case .suspend: return { handle, _ in Self.run(handle) { $0.suspend() } }
    }
  }

  private static func run(
    _ handle: OpaquePointer?, _ method: (LineEditor) -> CommandOutcome
  ) -> UInt8 {
    (LineEditor.of(handle).map(method) ?? .refused).code
  }
}

/// What libedit does after a command.
enum CommandOutcome {
  /// Nothing: the screen is right already.
  case done
  /// Brings the screen up to date with line and prompt.
  case changed
  /// Sounds the bell.
  case refused

  var code: UInt8 {
    switch self {
    case .done: UInt8(CC_NORM)
    case .changed: UInt8(CC_REFRESH)
    case .refused: UInt8(CC_ERROR)
    }
  }
}

/// Characters that no key sends (``ScalarDecoder`` drops them), bound to commands that the editor
/// itself calls through libedit.
enum PrivateKey: UInt32 {
  case paste = 0x9D
  case searchStep = 0x9E
  case printBelow = 0x9F

  var character: wchar_t { wchar_t(bitPattern: rawValue) }

  /// The key as text.
  var text: String { Unicode.Scalar(rawValue).map { String($0) } ?? "" }
}
