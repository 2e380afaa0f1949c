import Output
import ReportModel

/// How a cell without a figure looks in a table: in brackets, so that nobody takes it for a number,
/// and narrow, so that a whole row of marks leaves room for the labels. A legend says what it means.
enum CellMark {
  /// Of longer texts the beginning is shown; `cells` gives them whole.
  private static let longest = 8

  static func text(status: CellStatus, printed: String) -> String {
    let shown = DisplayWidth.shortened(printed, to: longest)
    return switch status {
    case .reported: shown
    case .blank: "[_]"
    case .dash: "[\(shown)]"
    case .text: "[“\(shown)”]"
    case .ambiguous: "[?\(shown)]"
    case .absent: "[!]"
    }
  }

  /// The mark as the legend has it, for whatever text.
  static func sample(_ status: CellStatus) -> String {
    text(status: status, printed: status == .dash ? "—" : "…")
  }

  /// The number, or a mark that cannot be taken for one.
  ///
  /// - Parameter unitOfColumn: what the head over it says; a figure in another unit has its own beside
  ///   it.
  static func value(_ cell: Cell?, unitOfColumn: MeasureUnit? = nil) -> ResultValue {
    let status = cell?.status ?? .absent
    if status == .reported, let cell, let value = cell.value {
      guard let unitOfColumn, cell.unit != unitOfColumn else { return .number(value) }
      let unit = cell.unit.label
      return .term(
        cell.unit.rawValue,
        LocalizedText(chinese: "\(value) \(unit.chinese)", english: "\(value) \(unit.english)"))
    }
    return .term(
      status.rawValue, LocalizedText(verbatim: text(status: status, printed: cell?.printed ?? "")))
  }
}
