import Forms
import ReportModel
import Testing

@testable import ReportReading

/// Pages whose figures add up, printed in the ways in which crawls lose the borders of cells.
enum RunTogetherPage {
  enum Style: CaseIterable {
    /// A row a line, label and digits: `2.重复申请0000000`.
    case rowsOnLines
    /// Label and digits on lines of their own.
    case digitsBelow
    /// A whole table on one line.
    case tableOnOneLine
    /// Every other border is a space.
    case someBorders
  }

  /// - Parameter figures: for table 2 and, where given, whatever else.
  static func make(
    _ form: String, seed: UInt64, figures: [CellKey: String] = [:]
  ) throws -> SamplePage {
    var random = SeededGenerator(seed: seed)
    let forms = try #require(FormCatalog.standard.form(form))
    var texts: [CellKey: String] = [:]
    for number in [3, 4] {
      let table = try #require(forms.table(number))
      let made =
        number == 3
        ? SimulatedTable.requests(table.blocks[0], &random)
        : SimulatedTable.disputes(table.blocks[0], &random)
      for (cell, text) in zip(table.cells, made.printed.joined()) { texts[cell.key] = text }
    }
    return try SamplePage(form: form) { key, _ in figures[key] ?? texts[key] ?? "0" }
  }

  static func text(_ page: SamplePage, _ style: Style) -> String {
    var lines = [page.title, "一、总体情况", "这是说明文字，与表格无关。"]
    for number in page.sheets.keys.sorted() {
      let title = page.form.table(number)?.title.chinese ?? ""
      let heading = "\(["二", "三", "四"][number - 2])、\(title)"
      var rows: [String] = [heading]
      for row in (page.sheets[number] ?? []).joined() {
        let labels = row.filter { $0.key == nil }.map(\.text).joined()
        let figures = row.filter { $0.key != nil }.map(\.text)
        switch style {
        case .digitsBelow:
          rows += [labels, figures.joined()].filter { !$0.isEmpty }
        case .someBorders:
          rows.append(labels + joined(figures))
        case .rowsOnLines, .tableOnOneLine:
          rows.append(labels + figures.joined())
        }
      }
      lines += style == .tableOnOneLine ? [rows.joined()] : rows
    }
    return (lines + ["五、存在的主要问题及改进情况", "无。"]).joined(separator: "\n") + "\n"
  }

  /// The first three figures run together, the others in pairs.
  private static func joined(_ figures: [String]) -> String {
    guard figures.count > 3 else { return figures.joined() }
    return " " + figures[..<3].joined() + " " + figures[3...].joined()
  }
}
