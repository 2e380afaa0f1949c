/// Reads CSV as tests need it (RFC 4180), independently of what writes it.
struct CSVText {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch (scalar, isQuoted) {
      case ("\"", true) where index < scalars.count && scalars[index] == "\"":
        field.unicodeScalars.append("\"")
        index += 1
      case ("\"", _):
        isQuoted.toggle()
      case (",", false):
        record.append(field)
        field = ""
      case ("\n", false):
        records.append(record + [field])
        record = []
        field = ""
      case ("\r", false):
        break
      default:
        field.unicodeScalars.append(scalar)
      }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The rows with only these columns, in this order. A column that is not there is empty.
  func columns(_ names: [String]) -> [[String]] {
    let places = names.map { header.firstIndex(of: $0) }
    return rows.map { row in places.map { $0.map { row[$0] } ?? "" } }
  }
}
