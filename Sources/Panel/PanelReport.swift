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
    let (mine, others) = (ExactText(body), ExactText(other.body))
    return mine == others ? year < other.year : mine < others
  }

  func hasBody(of other: PanelReport) -> Bool {
    ExactText(body) == ExactText(other.body)
  }
}
