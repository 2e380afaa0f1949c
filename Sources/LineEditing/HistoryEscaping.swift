/// How an entry stands on its one line of the history file: a backslash, a newline and a carriage
/// return within it are written as `\\`, `\n` and `\r`.
enum HistoryEscaping {
  /// The bytes of `entry` on its line, without the newline that ends the line. NUL is left out.
  static func line(for entry: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += [byte, byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0: break
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  /// The entry that stands on a line. A line that another hand wrote is taken as it is: a backslash
  /// before any other character is itself, and bytes that are no UTF-8 become U+FFFD.
  static func entry(on line: ArraySlice<UInt8>) -> String {
    // Nearly every line; thousands are read before the prompt shows.
    guard line.contains(UInt8(ascii: "\\")) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      guard isEscaped else {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { bytes.append(byte) }
        continue
      }
      isEscaped = false
      switch byte {
      case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "\\"): bytes.append(byte)
      default: bytes += [UInt8(ascii: "\\"), byte]
      }
    }
    if isEscaped { bytes.append(UInt8(ascii: "\\")) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
