import ReportModel

/// A result as lines of text that a test can be read by: codes instead of labels, `-` for missing
/// values, flags behind an apostrophe.
enum ResultText {
  static func header(_ table: ResultTable) -> String {
    table.columns.map(\.name).joined(separator: " ")
  }

  static func rows(_ table: ResultTable) -> [String] {
    table.rows.map { $0.map(value).joined(separator: " ") }
  }

  static func footnotes(_ table: ResultTable) -> [String] {
    table.footnotes.map { "\($0.flag.rawValue) \($0.text.english)" }
  }

  private static func value(_ value: ResultValue) -> String {
    let text =
      switch value.content {
      case .missing: "-"
      case .text(let text): text
      case .term(let code, _): code
      case .number(let number): number.description
      }
    guard !value.flags.isEmpty else { return text }
    return text + "'" + value.flags.map(\.rawValue).joined()
  }
}
