/// What the rows of a comparison are told apart by. The raw value is the column's name.
public enum Dimension: String, Sendable, CaseIterable, Hashable {
  case year
  case body
  /// The six columns of applicants of table 3; the total column is never one of them.
  case applicant
  /// The form of the table that carries the indicator.
  case form
  case indicator
}
