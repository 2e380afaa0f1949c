/// A file that a session read or wrote, as it was at that time.
struct RecordedFile: Codable, Hashable, Sendable {
  /// As the commands name it: from the folder in which relative paths begin.
  let path: String
  /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
  let sha256: String
}
