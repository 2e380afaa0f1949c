import Bodies
import ReportModel

/// What the rows of a comparison are told apart by.
public enum Dimension: Hashable, Sendable {
  case year
  case body
  /// The six columns of applicants of table 3; the total column is never one of them.
  case applicant
  /// The form of the table that carries the indicator.
  case form
  case indicator
  /// A property of the body.
  case attribute(Attribute)

  /// The column's name.
  public var name: String {
    switch self {
    case .year: "year"
    case .body: "body"
    case .applicant: "applicant"
    case .form: "form"
    case .indicator: "indicator"
    case .attribute(let attribute): attribute.name
    }
  }
}
