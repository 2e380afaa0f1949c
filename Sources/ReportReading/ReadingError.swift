/// Why a file gave no report. The caller knows the path; the wording is the caller's as well.
public enum ReadingError: Error, Equatable, Sendable {
  case fileMissing
  case isDirectory
  /// A pipe, a device or something else that is no regular file.
  case notAFile
  /// The system's error number.
  case notReadable(errno: Int32)
  case empty
  /// Sizes in bytes.
  case tooLarge(size: Int, limit: Int)
  /// The content shows a format that no reader knows.
  case notAReportFormat(ForeignFormat)
  /// The bytes are in none of the encodings; `offset` of the first bad byte, from 0.
  case undecodable(encoding: String, offset: Int)
  /// A page built to be slow, or broken beyond use.
  case tooComplex(PageMeasure, limit: Int)
  /// The page has no table of any form.
  case noTables
  /// Neither the page nor the file name says whose report it is.
  case bodyUnknown
  /// Neither the page nor the file name says of which year it is.
  case yearUnknown
  /// The titles on the page name different years, ascending.
  case yearConflict([Int])
  /// A table of figures that breaks its own rules.
  case table(TableFlaw)
}

/// Formats that are recognised in order to be refused by name.
public enum ForeignFormat: String, Equatable, Sendable, CaseIterable {
  case jpeg = "JPEG"
  case png = "PNG"
  case gif = "GIF"
  case pdf = "PDF"
  case zip = "ZIP"
  case gzip = "gzip"
  case compoundFile = "OLE"
  case sqlite = "SQLite"
  case rar = "RAR"
  case sevenZip = "7z"
  /// None of these, and no text either.
  case binary
}

/// What a page can have too much of.
public enum PageMeasure: String, Equatable, Sendable, CaseIterable {
  /// Elements inside elements.
  case depth
  case elements
  /// Lines of a text.
  case lines
  /// Attributes of one element.
  case attributes
  /// Positions of a table's grid once its spans are expanded.
  case tableCells
}
