/// What a page says of its own encoding, in its first 4 KB.
///
/// Only one declaration decides anything: Big5, which cannot be told from GB18030 by its bytes.
/// UTF-8 is recognised by itself, and everything else that Chinese pages declare (gb2312, gbk, and
/// iso-8859-1 by editors that never asked) is read as GB18030.
enum DeclaredEncoding {
  static func isBig5(_ bytes: [UInt8]) -> Bool {
    guard let name = name(in: bytes) else { return false }
    return name.starts(with: Array("big5".utf8))
  }

  /// The name behind `charset=` or `encoding=`, in lower case.
  static func name(in bytes: [UInt8]) -> [UInt8]? {
    let head = bytes.prefix(4096).map { byte -> UInt8 in
      byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
    for key in ["charset", "encoding"] {
      if let value = value(of: Array(key.utf8), in: head) { return value }
    }
    return nil
  }

  private static func value(of key: [UInt8], in head: [UInt8]) -> [UInt8]? {
    guard head.count > key.count else { return nil }
    for start in 0..<(head.count - key.count) where head[start...].starts(with: key) {
      var rest = head[(start + key.count)...].drop { $0 == UInt8(ascii: " ") }
      guard rest.first == UInt8(ascii: "=") else { continue }
      let skipped = [UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'")]
      rest = rest.dropFirst().drop { skipped.contains($0) }
      let name = rest.prefix { byte in
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
          || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
      if !name.isEmpty { return Array(name) }
    }
    return nil
  }
}
