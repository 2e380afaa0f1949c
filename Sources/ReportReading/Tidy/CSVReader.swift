/// Comma-separated values after RFC 4180, read strictly: what breaks the rules may have lost a
/// figure. Lines may end in `\n` as well as in `\r\n`; empty lines are passed over.
struct CSVReader {
  /// A row of fields without their quotation marks.
  struct Record {
    /// Where the row begins, from 1.
    let line: Int
    let fields: [String]
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private var cursor: TextCursor
  private let limits: ReadingLimits
  /// As many as the first row has.
  private var width: Int?

  /// - Parameter text: UTF-8 without a byte order mark.
  init(_ text: [UInt8], limits: ReadingLimits) {
    cursor = TextCursor(text)
    self.limits = limits
  }

  /// The next row, or `nil` behind the last.
  mutating func next() throws(TableFlaw) -> Record? {
    while let byte = cursor.byte {
      // An empty line; a row of one empty field is written `""`.
      if byte == Self.lineFeed || byte == Self.carriageReturn {
        try endLine()
        continue
      }
      let start = cursor
      let fields = try row()
      let expected = width ?? fields.count
      guard fields.count == expected else {
        throw TableFlaw(
          line: start.line, kind: .fieldCount(fields.count, expected: expected))
      }
      width = expected
      return Record(line: start.line, fields: fields)
    }
    return nil
  }

  private mutating func row() throws(TableFlaw) -> [String] {
    var fields: [String] = []
    if let width { fields.reserveCapacity(width) }
    while true {
      guard fields.count < limits.tableColumns else {
        throw cursor.flaw(.tooManyColumns(limit: limits.tableColumns))
      }
      fields.append(cursor.byte == Self.quote ? try quotedField() : try plainField())
      guard cursor.byte == Self.comma else { break }
      cursor.index += 1
    }
    try endLine()
    return fields
  }

  private mutating func plainField() throws(TableFlaw) -> String {
    let start = cursor.index
    while let byte = cursor.byte {
      if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == Self.quote { throw cursor.flaw(.quoteInsideField) }
      cursor.index += 1
    }
    try checkLength(from: start)
    return cursor.text(start..<cursor.index)
  }

  private mutating func quotedField() throws(TableFlaw) -> String {
    let opening = cursor
    cursor.index += 1
    var content: [UInt8] = []
    while true {
      guard let byte = cursor.byte else { throw opening.flaw(.unclosedQuote) }
      if byte == Self.lineFeed {
        content.append(byte)
        cursor.passLineFeed()
        continue
      }
      cursor.index += 1
      if byte == Self.quote {
        // A doubled mark stands for one; a single one closes the field.
        guard cursor.byte == Self.quote else { break }
        cursor.index += 1
      }
      content.append(byte)
      try checkLength(from: opening.index)
    }
    switch cursor.byte {
    case nil, Self.comma, Self.lineFeed, Self.carriageReturn: break
    default: throw cursor.flaw(.textBehindQuote)
    }
    return String(decoding: content, as: UTF8.self)
  }

  private func checkLength(from start: Int) throws(TableFlaw) {
    guard cursor.index - start <= limits.fieldSize else {
      throw cursor.flaw(.fieldTooLong(limit: limits.fieldSize))
    }
  }

  private mutating func endLine() throws(TableFlaw) {
    if cursor.byte == Self.carriageReturn {
      let next = cursor.index + 1
      guard next < cursor.bytes.count, cursor.bytes[next] == Self.lineFeed else {
        throw cursor.flaw(.loneCarriageReturn)
      }
      cursor.index = next
    }
    if cursor.byte == Self.lineFeed { cursor.passLineFeed() }
  }
}
