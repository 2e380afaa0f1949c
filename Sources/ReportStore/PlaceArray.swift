import ReportModel

/// The places of a report's cells as a JSON array of strings and nulls.
///
/// Every cell has one, so each part of a place is written as a mark and its number: `~3^7_2@120` is
/// the locator `table:3 row:7 column:2 line:120`. Stores before version 3 have the locators
/// themselves. Neither holds anything that is ever escaped.
enum PlaceArray {
  private static let marks:
    [(mark: UInt8, name: String, part: WritableKeyPath<Place, Int32?> & Sendable)] = [
      (UInt8(ascii: "!"), "page", \.page), (UInt8(ascii: "~"), "table", \.table),
      (UInt8(ascii: "^"), "row", \.row), (UInt8(ascii: "_"), "column", \.column),
      (UInt8(ascii: "@"), "line", \.line),
    ]

  /// An expression of SQL that makes the locator of such a string; a locator stays as it is.
  static func locator(_ expression: String) -> String {
    let replaced = marks.reduce(expression) { inner, part in
      "replace(\(inner), '\(Unicode.Scalar(part.mark))', ' \(part.name):')"
    }
    return "ltrim(\(replaced))"
  }

  static func text(_ places: some Sequence<Place?>) -> String {
    var bytes = [UInt8(ascii: "[")]
    for place in places {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      guard let place else {
        bytes.append(contentsOf: "null".utf8)
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      append(place.page, UInt8(ascii: "!"), to: &bytes)
      append(place.table, UInt8(ascii: "~"), to: &bytes)
      append(place.row, UInt8(ascii: "^"), to: &bytes)
      append(place.column, UInt8(ascii: "_"), to: &bytes)
      append(place.line, UInt8(ascii: "@"), to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ number: Int32?, _ mark: UInt8, to bytes: inout [UInt8]) {
    guard let number else { return }
    bytes.append(mark)
    guard number >= 0 else {
      bytes.append(contentsOf: String(number).utf8)
      return
    }
    var scale: Int32 = 1
    while number / scale >= 10 { scale *= 10 }
    while scale > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / scale % 10))
      scale /= 10
    }
  }

  /// The places of such an array; `nil` where the text is none.
  static func places(_ text: String) -> [Place?]? {
    guard text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]"),
      text.utf8.count >= 2
    else { return nil }
    let inner = text.utf8.dropFirst().dropLast()
    guard !inner.isEmpty else { return [] }
    var places: [Place?] = []
    for element in inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      if element.elementsEqual("null".utf8) {
        places.append(nil)
        continue
      }
      guard element.count >= 2, element.first == UInt8(ascii: "\""),
        element.last == UInt8(ascii: "\""),
        let place = place(element.dropFirst().dropLast())
      else { return nil }
      places.append(place)
    }
    return places
  }

  private static func place(_ text: Substring.UTF8View) -> Place? {
    if text.contains(UInt8(ascii: ":")) { return Place(locator: Substring(text)) }
    var place = Place()
    var rest = text
    while let mark = rest.popFirst() {
      guard let known = marks.first(where: { $0.mark == mark }), place[keyPath: known.part] == nil
      else { return nil }
      let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard let number = Int32(Substring(digits)), number > 0 else { return nil }
      place[keyPath: known.part] = number
      rest = rest[digits.endIndex...]
    }
    return place
  }
}
