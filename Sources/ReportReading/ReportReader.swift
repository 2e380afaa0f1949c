import Forms
import ReportModel

/// Reads a published report: bytes, text, document, figures, each figure with its place.
///
/// What cannot be read with certainty has a status that says so; nothing is guessed.
public struct ReportReader: Sendable {
  private let fitter: FormFitter
  private let tables: TableReader
  private let limits: ReadingLimits

  /// - Parameter catalog: the forms to look for.
  public init(catalog: FormCatalog = .standard, limits: ReadingLimits = .standard) {
    fitter = FormFitter(catalog: catalog)
    tables = TableReader(catalog: catalog, limits: limits)
    self.limits = limits
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: as the system takes it.
  ///   - shown: as it shall stand in the report's source, where that differs.
  ///   - body: whose report it is; overrides what the page says.
  ///   - year: of which year; overrides what the page says.
  public func read(
    path: String, shown: String? = nil, body: String? = nil, year: Int? = nil
  ) throws(ReadingError) -> Report {
    let file = try LoadedFile(path: path, limit: limits.fileSize)
    return try read(file, path: shown ?? path, body: body, year: year)
  }

  /// Reads every report of a file: one for a page, several for formats that hold several.
  ///
  /// - Parameters: as for `read(path:shown:body:year:)`.
  /// - Returns: at least one item; what is wrong with one report does not touch the others.
  public func readAll(
    path: String, shown: String? = nil, body: String? = nil, year: Int? = nil
  ) -> [ReadItem] {
    let shown = shown ?? path
    let file: LoadedFile
    do {
      file = try tables.load(path)
    } catch {
      return [ReadItem(path: shown, result: .failure(error))]
    }
    if let found = tables.recognise(file.bytes) {
      return tables.items(
        of: file, kind: found.kind, path: shown, identity: ReportIdentity(body: body, year: year))
    }
    let result = Result { () throws(ReadingError) -> Report in
      try readPage(file, path: shown, body: body, year: year)
    }
    return [ReadItem(path: shown, result: result)]
  }

  /// Reads a page. A file without one may be a table whose columns nobody knows: its name tells.
  private func readPage(
    _ file: LoadedFile, path: String, body: String?, year: Int?
  ) throws(ReadingError) -> Report {
    do {
      return try read(file, path: path, body: body, year: year)
    } catch {
      guard error == .noTables, let notation = TableKind.notation(ofName: path) else {
        throw error
      }
      throw tables.flaw(of: file, notation: notation)
    }
  }

  /// Whether a file is beyond doubt a table of figures that `readAll` reads, such as `cells`
  /// writes. Only its beginning is read.
  public func isTableOfReports(path: String) -> Bool {
    tables.recognise(path: path)?.isCertain ?? false
  }

  /// Reads a file's bytes.
  ///
  /// - Parameter path: where they came from; body and year may be taken from the file's name.
  public func read(
    bytes: [UInt8], path: String, body: String? = nil, year: Int? = nil
  ) throws(ReadingError) -> Report {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.fileSize else {
      throw .tooLarge(size: bytes.count, limit: limits.fileSize)
    }
    return try read(LoadedFile(bytes: bytes), path: path, body: body, year: year)
  }

  private func read(
    _ file: LoadedFile, path: String, body: String?, year: Int?
  ) throws(ReadingError) -> Report {
    if let format = FormatSniffing.foreignFormat(of: file.bytes) {
      throw .notAReportFormat(format)
    }
    let text = try TextDecoding.decode(file.bytes)
    let isHTML = FormatSniffing.isHTML(text.bytes)
    let document =
      isHTML
      ? try HTMLReader.read(text.bytes, limits: limits)
      : try TextReader.read(text.bytes, limits: limits)
    guard !document.blocks.isEmpty else { throw .empty }
    let fit = fitter.fit(document)
    guard !fit.tables.isEmpty else { throw .noTables }
    let title = TitleReader(document)
    let name = FileName(path: path)
    guard let body = body ?? title.body ?? name.body else { throw .bodyUnknown }
    var problems = fit.problems
    if let year, !title.years.isEmpty, !title.years.contains(year) {
      let seen = title.years.map(String.init).joined(separator: " ")
      problems.append(ReadingProblem(kind: .yearDiffers, table: nil, seen: seen, place: nil))
    }
    return Report(
      body: body, year: try Self.year(given: year, title: title, name: name),
      source: SourceFile(
        path: path, digest: file.digest, format: isHTML ? "html" : "text",
        encoding: text.encoding),
      tables: fit.tables, claims: [], problems: problems)
  }

  private static func year(
    given: Int?, title: TitleReader, name: FileName
  ) throws(ReadingError) -> Int {
    if let given { return given }
    guard title.years.count <= 1 else { throw .yearConflict(title.years.sorted()) }
    guard let year = title.years.first ?? name.year else { throw .yearUnknown }
    return year
  }
}
