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
  /// Text that was read in a wrong encoding and saved so (`鏀垮簻` for 政府), with characters lost.
  case garbled
  /// The page's characters were replaced by question marks; `count` of them.
  case textLost(count: Int)
  /// A page built to be slow, or broken beyond use.
  case tooComplex(PageMeasure, limit: Int)
  /// An archive, or a member of one.
  case archive(ArchiveFault)
  /// A document of a word processor.
  case word(WordFault)
  /// A program that is needed to read the format is not installed.
  case programMissing(ConversionProgram)
  /// The file asks for a password.
  case encrypted
  /// The file says that it is of a format, but its reader makes nothing of it.
  case damaged
  /// The pages are pictures: there is no text on them.
  case noTextLayer
  /// The conversion was stopped.
  case tooSlow(seconds: Int)
  /// The page has no table of any form.
  case noTables
  /// The page shows nothing that can be read, as where a script fills it.
  case nothingReadable
  /// Tables stand behind the title of a second report, of another body or year: both titles.
  case severalReports([String])
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
  /// Office's newer formats other than Word's.
  case officePackage = "OOXML"
  case openDocument = "OpenDocument"
  /// Office's older formats other than Word's, and other files of that kind.
  case compoundFile = "OLE"
  case sqlite = "SQLite"
  case rar = "RAR"
  case sevenZip = "7z"
  /// None of these, and no text either.
  case binary
}

/// Programs that are called to read a format.
public enum ConversionProgram: String, Equatable, Sendable, CaseIterable {
  case pdfToText = "pdftotext"

  /// The Debian package that has it.
  public var package: String {
    switch self {
    case .pdfToText: "poppler-utils"
    }
  }
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
  case tableRows
  /// Positions of a table's grid once its spans are expanded.
  case tableCells
  /// Pages of a paged format.
  case pages
  /// Words of all its pages.
  case words
}
