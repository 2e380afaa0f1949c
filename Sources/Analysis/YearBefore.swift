import Panel
import ReportModel

extension CompareQuery {
  /// The selected years that are to be set against the year before, of which there are reports that
  /// were not selected, ascending.
  func yearsWithoutTheirBefore(in panel: Panel) -> [Int] {
    guard measure == .change || measure == .growth, selection.years != nil else { return [] }
    return panel.years.filter { year in
      selection.includes(year: year) && !selection.includes(year: year - 1)
        && panel.years.contains(year - 1)
    }
  }
}

extension Comparison {
  /// Why nothing stands for years whose year before was not selected.
  static func yearBeforeNote(_ years: [Int]) -> LocalizedText {
    let chinese = years.map { "\($0)年" }.joined(separator: "、")
    let english = years.map(String.init).joined(separator: ", ")
    let before = years.map { String($0 - 1) }.joined(separator: ", ")
    return LocalizedText(
      chinese: "未选\(chinese)的上一年，无从比较：请一并选入。",
      english: "Nothing to set \(english) against: choose \(before) as well.")
  }
}
