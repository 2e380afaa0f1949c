import ReportModel

/// Reads tables with one figure a row, as `cells` writes them.
struct TidyReader {
  let names: FigureNames
  let identity: ReportIdentity

  /// The columns that the table must have.
  var required: [FigureColumn] {
    FigureColumn.required.filter {
      $0 != .body && $0 != .year || identity.required.contains($0)
    }
  }

  /// All reports of the table.
  ///
  /// - Throws: where the text is broken, or where a row does not say which report it belongs to:
  ///   any report might then lack a figure.
  func read(_ records: inout some FigureRecords) throws(TableFlaw) -> DraftBook {
    var book = DraftBook()
    while let record = try records.next() {
      let (body, year) = try identity.read(
        body: record[.body], year: record[.year], line: record.line)
      let source = record[.source].flatMap { $0.isEmpty ? nil : $0 }
      let known = book.position(body: body, year: year)
      let position =
        known
        ?? book.begin(ReportDraft(body: body, year: year, source: source, line: record.line))
      let other = book.drafts[position].source
      guard (other ?? "").utf8.elementsEqual((source ?? "").utf8) else {
        book.refuse(
          position,
          TableFlaw(
            line: record.line,
            kind: .severalSources([other ?? "", source ?? ""].sorted(by: Self.precedes))))
        continue
      }
      book.count(record.texts, line: source == nil ? record.line : nil, in: position)
      do throws(TableFlaw) {
        book.add(try figure(record, hasSource: source != nil), to: position)
      } catch {
        book.refuse(position, error)
      }
    }
    return book
  }

  /// By bytes, so that the order does not depend on what a locale thinks of characters.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private func figure(
    _ record: FigureRecord, hasSource: Bool
  ) throws(TableFlaw) -> DraftFigure {
    let line = record.line
    guard let name = record.name(.indicator) else {
      throw TableFlaw(line: line, kind: .missing(.indicator))
    }
    let code = try names.indicator(name, line: line)
    var applicant: Applicant?
    if let name = record.name(.applicant) {
      applicant = try names.applicant(name, line: line)
    }
    var form: String?
    if let name = record.name(.form) { form = try names.form(name, line: line) }
    let unit = try unit(of: record)
    let content = try content(of: record, unit: unit)
    return DraftFigure(
      line: line, key: CellKey(code, applicant), form: form, table: try table(of: record),
      unit: unit, status: content.status, value: content.value, printed: content.printed,
      place: try place(of: record, status: content.status, hasSource: hasSource))
  }

  private func unit(of record: FigureRecord) throws(TableFlaw) -> MeasureUnit? {
    guard let name = record.name(.unit) else { return nil }
    guard let unit = MeasureUnit(rawValue: name) else {
      throw TableFlaw(line: record.line, kind: .unknown(.unit, name))
    }
    return unit
  }

  private func table(of record: FigureRecord) throws(TableFlaw) -> Int? {
    guard let text = record.name(.table) else { return nil }
    guard let number = Int(text) else {
      throw TableFlaw(line: record.line, kind: .unreadable(.table, text))
    }
    return number
  }

  private func content(
    of record: FigureRecord, unit: MeasureUnit?
  ) throws(TableFlaw) -> (status: CellStatus, value: Quantity?, printed: String) {
    let line = record.line
    var value: Quantity?
    if let text = record.name(.value) {
      guard let number = PlainFigure.quantity(text) else {
        throw TableFlaw(line: line, kind: .unreadable(.value, text))
      }
      value = number
    }
    let printed = record[.printed] ?? record.name(.value) ?? ""
    let status = try status(of: record, hasValue: value != nil, printed: printed, unit: unit)
    guard (status == .reported) == (value != nil) else {
      throw TableFlaw(
        line: line,
        kind: status == .reported ? .missing(.value) : .valueBesideStatus(status))
    }
    if let value, let text = record.name(.printed), Self.isUnlike(value, text, unit: unit) {
      throw TableFlaw(line: line, kind: .valueUnlikePrinted(value, text))
    }
    return (status, value, printed)
  }

  /// Whether the text that a page is said to print is a number of the same unit, and another one
  /// than the value.
  private static func isUnlike(_ value: Quantity, _ text: String, unit: MeasureUnit?) -> Bool {
    let unit = unit ?? .count
    let printed = FigureReading(text, unit: unit)
    return printed.unit == unit && printed.value.map { $0 != value } ?? false
  }

  /// Where the table does not say it, a value makes a figure, and without one the printed text
  /// tells. Nothing at all says nothing about the page: the cell is absent.
  private func status(
    of record: FigureRecord, hasValue: Bool, printed: String, unit: MeasureUnit?
  ) throws(TableFlaw) -> CellStatus {
    if let name = record.name(.status) {
      guard let status = CellStatus(rawValue: name) else {
        throw TableFlaw(line: record.line, kind: .unknown(.status, name))
      }
      return status
    }
    if hasValue { return .reported }
    let status = FigureReading(printed, unit: unit ?? .count).status
    switch status {
    case .blank: return .absent
    case .reported: throw TableFlaw(line: record.line, kind: .statusUnclear(printed))
    case .dash, .text, .ambiguous, .absent: return status
    }
  }

  /// A locator belongs to the source that stands beside it. Without a source the row itself is
  /// where the figure comes from.
  private func place(
    of record: FigureRecord, status: CellStatus, hasSource: Bool
  ) throws(TableFlaw) -> Place? {
    guard hasSource else { return status == .absent ? nil : Place(line: Int32(record.line)) }
    guard let locator = record.name(.locator) else {
      return status == .reported ? Place() : nil
    }
    guard let place = Place(locator: locator), place.locator == locator else {
      throw TableFlaw(line: record.line, kind: .unreadable(.locator, locator))
    }
    return place
  }
}
