import Forms
import ReportModel

/// Reads a published report: bytes, text, document, figures, each figure with its place.
///
/// What cannot be read with certainty has a status that says so; nothing is guessed.
public struct ReportReader: Sendable {
  private let codes: KnownCodes
  private let fitter: FormFitter
  private let tables: TableReader
  let limits: ReadingLimits

  /// - Parameter catalog: the forms to look for.
  public init(catalog: FormCatalog = .standard, limits: ReadingLimits = .standard) {
    codes = KnownCodes(catalog)
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
    return try onlyReport(
      of: file, as: ReadingRequest(path: shown ?? path, body: body, year: year))
  }

  /// Reads every report of a file: one for a page, several for formats that hold several.
  ///
  /// - Parameters: as for `read(path:shown:body:year:)`.
  /// - Returns: at least one item; what is wrong with one report does not touch the others.
  public func readAll(
    path: String, shown: String? = nil, body: String? = nil, year: Int? = nil
  ) -> [ReadItem] {
    let request = ReadingRequest(path: shown ?? path, body: body, year: year)
    do {
      return items(of: try tables.load(path), as: request)
    } catch {
      return [ReadItem(path: request.path, result: .failure(error))]
    }
  }

  /// Reads what is packed in nothing: a table of figures, or a page.
  func unpackedItems(
    of file: LoadedFile, as request: ReadingRequest, budget: inout UnpackingBudget
  ) -> [ReadItem] {
    if let found = tables.recognise(file.bytes) {
      return tables.items(
        of: file, kind: found.kind, path: request.path,
        identity: ReportIdentity(body: request.body, year: request.year))
    }
    let result = Result { () throws(ReadingError) -> Report in
      try readPageOrFlaw(file, as: request, budget: &budget)
    }
    return [ReadItem(path: request.path, result: result)]
  }

  /// Reads a page. A file without one may be a table whose columns nobody knows: its name tells.
  private func readPageOrFlaw(
    _ file: LoadedFile, as request: ReadingRequest, budget: inout UnpackingBudget
  ) throws(ReadingError) -> Report {
    do {
      return try readPage(file, as: request, budget: &budget)
    } catch {
      guard error == .noTables, let notation = TableKind.notation(ofName: request.path) else {
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
    return try onlyReport(
      of: LoadedFile(bytes: bytes), as: ReadingRequest(path: path, body: body, year: year))
  }

  private func onlyReport(
    of file: LoadedFile, as request: ReadingRequest
  ) throws(ReadingError) -> Report {
    let items = items(of: file, as: request)
    guard let item = items.first, items.count == 1 else {
      throw .archive(.severalReports(items.count))
    }
    return try item.result.get()
  }

  /// Reads a page that is packed in nothing.
  func readPage(
    _ file: LoadedFile, as request: ReadingRequest, budget: inout UnpackingBudget
  ) throws(ReadingError) -> Report {
    if CompoundFile.kind(of: file.bytes) == .encryptedPackage { throw .word(.encrypted) }
    if WordConverter.converts(file.bytes) {
      return try readOldWord(file, as: request, budget: &budget)
    }
    if let format = FormatSniffing.foreignFormat(of: file.bytes) {
      guard format == .pdf else { throw .notAReportFormat(format) }
      // The extraction gives UTF-8, whatever the fonts' own encodings are.
      return try report(
        from: try PDFReader.read(file.bytes, limits: limits), of: file, as: request,
        format: "pdf", encoding: "UTF-8")
    }
    // No encoding takes more than twice the bytes of UTF-8.
    guard file.bytes.count <= 2 * limits.htmlSize else {
      throw .tooLarge(size: file.bytes.count, limit: limits.htmlSize)
    }
    let text = try TextDecoding.decode(file.bytes)
    let isHTML = FormatSniffing.isHTML(text.bytes)
    do throws(ReadingError) {
      let report =
        isHTML
        ? try report(
          from: try HTMLReader.read(text.bytes, limits: limits), of: file, as: request,
          format: "html", encoding: text.encoding)
        : try textReport(text, of: file, as: request)
      let hasFigures = report.tables.contains { $0.cells.contains { $0.status == .reported } }
      if !hasFigures, LostText.count(in: text.bytes) != nil { throw ReadingError.noTables }
      return report
    } catch .noTables {
      // Where the text itself is lost, that is why there are none.
      throw LostText.count(in: text.bytes).map { .textLost(count: $0) } ?? .noTables
    } catch {
      throw error
    }
  }

  /// Reads text line by line and, where its rows are aligned as in print, as a printed page too;
  /// each way reads rows that the other leaves open.
  private func textReport(
    _ text: DecodedText, of file: LoadedFile, as request: ReadingRequest
  ) throws(ReadingError) -> Report {
    let byLines = Result { () throws(ReadingError) -> Report in
      try report(
        from: try TextReader.read(text.bytes, limits: limits), of: file, as: request,
        format: "text", encoding: text.encoding)
    }
    guard let pages = try AlignedText.pages(of: text.bytes, limits: limits) else {
      return try byLines.get()
    }
    let asPrint = Result { () throws(ReadingError) -> Report in
      try report(
        from: PrintedDocument.document(of: pages, hasColumns: false), of: file, as: request,
        format: "text", encoding: text.encoding)
    }
    switch (byLines, asPrint) {
    case (.success(let byLines), .success(let asPrint)):
      return TwoReadings(byLines, asPrint).report
    case (.success(let report), .failure), (.failure, .success(let report)): return report
    case (.failure(let error), .failure): throw error
    }
  }

  /// Fits a document to the forms, and finds out whose report it is.
  func report(
    from document: Document, of file: LoadedFile, as request: ReadingRequest, format: String,
    encoding: String
  ) throws(ReadingError) -> Report {
    guard !document.blocks.isEmpty else { throw format == "html" ? .nothingReadable : .empty }
    let fit = fitter.fit(document)
    guard !fit.tables.isEmpty else { throw .noTables }
    try refuseSeveralReports(document)
    let title = TitleReader(document)
    let name = FileName(path: request.path)
    guard let body = request.body ?? title.body ?? name.body else { throw .bodyUnknown }
    var problems = fit.problems
    if let year = request.year, !title.years.isEmpty, !title.years.contains(year) {
      let seen = title.years.map(String.init).joined(separator: " ")
      problems.append(ReadingProblem(kind: .yearDiffers, table: nil, seen: seen, place: nil))
    }
    let year = try Self.year(given: request.year, title: title, name: name)
    let tables = fit.tables.map { table in
      guard let heads = fit.years[table.number], !heads.isSubset(of: [year]) else { return table }
      let seen = heads.sorted().map(String.init).joined(separator: " ")
      problems.append(
        ReadingProblem(kind: .headYear, table: table.number, seen: seen, place: nil))
      return table.withoutValues
    }
    let claims = ClaimReader(body: body, year: year, tables: tables, codes: codes)
      .claims(in: document)
    return Report(
      body: body, year: year,
      source: SourceFile(
        path: request.path, digest: file.digest, format: format, encoding: encoding),
      tables: tables, claims: claims, problems: problems)
  }

  /// Tables behind a second report's title are that report's, whoever names the first.
  private func refuseSeveralReports(_ document: Document) throws(ReadingError) {
    // What stands behind a later title stands behind the first of them as well.
    guard let other = OtherReport.all(in: document).first else { return }
    let rest = Document(blocks: Array(document.blocks[other.block...]))
    if !fitter.fit(rest).tables.isEmpty { throw .severalReports(other.titles) }
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

extension ReportTable {
  /// The table with its figures left open: whose they are cannot be told.
  fileprivate var withoutValues: ReportTable {
    ReportTable(
      number: number, form: form,
      cells: cells.map { cell in
        guard cell.status == .reported else { return cell }
        return .unread(
          cell.key, status: .ambiguous, unit: cell.unit, printed: cell.printed, place: cell.place)
      })
  }
}
