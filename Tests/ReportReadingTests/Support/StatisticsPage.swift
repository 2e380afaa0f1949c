import Forms
import ReportModel
import Testing

/// The ways in which bodies print the same statistics table.
struct StatisticsStyle {
  /// The year that the heads name.
  var year = 2016
  /// Whether labels take two columns, with 其中 beside the rows that are part of another.
  var isSplit = false
  /// Whether ordinals are followed by 、 instead of a point.
  var hasCommas = false
  /// Codes of rows that the table does not have.
  var without: Set<String> = []
}

extension SamplePage {
  /// A page with a statistics table alone.
  static func statistics(
    _ form: String, style: StatisticsStyle = StatisticsStyle(),
    figures: (CellKey, Int) -> String = { _, index in String(1000 + index) }
  ) throws -> SamplePage {
    var page = try SamplePage(
      form: form, title: "青石市水务局\(style.year)年政府信息公开工作年度报告", figures: figures)
    let table = try #require(page.form.table(1))
    var index = 0
    var texts: [CellKey: String] = [:]
    for cell in table.cells {
      texts[cell.key] = figures(cell.key, index)
      index += 1
    }
    page.sheets = [1: [SheetMaker.statistics(table, texts, style)]]
    return page
  }
}

extension SheetMaker {
  /// Label, unit, figures; a line of dashes for groups that are no rows.
  static func statistics(
    _ table: FormTable, _ texts: [CellKey: String], _ style: StatisticsStyle = StatisticsStyle()
  ) -> SamplePage.Sheet {
    typealias PrintedCell = SamplePage.PrintedCell
    let block = table.blocks[0]
    let width = style.isSplit ? 2 : 1
    let sides = [table.sideHeads?.rows, table.sideHeads?.units].map { $0?.text.chinese ?? "" }
    var sheet: SamplePage.Sheet = [
      [PrintedCell(text: sides[0], columnSpan: width), PrintedCell(text: sides[1])]
        + block.columns.map { column in
          PrintedCell(text: column.isYear ? "\(style.year)年度" : column.label.text.chinese)
        }
    ]
    let rows = Set(block.rows.compactMap(\.label?.text.chinese))
    var previous: [FormLabel] = []
    for (index, row) in block.rows.enumerated() where !style.without.contains(row.code) {
      for (level, group) in row.groups.enumerated()
      where !rows.contains(group.text.chinese)
        && (previous.count <= level || previous[level] != group)
      {
        sheet.append(
          [PrintedCell(text: group.text.chinese, columnSpan: width), PrintedCell(text: "——")]
            + block.columns.map { _ in PrintedCell(text: "——") })
      }
      previous = row.groups
      var label = row.label?.text.chinese ?? ""
      if style.hasCommas, label.first?.isNumber == true {
        label.replace(".", with: "、", maxReplacements: 1)
      }
      var line = [PrintedCell(text: label, columnSpan: width, isRowLabel: true)]
      if style.isSplit, row.groups.last.map({ rows.contains($0.text.chinese) }) == true {
        line = [PrintedCell(text: "其中："), PrintedCell(text: label, isRowLabel: true)]
      }
      line.append(PrintedCell(text: row.counter?.text.chinese ?? ""))
      for cell in table.cells where cell.row == index {
        line.append(PrintedCell(text: texts[cell.key] ?? "", key: cell.key))
      }
      sheet.append(line)
    }
    return sheet
  }
}
