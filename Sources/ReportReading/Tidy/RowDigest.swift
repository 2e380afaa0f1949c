import Crypto

/// The digest of a report that stands in a table beside others: of its own rows alone, so that it
/// stays the same when rows of other reports come or go.
struct RowDigest {
  private var hash = SHA256()

  /// Adds the fields of a row, as they are written and before the user's word on body and year
  /// counts.
  ///
  /// - Parameter line: where the row begins, if the figures' places say so; else `nil`.
  mutating func add(_ fields: [String?], line: Int?) {
    var bytes: [UInt8] = []
    for field in fields { Self.append(field, to: &bytes) }
    Self.append(line.map(String.init), to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The length stands before each field: no two rows give the same bytes.
  private static func append(_ field: String?, to bytes: inout [UInt8]) {
    guard var field else {
      bytes.append(UInt8(ascii: "-"))
      return
    }
    field.withUTF8 { text in
      bytes.append(contentsOf: String(text.count).utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: text)
    }
  }

  /// SHA-256, 64 lower-case hexadecimal digits.
  var text: String { LoadedFile.hexadecimal(hash) }
}
