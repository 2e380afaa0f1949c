import ReportModel

/// The places of a report's cells as a JSON array of locators and nulls. Locators hold letters,
/// digits, colons and spaces only, so nothing in them is ever escaped.
enum PlaceArray {
  static func text(_ places: some Sequence<Place?>) -> String {
    var bytes = [UInt8(ascii: "[")]
    for place in places {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      if let place {
        bytes.append(UInt8(ascii: "\""))
        place.appendLocator(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(contentsOf: "null".utf8)
      }
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
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
        let place = Place(locator: Substring(element.dropFirst().dropLast()))
      else { return nil }
      places.append(place)
    }
    return places
  }
}
