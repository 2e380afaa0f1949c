/// The last line of a record that was not cut off.
struct RecordEnd: Codable, Sendable {
  var kind = "end"
  /// How many commands stand in the record.
  let commands: Int
  /// The exit code of the whole session.
  let status: Int32
}
