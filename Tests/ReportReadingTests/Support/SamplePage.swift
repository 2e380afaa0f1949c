import Forms
import ReportModel
import Testing

/// A report page made from a form, with a different figure in every cell, so that a figure read
/// into the wrong cell cannot go unnoticed.
struct SamplePage {
  /// A cell of a printed table where it begins.
  struct PrintedCell {
    var text: String
    var rowSpan = 1
    var columnSpan = 1
    /// The form's cell, for figures.
    var key: CellKey?
    var isRowLabel = false
  }

  typealias Sheet = [[PrintedCell]]

  let form: Form
  var title: String
  /// By table number, 1 to 4; each may be several sheets.
  var sheets: [Int: [Sheet]] = [:]

  init(
    form id: String, title: String = "青石市水务局2022年政府信息公开工作年度报告",
    figures: (CellKey, Int) -> String = { _, index in String(1000 + index) }
  ) throws {
    form = try #require(FormCatalog.standard.form(id))
    self.title = title
    var index = 0
    var texts: [CellKey: String] = [:]
    for table in form.tables {
      for cell in table.cells {
        texts[cell.key] = figures(cell.key, index)
        index += 1
      }
    }
    for table in form.tables {
      sheets[table.number] =
        switch table.number {
        case 1: [SheetMaker.statistics(table, texts)]
        case 2: [SheetMaker.stacked(table, texts)]
        case 3: [SheetMaker.labelled(table, texts)]
        default: [SheetMaker.unlabelled(table, texts)]
        }
    }
  }

  /// What the page prints at each cell of the form.
  var printed: [CellKey: String] {
    var printed: [CellKey: String] = [:]
    for cell in sheets.values.joined().joined().joined() {
      if let key = cell.key { printed[key] = cell.text }
    }
    return printed
  }

  /// Replaces one figure.
  mutating func set(_ key: CellKey, to text: String) {
    edit { cell in if cell.key == key { cell.text = text } }
  }

  /// Replaces a label or head wherever it stands.
  mutating func rename(_ label: String, to text: String) {
    edit { cell in if cell.text == label { cell.text = text } }
  }

  mutating func edit(_ change: (inout PrintedCell) -> Void) {
    for number in sheets.keys.sorted() {
      guard var list = sheets[number] else { continue }
      for sheet in list.indices {
        for row in list[sheet].indices {
          for cell in list[sheet][row].indices { change(&list[sheet][row][cell]) }
        }
      }
      sheets[number] = list
    }
  }
}

/// Prints the tables of a form.
enum SheetMaker {
  private typealias PrintedCell = SamplePage.PrintedCell

  /// Table 2: blocks under each other, four columns wide.
  static func stacked(_ table: FormTable, _ texts: [CellKey: String]) -> SamplePage.Sheet {
    var sheet: SamplePage.Sheet = []
    let width = 3
    var cells = table.cells[...]
    for block in table.blocks {
      let last = width - block.columns.count + 1
      let span = { (index: Int) in index == block.columns.count - 1 ? last : 1 }
      let heading = block.heading?.text.chinese ?? ""
      sheet.append([PrintedCell(text: heading, columnSpan: width + 1)])
      sheet.append(
        [PrintedCell(text: "信息内容")]
          + block.columns.enumerated().map { index, column in
            PrintedCell(text: column.label.text.chinese, columnSpan: span(index))
          })
      for row in block.rows {
        var line = [PrintedCell(text: row.label?.text.chinese ?? "", isRowLabel: true)]
        for index in block.columns.indices {
          let key = cells.removeFirst().key
          line.append(PrintedCell(text: texts[key] ?? "", columnSpan: span(index), key: key))
        }
        sheet.append(line)
      }
    }
    return sheet
  }

  /// Table 3: three columns of labels, three rows of heads.
  static func labelled(_ table: FormTable, _ texts: [CellKey: String]) -> SamplePage.Sheet {
    let block = table.blocks[0]
    let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    var sheet = heads(of: block)
    sheet[0].insert(PrintedCell(text: note, rowSpan: sheet.count, columnSpan: 3), at: 0)
    var cells = table.cells[...]
    var previous: [FormLabel] = []
    for (index, row) in block.rows.enumerated() {
      var line: [PrintedCell] = []
      for (level, group) in row.groups.enumerated()
      where previous.count <= level || previous[level] != group {
        let rows = block.rows[index...].prefix {
          $0.groups.count > level && $0.groups[level] == group
        }
        line.append(PrintedCell(text: group.text.chinese, rowSpan: rows.count))
      }
      line.append(
        PrintedCell(
          text: row.label?.text.chinese ?? "", columnSpan: 3 - row.groups.count, isRowLabel: true))
      for _ in block.columns {
        let key = cells.removeFirst().key
        line.append(PrintedCell(text: texts[key] ?? "", key: key))
      }
      sheet.append(line)
      previous = row.groups
    }
    return sheet
  }

  /// Table 4: heads and one row of figures.
  static func unlabelled(_ table: FormTable, _ texts: [CellKey: String]) -> SamplePage.Sheet {
    heads(of: table.blocks[0])
      + [table.cells.map { PrintedCell(text: texts[$0.key] ?? "", key: $0.key) }]
  }

  private static func heads(of block: FormBlock) -> SamplePage.Sheet {
    let depth = block.columns.map(\.heads.count).max() ?? 0
    return (0...depth).map { level in
      var line: [PrintedCell] = []
      var previous: [FormLabel] = []
      for column in block.columns {
        let path = Array(column.heads.prefix(level + 1))
        if column.heads.count == level {
          line.append(
            PrintedCell(text: column.label.text.chinese, rowSpan: depth - level + 1))
        } else if column.heads.count > level, path == previous {
          line[line.count - 1].columnSpan += 1
        } else if column.heads.count > level {
          line.append(PrintedCell(text: column.heads[level].text.chinese))
        }
        previous = column.heads.count > level ? path : []
      }
      return line
    }
  }
}
