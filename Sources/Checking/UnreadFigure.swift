import Expressions
import Panel
import ReportModel

/// How blanks and dashes count.
enum BlankTreatment {
  /// As zero, which is what they nearly always mean.
  case asZero
  /// As figures that were not read, which a blank total in fact is.
  case asUnread
}

/// What a cell without a figure could hold.
enum UnreadFigure {
  /// Counts and amounts cannot be negative; the change of a year's items (本年增/减) can: bodies
  /// are told to write a decrease as a negative number.
  static func bounds(of code: IndicatorCode) -> Bounds {
    mayBeNegative(code) ? .any : .nonNegative
  }

  static func mayBeNegative(_ code: IndicatorCode) -> Bool {
    code.text.split(separator: ".").last == "items_change"
  }
}

extension PanelColumn {
  /// Digits after the point of the column's integers once money is in 10,000 yuan, so that figures
  /// of two columns, or of a column and a rule, always meet in one unit.
  var ruleScale: Int { unit == .yuan ? scale + 4 : scale }
}
