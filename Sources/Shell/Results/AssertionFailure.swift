/// Why an assertion does not hold.
struct AssertionFailure: Sendable {
  /// How many rows are shown.
  static let mostRows = 10

  /// A row that does not fit, or the one comparison of an assertion without rows.
  struct Row: Sendable {
    /// From 1; `nil` for an assertion without rows.
    let number: Int?
    /// The body and the year, or whatever the row begins with.
    let subject: String
    /// The sides of the comparison that does not hold, as far as they are known.
    let left: String?
    let right: String?
    let evidence: [Evidence]
  }

  /// A figure that the row rests on.
  struct Evidence: Sendable {
    let column: String
    /// `nil` where the row has none.
    let value: String?
    /// The marks of the value.
    let flags: String
    /// What the page shows, and where; `nil` where the value stands on no page.
    let printed: String?
    let place: String?
  }

  /// What the user says it means.
  var reason: String?
  /// What it is about, and how many rows that has; `nil` for an assertion without rows.
  var result: (name: String, rows: Int)?
  /// How many rows do not fit, and of how many that is not known.
  var failing = 0
  var unknown = 0
  /// The first of the rows that do not fit; where all do that are known, of those that are not.
  var rows: [Row] = []

  /// Whether it is known that the assertion does not hold.
  var isKnown: Bool { failing > 0 }
}
