import ReportModel

/// A JSON value that is written the same every time: keys sorted, characters unescaped, numbers
/// exact.
indirect enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case number(Quantity)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// On one line.
  var compact: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number.description
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + Self.sorted(members).map { Self.quoted($0.key) + ": " + $0.value.compact }
        .joined(separator: ", ") + "}"
    }
  }

  /// Over several lines with two spaces a level; lists of records keep a record a line.
  func indented(_ level: Int = 0) -> String {
    let outer = String(repeating: "  ", count: level)
    let inner = outer + "  "
    switch self {
    case .list(let values) where !values.isEmpty:
      let isRecords = values.allSatisfy { $0.isFlat }
      let lines = values.map { inner + (isRecords ? $0.compact : $0.indented(level + 1)) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let members) where !isFlat:
      let lines = Self.sorted(members).map {
        inner + Self.quoted($0.key) + ": " + $0.value.indented(level + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + outer + "}"
    default:
      return compact
    }
  }

  /// Whether nothing in it needs lines of its own.
  private var isFlat: Bool {
    switch self {
    case .null, .flag, .number, .text: true
    case .list(let values): values.allSatisfy { if case .text = $0 { true } else { false } }
    case .object(let members):
      members.values.allSatisfy {
        switch $0 {
        case .object: false
        default: $0.isFlat
        }
      }
    }
  }

  private static func sorted(
    _ members: [String: JSONValue]
  ) -> [(key: String, value: JSONValue)] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
