/// The first line of a record: what was running, and where.
struct RecordHeader: Codable, Sendable {
  /// The format that this version writes. Records of earlier formats must stay readable.
  static let currentFormat = 2

  var kind = "record"
  let format: Int
  /// The version of the program that wrote the record.
  let version: String
  /// The language that the session began in.
  let language: String
  /// The day on which waivers had to hold.
  let today: String
  /// The folder in which relative paths begin, seen from the folder that holds the record.
  let folder: String
  /// The script that was run; `nil` for the prompt, `-c` and standard input.
  let script: String?
  /// What the parameters of the script held, by their names; since format 2.
  let parameters: [String: String]?
  /// The commands that had been carried out before the record began, without their output.
  let before: [String]
  /// What had been read by then.
  let inputs: [RecordedFile]
}
