/// Records of JSON after RFC 8259: one object a line, or an array of objects. Numbers keep their
/// digits as they are written and never pass through a binary float.
struct JSONRecordReader {
  /// What a member of a record holds.
  enum Value: Equatable {
    case null
    case text(String)
    /// As it is written.
    case number(String)
    /// `true`, `false`, an array or an object: no figure's column holds such a thing.
    case other
  }

  /// An object.
  struct Record {
    /// Where it begins, from 1.
    let line: Int
    /// In the order in which they are written, each name once.
    let members: [(name: String, value: Value)]
  }

  private var cursor: TextCursor
  private let limits: ReadingLimits
  /// Whether the records are the elements of an array.
  let isArray: Bool
  private var count = 0
  private var lastLine = 0
  private var isAtEnd = false

  /// - Parameter text: UTF-8 without a byte order mark.
  init(_ text: [UInt8], limits: ReadingLimits) {
    cursor = TextCursor(text)
    self.limits = limits
    isArray = Self.firstMark(text) == UInt8(ascii: "[")
    if isArray {
      skipSpace()
      cursor.index += 1
    }
  }

  /// The first byte that is no white space.
  static func firstMark(_ text: [UInt8]) -> UInt8? {
    text.first { !isSpace($0) }
  }

  /// The next record, or `nil` behind the last.
  mutating func next() throws(TableFlaw) -> Record? {
    guard !isAtEnd else { return nil }
    skipSpace()
    if isArray {
      if cursor.byte == UInt8(ascii: "]") {
        cursor.index += 1
        skipSpace()
        guard cursor.byte == nil else { throw cursor.flaw(.notJSON) }
        isAtEnd = true
        return nil
      }
      if count > 0 {
        try take(",")
        skipSpace()
      }
    } else if cursor.byte == nil {
      return nil
    } else if count > 0, cursor.line == lastLine {
      // Two records on one line.
      throw cursor.flaw(.notJSON)
    }
    count += 1
    let line = cursor.line
    let members = try object()
    lastLine = cursor.line
    if isArray {
      skipSpace()
      if cursor.byte != UInt8(ascii: ","), cursor.byte != UInt8(ascii: "]") {
        throw cursor.flaw(.notJSON)
      }
    }
    return Record(line: line, members: members)
  }

  private mutating func object() throws(TableFlaw) -> [(name: String, value: Value)] {
    try take("{")
    var members: [(name: String, value: Value)] = []
    skipSpace()
    if cursor.byte == UInt8(ascii: "}") {
      cursor.index += 1
      return members
    }
    while true {
      skipSpace()
      let place = cursor
      let name = try string()
      // Another spelling of the same characters is another name.
      guard !members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        throw place.flaw(.columnTwice(name))
      }
      guard members.count < limits.tableColumns else {
        throw cursor.flaw(.tooManyColumns(limit: limits.tableColumns))
      }
      skipSpace()
      try take(":")
      skipSpace()
      members.append((name, try value(depth: 1)))
      skipSpace()
      if cursor.byte == UInt8(ascii: "}") { break }
      try take(",")
    }
    cursor.index += 1
    return members
  }

  private mutating func value(depth: Int) throws(TableFlaw) -> Value {
    switch cursor.byte {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "n"):
      try takeAll("null")
      return .null
    case UInt8(ascii: "t"): try takeAll("true")
    case UInt8(ascii: "f"): try takeAll("false")
    case UInt8(ascii: "["): try skip(to: "]", depth: depth)
    case UInt8(ascii: "{"): try skip(to: "}", depth: depth)
    default: return .number(try number())
    }
    return .other
  }

  /// Goes past an array or an object, which must be well formed all the same.
  private mutating func skip(to end: Unicode.Scalar, depth: Int) throws(TableFlaw) {
    guard depth < limits.jsonDepth else {
      throw cursor.flaw(.nestedTooDeeply(limit: limits.jsonDepth))
    }
    cursor.index += 1
    skipSpace()
    if cursor.byte == UInt8(ascii: end) {
      cursor.index += 1
      return
    }
    while true {
      skipSpace()
      if end == "}" {
        _ = try string()
        skipSpace()
        try take(":")
        skipSpace()
      }
      _ = try value(depth: depth + 1)
      skipSpace()
      if cursor.byte == UInt8(ascii: end) { break }
      try take(",")
    }
    cursor.index += 1
  }

  private mutating func string() throws(TableFlaw) -> String {
    let opening = cursor
    var reader = JSONStringReader(cursor)
    guard let text = reader.read() else { throw reader.cursor.flaw(.notJSON) }
    cursor = reader.cursor
    guard cursor.index - opening.index <= limits.fieldSize else {
      throw opening.flaw(.fieldTooLong(limit: limits.fieldSize))
    }
    return text
  }

  /// `-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?`
  private mutating func number() throws(TableFlaw) -> String {
    let start = cursor.index
    if cursor.byte == UInt8(ascii: "-") { cursor.index += 1 }
    if cursor.byte == UInt8(ascii: "0") { cursor.index += 1 } else { try digits() }
    if cursor.byte == UInt8(ascii: ".") {
      cursor.index += 1
      try digits()
    }
    if let byte = cursor.byte, byte | 0x20 == UInt8(ascii: "e") {
      cursor.index += 1
      if cursor.byte == UInt8(ascii: "+") || cursor.byte == UInt8(ascii: "-") { cursor.index += 1 }
      try digits()
    }
    guard cursor.index - start <= limits.fieldSize else {
      throw cursor.flaw(.fieldTooLong(limit: limits.fieldSize))
    }
    return cursor.text(start..<cursor.index)
  }

  private mutating func digits() throws(TableFlaw) {
    let start = cursor.index
    while let byte = cursor.byte, byte >= 0x30, byte <= 0x39 { cursor.index += 1 }
    guard cursor.index > start else { throw cursor.flaw(.notJSON) }
  }

  private mutating func take(_ mark: Unicode.Scalar) throws(TableFlaw) {
    guard cursor.byte == UInt8(ascii: mark) else { throw cursor.flaw(.notJSON) }
    cursor.index += 1
  }

  private mutating func takeAll(_ word: String) throws(TableFlaw) {
    for mark in word.unicodeScalars { try take(mark) }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipSpace() {
    while let byte = cursor.byte, Self.isSpace(byte) {
      if byte == 0x0A { cursor.passLineFeed() } else { cursor.index += 1 }
    }
  }
}
