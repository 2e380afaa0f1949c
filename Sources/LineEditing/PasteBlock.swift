/// Collects the text between the marks that a terminal puts around a paste (`ESC [ 200 ~` before,
/// `ESC [ 201 ~` after), so that no newline in it runs a command and no tab completes.
struct PasteBlock {
  /// The mark before a paste, after its Escape.
  static let startMark: [UInt32] = [0x5B, 0x32, 0x30, 0x30, 0x7E]

  private static let endMark: [UInt32] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private var scalars: [UInt32] = []

  /// Adds the next scalar that the terminal sent.
  ///
  /// - Returns: true when the end mark is complete, and with it the block.
  mutating func add(_ scalar: UInt32) -> Bool {
    scalars.append(scalar)
    guard scalar == 0x7E, scalars.suffix(Self.endMark.count).elementsEqual(Self.endMark) else {
      return false
    }
    scalars.removeLast(Self.endMark.count)
    return true
  }

  /// The pasted text: every kind of line end is a newline, tabs are kept, other control characters
  /// are left out, since they would be commands to the editor or to the terminal.
  var text: String {
    var result = String.UnicodeScalarView()
    var previous: UInt32 = 0
    for value in scalars {
      switch value {
      case 0x0D: result.append("\n")
      case 0x0A: if previous != 0x0D { result.append("\n") }
      case 0x09: result.append("\t")
      case 0..<0x20, 0x7F..<0xA0: break
      default: if let scalar = Unicode.Scalar(value) { result.append(scalar) }
      }
      previous = value
    }
    return String(result)
  }
}
