import ReportModel

@testable import ReportReading

/// What a broken page carries at each label of one form table, as a person with the form at hand
/// reads it. It knows labels and heads by their exact wording only and looks at the printed cells,
/// not at the file, so it shares nothing with the readers under test.
struct PageTruth {
  /// Every text that stands at a cell's labels; `""` for a blank, `nil` for one that cannot be
  /// told. A cell with one certain text is certain.
  private(set) var found: [CellKey: Set<String?>] = [:]
  /// Of the table that is looked at.
  private var own: [CellKey: Set<String?>] = [:]
  let names: FormNames
  let page: BrokenPage

  init(_ page: BrokenPage, _ style: BreakingStyle, table: FormTable) {
    self.page = page
    names = FormNames(table, others: page.form.tables.filter { $0.number != table.number })
    switch style.geometry {
    case .bordered, .placed:
      for sheet in wholeSheets {
        GridTruth.read(style.shown(sheet), isBordered: style.geometry == .bordered, &self)
        settle()
      }
    case .rows:
      for sheet in wholeSheets {
        RowTruth.read(sheet, style, &self)
        settle()
      }
    case .lines:
      LineTruth.read(&self)
      settle()
    }
  }

  /// The tables of the page, those that go on without heads of their own joined to the one before.
  private var wholeSheets: [SamplePage.Sheet] {
    var sheets: [SamplePage.Sheet] = []
    var last: Int?
    for index in page.sheetIndices {
      let sheet = page[sheet: index]
      let beginning = sheet.prefix { !$0.contains { $0.key != nil } }
      let isHeaded = beginning.joined().contains {
        names.isHead($0.text) || names.foreign.contains($0.text)
          || names.headings.contains($0.text)
      }
      if last == index - 1, !isHeaded, !sheets.isEmpty {
        sheets[sheets.count - 1] += sheet
      } else {
        sheets.append(sheet)
      }
      last = index
    }
    return sheets
  }

  /// - Parameter text: as printed; `nil` where the place is in doubt.
  mutating func note(_ text: String?, row: RowPosition, column: Int) {
    let key = names.key(row, column)
    // An amount of money may have a decimal point, which is odd for a count.
    if key.indicator.text.hasSuffix(".amount"), let text, text.hasSuffix(".5") {
      own[key, default: []].insert(text)
      return
    }
    own[key, default: []].insert(text.flatMap { page.meaning(of: $0) })
  }

  /// A table of which nothing is certain says nothing against another one.
  private mutating func settle() {
    for (key, texts) in own where texts != [nil] || found[key] == nil {
      if found[key] == [nil] { found[key] = [] }
      found[key, default: []].formUnion(texts)
    }
    own = [:]
  }

  /// The one thing that the page says at a cell; `nil` where it says nothing or several things.
  func certain(_ key: CellKey) -> String? {
    guard let texts = found[key], texts.count == 1, let text = texts.first else { return nil }
    return text
  }

  /// Whether no text is known for a cell.
  func isUndecided(_ key: CellKey) -> Bool { (found[key] ?? []).allSatisfy { $0 == nil } }

  func says(_ value: String, at key: CellKey) -> Bool { found[key]?.contains(value) == true }
}

/// The words of a form table.
struct FormNames {
  let table: FormTable
  /// By exact wording.
  private(set) var rows: [String: [RowPosition]] = [:]
  private(set) var groups: Set<String> = []
  private(set) var headings: Set<String> = []
  private(set) var heads: Set<String> = []
  private(set) var upperHeads: Set<String> = []
  /// Titles, headings and heads of the other tables of the page.
  private(set) var foreign: Set<String> = []
  /// By block: the heads as text has them, level by level; a column's index for a lowest head.
  private(set) var orders: [[(text: String, column: Int?)]] = []

  static let corner = "信息内容"

  init(_ table: FormTable, others: [FormTable]) {
    self.table = table
    for (blockIndex, block) in table.blocks.enumerated() {
      if let heading = block.heading { headings.insert(heading.text.chinese) }
      for column in block.columns {
        heads.insert(column.label.text.chinese)
        upperHeads.formUnion(column.heads.map(\.text.chinese))
      }
      for (rowIndex, row) in block.rows.enumerated() {
        groups.formUnion(row.groups.map(\.text.chinese))
        guard let label = row.label else { continue }
        rows[label.text.chinese, default: []].append(RowPosition(block: blockIndex, row: rowIndex))
      }
      orders.append(Self.order(block))
    }
    for other in others {
      for block in other.blocks {
        foreign.formUnion(block.columns.map(\.label.text.chinese))
        foreign.formUnion(block.columns.flatMap { $0.heads.map(\.text.chinese) })
        if let heading = block.heading { foreign.insert(heading.text.chinese) }
      }
    }
    foreign.subtract(heads)
    foreign.subtract(upperHeads)
  }

  private static func order(_ block: FormBlock) -> [(text: String, column: Int?)] {
    var order: [(text: String, column: Int?)] = []
    for level in 0...(block.columns.map(\.heads.count).max() ?? 0) {
      var previous: [FormLabel] = []
      for (index, column) in block.columns.enumerated() {
        let path = Array(column.heads.prefix(level + 1))
        if column.heads.count == level {
          order.append((column.label.text.chinese, index))
        } else if column.heads.count > level, path != previous {
          order.append((column.heads[level].text.chinese, nil))
        }
        previous = path
      }
    }
    return order
  }

  func key(_ row: RowPosition, _ column: Int) -> CellKey {
    let cell = table.cells.first {
      $0.block == row.block && $0.row == row.row && $0.column == column
    }
    return cell?.key ?? table.cells[0].key
  }

  var unlabelledRow: RowPosition? {
    for (block, content) in table.blocks.enumerated() where content.rows[0].label == nil {
      return RowPosition(block: block, row: 0)
    }
    return nil
  }

  func isHead(_ text: String) -> Bool { heads.contains(text) || upperHeads.contains(text) }

  /// Which column each lowest head names, where the heads stand there in the order of the form but
  /// for upper ones left out and lowest ones of one upper head in another order.
  func columns(inOrder texts: [String], block: Int) -> [Int]? {
    // All heads, or upper ones, may be printed twice.
    let half = texts.count / 2
    if texts.count > 1, Array(texts[..<half]) == Array(texts[half...]) {
      return columns(inOrder: Array(texts[half...]), block: block)
    }
    // What stands before a whole set of heads is not of it.
    for start in 0...texts.count {
      if let found = columns(exactly: Array(texts[start...]), block: block) { return found }
    }
    return nil
  }

  private func columns(exactly texts: [String], block: Int) -> [Int]? {
    let order = orders[block]
    let printed = Set(texts)
    let expected = order.filter { $0.column != nil || printed.contains($0.text) }
    guard expected.count == texts.count else { return nil }
    let columns = table.blocks[block].columns
    var found: [Int: Int] = [:]
    for (text, own) in zip(texts, expected) {
      guard let place = own.column else {
        guard text == own.text else { return nil }
        continue
      }
      let siblings = columns.indices.filter { columns[$0].heads == columns[place].heads }
      guard let column = siblings.first(where: { columns[$0].label.text.chinese == text }),
        found.values.contains(column) == false
      else { return nil }
      found[place] = column
    }
    return columns.indices.compactMap { found[$0] }
  }
}
