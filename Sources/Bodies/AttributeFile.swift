/// A file of attributes: a column `body` and one for each attribute, a body a row. An empty field
/// says nothing of the body.
public struct AttributeFile: Sendable {
  /// A line of the file.
  public struct Record: Sendable {
    /// From 1.
    public let line: Int
    /// As many as the first line has.
    public let fields: [String]

    /// - Parameter fields: without quotation marks.
    public init(line: Int, fields: [String]) {
      self.line = line
      self.fields = fields
    }
  }

  private struct Column {
    let name: String
    /// `nil` for the column of bodies.
    let attribute: Attribute?
  }

  private static let bodyNames = ["body", "机关", "机关名称"]
  /// Words that mean something else beside attributes.
  private static let reserved: Set<String> = [
    "body", "year", "applicant", "form", "indicator", "table", "value", "reports", "bodies",
    "findings", "unread", "机关", "年", "年度", "申请人", "格式", "指标", "表", "发现", "未读",
    "and", "or", "not", "implies", "sum", "except", "且", "或", "非", "previous", "上年",
  ]

  private let columns: [Column]
  private let records: [Record]
  private let headerLine: Int

  /// - Parameter records: the line of names first.
  public init(_ records: [Record]) throws(AttributeProblem) {
    guard let header = records.first else { throw AttributeProblem(line: 1, .empty) }
    var columns: [Column] = []
    for field in header.fields {
      let column = try Self.column(named: field, line: header.line)
      guard !columns.contains(where: { $0.attribute == column.attribute }) else {
        throw AttributeProblem(line: header.line, column: field, .columnTwice(field))
      }
      columns.append(column)
    }
    guard columns.contains(where: { $0.attribute == nil }) else {
      throw AttributeProblem(line: header.line, .noBodyColumn)
    }
    guard columns.count > 1 else { throw AttributeProblem(line: header.line, .noAttributes) }
    guard records.count > 1 else { throw AttributeProblem(line: header.line, .noRows) }
    self.columns = columns
    self.records = Array(records.dropFirst())
    headerLine = header.line
  }

  private static func column(named field: String, line: Int) throws(AttributeProblem) -> Column {
    let name = field.trimmed
    if bodyNames.contains(name.lowercased()) { return Column(name: name, attribute: nil) }
    if let attribute = Attribute(builtIn: name), Attribute.stored.contains(attribute) {
      return Column(name: name, attribute: attribute)
    }
    if reserved.contains(name.lowercased()) || Attribute(builtIn: name) != nil {
      throw AttributeProblem(line: line, column: field, .reservedName(name))
    }
    guard isWord(name) else {
      throw AttributeProblem(line: line, column: field, .badColumnName(name))
    }
    return Column(name: name, attribute: .own(name))
  }

  /// Whether a name can stand in a condition as it is.
  private static func isWord(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "_" || scalar.properties.isAlphabetic
    }
    return isLetter(first)
      && name.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) }
  }

  /// The names of the user's own columns.
  public var ownNames: [String] {
    columns.compactMap { if case .own(let name)? = $0.attribute { name } else { nil } }
  }

  /// A problem of the line of names, for those who find one of their own.
  public func problem(inColumn name: String, _ kind: AttributeProblem.Kind) -> AttributeProblem {
    AttributeProblem(line: headerLine, column: name, kind)
  }

  /// The number of bodies that the file has a row for.
  public var count: Int { records.count }

  /// What the file says of bodies.
  ///
  /// - Parameters:
  ///   - bodies: those that have reports. A row names one by its full name, else by a part that
  ///     only one has.
  ///   - keepsUnknown: whether rows may be about bodies without reports; then all have their full
  ///     names.
  ///   - known: what was given before; the file's rows go on top of it.
  public func table(
    for bodies: [String], keepsUnknown: Bool, over known: AttributeTable = AttributeTable()
  ) throws(AttributeProblem) -> AttributeTable {
    let loaded = Set(bodies)
    var table = AttributeTable()
    var lines: [String: Int] = [:]
    for record in records {
      let name = bodyField(of: record).trimmed
      let bodyColumn = columns.first { $0.attribute == nil }?.name
      guard !name.isEmpty else {
        throw AttributeProblem(line: record.line, column: bodyColumn, .bodyMissing)
      }
      let body = try Self.body(
        name, loaded: loaded, bodies: bodies, keepsUnknown: keepsUnknown,
        line: record.line, column: bodyColumn)
      if let first = lines[body] {
        throw AttributeProblem(
          line: record.line, column: bodyColumn, .bodyTwice(body, firstLine: first))
      }
      lines[body] = record.line
      table.set(nil, of: body, to: nil)
      for (column, field) in zip(columns, record.fields) {
        let text = field.trimmed
        guard let attribute = column.attribute, !text.isEmpty else { continue }
        let value = try Self.value(text, of: attribute, line: record.line, column: column.name)
        if attribute == .parent {
          let parent = try Self.body(
            value, loaded: loaded, bodies: bodies, keepsUnknown: keepsUnknown,
            line: record.line, column: column.name)
          table.set(.parent, of: body, to: parent)
        } else {
          table.set(attribute, of: body, to: value)
        }
      }
    }
    var merged = known
    merged.merge(table)
    for (body, line) in lines.sorted(by: { $0.value < $1.value }) {
      if let circle = merged.parentCircle(from: body) {
        throw AttributeProblem(line: line, .parentCircle(circle))
      }
    }
    return table
  }

  private func bodyField(of record: Record) -> String {
    guard let index = columns.firstIndex(where: { $0.attribute == nil }) else { return "" }
    return record.fields[index]
  }

  private static func value(
    _ text: String, of attribute: Attribute, line: Int, column: String
  ) throws(AttributeProblem) -> String {
    switch attribute {
    case .region:
      guard let code = RegionCode(text) else {
        throw AttributeProblem(line: line, column: column, .badRegion(text))
      }
      return code.text
    case .level:
      guard let level = BodyLevel(named: text) else {
        throw AttributeProblem(line: line, column: column, .unknownLevel(text))
      }
      return level.rawValue
    case .sector:
      return BodyNames.standard.sector(named: text)?.code ?? text
    case .province, .prefecture, .parent, .own:
      return text
    }
  }

  private static func body(
    _ name: String, loaded: Set<String>, bodies: [String], keepsUnknown: Bool, line: Int,
    column: String?
  ) throws(AttributeProblem) -> String {
    if loaded.contains(name) { return name }
    let matching = bodies.filter { $0.contains(name) }
    if keepsUnknown {
      // 云岭市人民政府 is another body than its office; 云岭 is nobody.
      guard matching.isEmpty || BodyNames.standard.derived(from: name) != .nothing else {
        throw AttributeProblem(
          line: line, column: column, .fullNameNeeded(name, candidates: matching))
      }
      return name
    }
    guard let only = matching.first else {
      throw AttributeProblem(line: line, column: column, .unknownBody(name))
    }
    guard matching.count == 1 else {
      throw AttributeProblem(
        line: line, column: column, .ambiguousBody(name, candidates: matching))
    }
    return only
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var view = unicodeScalars[...]
    while let first = view.first, first.properties.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.properties.isWhitespace { view = view.dropLast() }
    return String(String.UnicodeScalarView(view))
  }
}
