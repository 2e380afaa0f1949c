/// What identifies a figure within a report: the indicator and, in table 3, the applicant.
public struct CellKey: Hashable, Sendable, Comparable {
  /// What is measured; its code is the same in every form revision that has it.
  public let indicator: IndicatorCode
  /// Whose requests the figure counts; `nil` in tables 2 and 4, which do not ask.
  public let applicant: Applicant?

  /// Without an applicant: a cell of table 2 or 4.
  public init(_ indicator: IndicatorCode, _ applicant: Applicant? = nil) {
    self.indicator = indicator
    self.applicant = applicant
  }

  /// By code, then in the order of the applicants' columns, a key without applicant first.
  public static func < (left: CellKey, right: CellKey) -> Bool {
    if left.indicator != right.indicator { return left.indicator < right.indicator }
    return (left.applicant?.position ?? -1) < (right.applicant?.position ?? -1)
  }
}

extension CellKey: CustomStringConvertible {
  /// `outcome.total[firm]`, `penalty.decisions`.
  public var description: String {
    applicant.map { "\(indicator)[\($0.rawValue)]" } ?? indicator.text
  }
}

/// What the page shows in a cell. Blank, dash, zero and absent are four different things.
public enum CellStatus: String, Sendable, CaseIterable {
  /// A number was read with certainty.
  case reported
  /// The cell is there and empty.
  case blank
  /// The cell holds a dash, a slash or 无 where a number belongs.
  case dash
  /// The cell holds words, or a number that the indicator cannot have.
  case text
  /// Something stands there, but which figure it is cannot be said with certainty.
  case ambiguous
  /// The form has the cell, the page does not.
  case absent
}

/// One figure of a report, with its origin.
public struct Cell: Hashable, Sendable {
  /// Which figure of the form it is; within a report no other cell has the same.
  public let key: CellKey
  /// What was seen on the page; whether there is a value hangs on this alone.
  public let status: CellStatus
  /// The number; present exactly where the status is `reported`.
  public let value: Quantity?
  /// The unit of the value: the form's, or the page's own where it states another for money.
  public let unit: MeasureUnit
  /// The page's own characters, trimmed of white space only; empty where nothing is printed.
  public let printed: String
  /// Where it stands; `nil` for absent cells.
  public let place: Place?

  private init(
    key: CellKey, status: CellStatus, value: Quantity?, unit: MeasureUnit, printed: String,
    place: Place?
  ) {
    self.key = key
    self.status = status
    self.value = value
    self.unit = unit
    self.printed = printed
    self.place = place
  }

  /// A figure read with certainty. It always has a place, so that anybody can look it up.
  public static func reported(
    _ key: CellKey, value: Quantity, unit: MeasureUnit, printed: String, place: Place
  ) -> Cell {
    Cell(key: key, status: .reported, value: value, unit: unit, printed: printed, place: place)
  }

  /// A cell without a value. `status` must not be `reported`.
  public static func unread(
    _ key: CellKey, status: CellStatus, unit: MeasureUnit, printed: String, place: Place?
  ) -> Cell {
    precondition(status != .reported, "a reported cell needs its value")
    return Cell(key: key, status: status, value: nil, unit: unit, printed: printed, place: place)
  }
}
