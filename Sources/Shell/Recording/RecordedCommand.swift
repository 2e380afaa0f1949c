/// A line of a record for a command: what was asked and what came out.
struct RecordedCommand: Codable, Sendable {
  /// Of longer results a record keeps the digest only.
  static let longestOutput = 1 << 20

  var kind = "command"
  /// From 1.
  let number: Int
  /// As it was written.
  let command: String
  /// The exit code that it alone would have led to.
  let status: Int32
  /// SHA-256 of what it wrote to standard output.
  let outputDigest: String
  /// What it wrote there; `nil` where that is very long or no text.
  let output: String?
  /// What it said besides. Not compared: words may be put better in later versions.
  let notices: String
  /// The files that it read, in that order.
  let inputs: [RecordedFile]
  /// The files that it wrote.
  let written: [RecordedFile]
}
