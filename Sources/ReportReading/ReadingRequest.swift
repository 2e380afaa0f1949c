/// What a caller says about a file to be read.
struct ReadingRequest {
  /// As it shall stand in the report's source; body and year may be taken from its last part.
  var path: String
  /// Whose report it is; overrides what the page says.
  let body: String?
  /// Of which year; overrides what the page says.
  let year: Int?

  /// The same for a member of an archive.
  func member(_ name: String) -> ReadingRequest {
    ReadingRequest(path: path + "/" + name, body: body, year: year)
  }
}
