import ReportModel

/// Reads tables with a report in each row: body, year, and a column for each figure.
///
/// An empty field is an absent cell: it says that whoever made the table has no figure, and nothing
/// about the page.
struct WideReader {
  /// What a column of the header means.
  enum Column: Equatable {
    case body, year, form
    case figure(CellKey)
    /// Not a figure that pages carry; it is passed over, and named to the user.
    case ignored
  }

  let names: FigureNames
  let identity: ReportIdentity
  let isGuarded: Bool

  /// What a name in the header means: a code or a label, with the applicant in brackets behind it;
  /// without one, the form's own total.
  static func column(
    _ header: String, names: FigureNames, line: Int
  ) throws(TableFlaw) -> Column {
    switch FigureColumn(name: header) {
    case .body: return .body
    case .year: return .year
    case .form: return .form
    default: break
    }
    let (name, applicant) = parts(WhiteSpace.trimmed(header))
    let found = names.indicators(name)
    guard let code = found.first else { return .ignored }
    guard found.count == 1 else {
      throw TableFlaw(
        line: line, kind: .ambiguousName(name, candidates: found.map(\.text)))
    }
    guard !names.isDerived(code) else { return .ignored }
    guard names.hasApplicants(code) else {
      guard let applicant else { return .figure(CellKey(code)) }
      throw TableFlaw(line: line, kind: .unknown(.applicant, applicant))
    }
    guard let applicant else { return .figure(CellKey(code, .total)) }
    return .figure(CellKey(code, try names.applicant(applicant, line: line)))
  }

  /// `outcome.granted[firm]` as its name and what stands in the brackets.
  private static func parts(_ header: String) -> (name: String, applicant: String?) {
    let scalars = Array(header.unicodeScalars)
    guard scalars.last == "]", let bracket = scalars.lastIndex(of: "[") else {
      return (header, nil)
    }
    let inner = WhiteSpace.string(scalars[(bracket + 1)..<(scalars.count - 1)])
    return (
      WhiteSpace.trimmed(WhiteSpace.string(scalars[..<bracket])), WhiteSpace.trimmed(inner)
    )
  }

  /// All reports of the table, and the names of the columns that were not used.
  func read(
    _ reader: inout CSVReader
  ) throws(TableFlaw) -> (book: DraftBook, ignored: [String]) {
    guard let header = try reader.next() else { return (DraftBook(), []) }
    let columns = try columns(header)
    var book = DraftBook()
    var number = 1
    while let row = try reader.next() {
      number += 1
      guard row.fields.contains(where: { !$0.isEmpty }) else { continue }
      let fields = isGuarded ? row.fields.map(FormulaGuard.removed) : row.fields
      let (body, year) = try identity.read(
        body: columns.firstIndex(of: .body).map { fields[$0] },
        year: columns.firstIndex(of: .year).map { fields[$0] }, line: row.line)
      if let first = book.position(body: body, year: year) {
        let line = book.drafts[first].line
        book.refuse(first, TableFlaw(line: row.line, kind: .reportTwice(firstLine: line)))
        continue
      }
      let position = book.begin(
        ReportDraft(body: body, year: year, source: nil, line: row.line))
      book.count(header.fields + row.fields, line: row.line, in: position)
      do throws(TableFlaw) {
        for figure in try figures(fields, columns, line: row.line, number: number) {
          book.add(figure, to: position)
        }
      } catch {
        book.refuse(position, error)
      }
    }
    let ignored = header.fields.enumerated().compactMap { index, name in
      columns[index] == .ignored ? ColumnName.shown(name, at: index) : nil
    }
    return (book, ignored)
  }

  private func columns(_ header: CSVReader.Record) throws(TableFlaw) -> [Column] {
    var columns: [Column] = []
    for name in header.fields {
      let column = try Self.column(name, names: names, line: header.line)
      guard column == .ignored || !columns.contains(column) else {
        throw TableFlaw(line: header.line, kind: .columnTwice(WhiteSpace.trimmed(name)))
      }
      columns.append(column)
    }
    let missing = identity.required.filter { required in
      !columns.contains(required == .body ? .body : .year)
    }
    guard missing.isEmpty else {
      throw TableFlaw(line: header.line, kind: .missingColumns(missing))
    }
    return columns
  }

  private func figures(
    _ fields: [String], _ columns: [Column], line: Int, number: Int
  ) throws(TableFlaw) -> [DraftFigure] {
    var form: String?
    if let index = columns.firstIndex(of: .form) {
      let name = WhiteSpace.trimmed(fields[index])
      if !name.isEmpty { form = try names.form(name, line: line) }
    }
    var figures: [DraftFigure] = []
    for (index, column) in columns.enumerated() {
      guard case .figure(let key) = column else { continue }
      let text = WhiteSpace.trimmed(fields[index])
      guard !text.isEmpty else { continue }
      let value = PlainFigure.quantity(text)
      guard value != nil || FigureReading(text, unit: .count).status == .dash else {
        throw TableFlaw(line: line, kind: .unreadableFigure(key, text))
      }
      figures.append(
        DraftFigure(
          line: line, key: key, form: form, status: value == nil ? .dash : .reported,
          value: value, printed: text,
          place: Place(row: Int32(number), column: Int32(index + 1), line: Int32(line))))
    }
    guard !figures.isEmpty else { throw TableFlaw(line: line, kind: .noFigures) }
    return figures
  }
}
