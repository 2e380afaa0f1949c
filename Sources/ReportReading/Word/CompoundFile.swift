/// Files of Office before 2007: a small file system in a file. Its directory tells what it holds.
enum CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  enum Kind {
    /// `.doc`, and `.wps` of today, which is the same.
    case word
    /// A newer document behind a password.
    case encryptedPackage
    case other
  }

  static func kind(of bytes: [UInt8]) -> Kind? {
    guard bytes.starts(with: signature) else { return nil }
    if holds("WordDocument", bytes) { return .word }
    return holds("EncryptedPackage", bytes) ? .encryptedPackage : .other
  }

  /// Directory entries are 128 bytes, aligned to that, and begin with their name in UTF-16LE.
  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    var pattern: [UInt8] = []
    for byte in name.utf8 { pattern += [byte, 0] }
    pattern += [0, 0]
    return stride(from: 512, to: bytes.count, by: 128).contains { start in
      bytes[start...].starts(with: pattern)
    }
  }
}
