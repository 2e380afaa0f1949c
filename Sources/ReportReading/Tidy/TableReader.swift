import Forms
import ReportModel

/// Reads tables of figures that nianbao or another tool has written: CSV or JSON with a figure in
/// each row, or CSV with a report in each row. A file may hold any number of reports.
struct TableReader: Sendable {
  private let names: FigureNames
  private let forms: TableForms
  private let limits: ReadingLimits

  init(catalog: FormCatalog, limits: ReadingLimits) {
    names = FigureNames(catalog: catalog)
    forms = TableForms(catalog: catalog)
    self.limits = limits
  }

  /// What a file's first bytes show; `nil` where they are no table of figures.
  func recognise(_ bytes: [UInt8]) -> TableRecognition? {
    TableRecognition(head: bytes[...], names: names, limits: limits)
  }

  /// What a file shows when only its beginning is read.
  func recognise(path: String) -> TableRecognition? {
    LoadedFile.head(path: path, size: TableRecognition.headSize).flatMap(recognise)
  }

  /// Opens a file. A table may be larger than a page.
  func load(_ path: String) throws(ReadingError) -> LoadedFile {
    do {
      return try LoadedFile(path: path, limit: limits.fileSize)
    } catch {
      guard case .tooLarge = error, recognise(path: path) != nil else { throw error }
      return try LoadedFile(path: path, limit: limits.tableSize)
    }
  }

  /// Every report of a table, or why it has none.
  ///
  /// The digest is that of the report's own rows: it tells the reports of a file apart, and when a
  /// file that has grown is loaded again, the reports that were there before have not changed. The
  /// path is the page that the rows name, for that is where the figures come from and what their
  /// places refer to; without one it is the table itself.
  ///
  /// - Parameters:
  ///   - path: the table as shown to the user.
  ///   - identity: what the user says about body and year.
  func items(
    of file: LoadedFile, kind: TableKind, path: String, identity: ReportIdentity
  ) -> [ReadItem] {
    let book: DraftBook
    let ignored: [String]
    let encoding: String
    do throws(ReadingError) {
      let text = try TextDecoding.decode(file.bytes)
      encoding = text.encoding
      // What `as csv` writes has neither; what spreadsheet programs write has one or the other.
      let isGuarded =
        text.encoding != "UTF-8" || file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      (book, ignored) = try read(text.bytes, kind, identity, isGuarded: isGuarded)
    } catch {
      return [ReadItem(path: path, result: .failure(error))]
    }
    guard !book.drafts.isEmpty else { return [ReadItem(path: path, result: .failure(.empty))] }
    return book.drafts.enumerated().map { index, draft in
      let result = Result { () throws(ReadingError) -> Report in
        try report(
          draft,
          source: SourceFile(
            path: draft.source ?? path, digest: draft.digest.text, format: kind.rawValue,
            encoding: encoding))
      }
      return ReadItem(path: path, result: result, ignoredColumns: index == 0 ? ignored : [])
    }
  }

  /// What is wrong with a file whose name says that it is a table and whose content does not.
  func flaw(of file: LoadedFile, notation: TableKind.Notation) -> ReadingError {
    do throws(ReadingError) {
      let text = try TextDecoding.decode(file.bytes).bytes
      do throws(TableFlaw) {
        switch notation {
        case .csv:
          var reader = CSVReader(text, limits: limits)
          _ = try reader.next()
        case .json:
          var reader = JSONRecordReader(text, limits: limits)
          guard try reader.next() != nil else { return .empty }
          return .table(TableFlaw(line: 1, kind: .noFigureRecords))
        }
      } catch {
        return .table(error)
      }
      return .table(TableFlaw(line: 1, kind: .missingColumns(FigureColumn.required)))
    } catch {
      return error
    }
  }

  private func read(
    _ text: [UInt8], _ kind: TableKind, _ identity: ReportIdentity, isGuarded: Bool
  ) throws(ReadingError) -> (DraftBook, ignored: [String]) {
    let tidy = TidyReader(names: names, identity: identity)
    do throws(TableFlaw) {
      switch kind {
      case .tidyCSV:
        var records = try CSVFigureRecords(
          CSVReader(text, limits: limits), required: tidy.required, isGuarded: isGuarded)
        return (try tidy.read(&records), ignored(records))
      case .tidyJSONLines, .tidyJSON:
        var records = JSONFigureRecords(
          JSONRecordReader(text, limits: limits), required: tidy.required)
        return (try tidy.read(&records), ignored(records))
      case .wideCSV:
        var reader = CSVReader(text, limits: limits)
        let wide = WideReader(names: names, identity: identity, isGuarded: isGuarded)
        let (book, ignored) = try wide.read(&reader)
        return (book, ignored)
      }
    } catch {
      throw .table(error)
    }
  }

  /// A locator says nothing without the source that it refers to.
  private func ignored(_ records: some FigureRecords) -> [String] {
    let isLost = records.columns.contains(.locator) && !records.columns.contains(.source)
    return records.ignored + (isLost ? [FigureColumn.locator.name] : [])
  }

  private func report(_ draft: ReportDraft, source: SourceFile) throws(ReadingError) -> Report {
    if let flaw = draft.flaw { throw .table(flaw) }
    do throws(TableFlaw) {
      return Report(
        body: draft.body, year: draft.year, source: source,
        tables: try forms.tables(draft.figures), claims: [], problems: [])
    } catch {
      throw .table(error)
    }
  }
}
