import ReportModel

/// Reads reports that were written with a word processor.
extension ReportReader {
  /// A document in parts.
  func readPackage(
    _ kind: PackageKind, in directory: borrowing ZipDirectory, of file: LoadedFile,
    as request: ReadingRequest, format: String = "docx", budget: inout UnpackingBudget
  ) throws(ReadingError) -> Report {
    switch kind {
    case .otherOffice: throw .notAReportFormat(.officePackage)
    case .openDocument: throw .notAReportFormat(.openDocument)
    case .word(let part):
      let document = try WordReader.read(directory, part: part, limits: limits, budget: &budget)
      return try report(
        from: document, of: file, as: request, format: format, encoding: "UTF-8")
    }
  }

  /// A document that must be converted first. Its places are those of the converted one, which has
  /// the same tables.
  func readOldWord(
    _ file: LoadedFile, as request: ReadingRequest, budget: inout UnpackingBudget
  ) throws(ReadingError) -> Report {
    let converted = try WordConverter.convert(file.bytes, limits: limits)
    let isRichText = CompoundFile.kind(of: file.bytes) == nil
    return try ZipDirectory.open(converted) { directory throws(ReadingError) in
      guard let kind = try PackageKind.find(in: directory, budget: &budget) else {
        throw .word(.conversionFailed(status: 0))
      }
      return try readPackage(
        kind, in: directory, of: file, as: request, format: isRichText ? "rtf" : "doc",
        budget: &budget)
    }
  }
}
