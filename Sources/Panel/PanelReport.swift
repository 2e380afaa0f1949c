import Glibc
import ReportModel

/// What a panel knows of a report besides its figures.
public struct PanelReport: Hashable, Sendable {
  /// The report's number in its store.
  public let id: Int64
  /// Whose report it is, by the full name.
  public let body: String
  /// The year reported on.
  public let year: Int
  /// The forms of the tables by their numbers, 1 to 4; `nil` where the page lacks the table.
  public let forms: [Int: String]

  /// A report by its number in the store.
  public init(id: Int64, body: String, year: Int, forms: [Int: String]) {
    self.id = id
    self.body = body
    self.year = year
    self.forms = forms
  }

  /// The panel's order: body by Unicode scalars, then year; the same on every machine, whatever
  /// its locale.
  func precedes(_ other: PanelReport) -> Bool {
    // UTF-8 keeps the order of scalars. Swift's own `==` would hold different spellings of one
    // character for equal and so disagree with this order.
    if Self.isSame(body, other.body) { return year < other.year }
    return body.utf8.lexicographicallyPrecedes(other.body.utf8)
  }

  func hasBody(of other: PanelReport) -> Bool {
    Self.isSame(body, other.body)
  }

  /// The same bytes: Swift's `==` would hold different spellings of a character for equal.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let found = one.utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { other in
        guard one.count == other.count else { return false }
        guard let first = one.baseAddress, let second = other.baseAddress else { return true }
        return memcmp(first, second, one.count) == 0
      }
    }
    return (found ?? nil) ?? one.utf8.elementsEqual(other.utf8)
  }
}
