import ReportModel

/// The labels of one form table, made ready for looking them up.
struct TableLabels: Sendable {
  /// A row of the form that a label may mean.
  struct RowEntry: Hashable, Sendable {
    let row: RowPosition
    let ordinal: Int?
    /// Whether the bare text is a column head as well (其他, 总计), so that without its ordinal it
    /// needs the group beside it.
    let isAlsoHead: Bool
  }

  /// A column of the form that a head may mean, with the unit that the head itself states.
  struct ColumnEntry: Hashable, Sendable {
    let block: Int
    let column: Int
    let unit: MeasureUnit
  }

  let table: FormTable
  let title: FoldedText
  /// The block whose rows have no labels, if the table has one.
  let unlabelledBlock: Int?
  /// The lowest heads of that block, each with the number of its columns that it stands over.
  let unlabelledHeads: [FoldedText: Int]
  private(set) var rows: [FoldedText: [RowEntry]] = [:]
  private(set) var groups: [FoldedText: Set<Int?>] = [:]
  private(set) var headings: Set<FoldedText> = []
  private(set) var columns: [FoldedText: [ColumnEntry]] = [:]
  /// The heads above several columns: by each wording, the wording of the form.
  private(set) var upperHeads: [FoldedText: FoldedText] = [:]
  /// The heads of each block in reading order.
  private(set) var headOrders: [HeadOrder] = []
  private(set) var headPieces: [HeadPieces] = []
  /// The sums within a row of each block.
  let identities: [[RowIdentity]]
  /// By which `KnownTexts` names the table.
  let mark: KnownTables
  /// The rows of all blocks in the order of the form.
  let rowOrder: [RowPosition]
  /// The place of each in that order.
  let order: [RowPosition: Int]
  /// Where the cells of each block begin among those of the table.
  let firstCells: [Int]
  /// By block and column, the label of the form and the heads above it, outermost first.
  let columnLabels: [[FoldedText]]
  let columnHeads: [[[FoldedText]]]
  /// The labels of each row's groups, and all wordings of its own.
  private let groupLabels: [RowPosition: [Label]]
  private let rowLabels: [RowPosition: [Label]]

  /// - Parameter mark: where several tables are looked up together.
  init(_ table: FormTable, mark: KnownTables = .all) {
    self.table = table
    self.mark = mark
    unlabelledBlock = table.blocks.firstIndex { $0.rows.contains { $0.label == nil } }
    unlabelledHeads = (unlabelledBlock.map { table.blocks[$0].columns } ?? []).reduce(into: [:]) {
      $0[FoldedText($1.label.text.chinese), default: 0] += 1
    }
    rowOrder = table.blocks.enumerated().flatMap { block, content in
      content.rows.indices.map { RowPosition(block: block, row: $0) }
    }
    order = Dictionary(uniqueKeysWithValues: rowOrder.enumerated().map { ($1, $0) })
    let rows = rowOrder.map { ($0, table.blocks[$0.block].rows[$0.row]) }
    groupLabels = Dictionary(
      uniqueKeysWithValues: rows.map { ($0, $1.groups.flatMap { $0.wordings.map(Label.init) }) })
    rowLabels = Dictionary(
      uniqueKeysWithValues: rows.map { ($0, ($1.label?.wordings ?? []).map(Label.init)) })
    var first = 0
    firstCells = table.blocks.map { block in
      defer { first += block.rows.count * block.columns.count }
      return first
    }
    columnLabels = table.blocks.map { $0.columns.map { FoldedText($0.label.text.chinese) } }
    columnHeads = table.blocks.map { block in
      block.columns.map { $0.heads.map { FoldedText($0.text.chinese) } }
    }
    title = FoldedText(table.title.chinese)
    identities = table.blocks.map { RowIdentity.all(of: $0) }
    for (blockIndex, block) in table.blocks.enumerated() {
      if let heading = block.heading {
        for wording in heading.wordings { headings.insert(FoldedText(wording)) }
      }
      for (columnIndex, column) in block.columns.enumerated() {
        for head in column.heads {
          for wording in head.wordings {
            upperHeads[FoldedText(wording)] = FoldedText(head.text.chinese)
          }
        }
        for (text, unit) in HeadWording.all(of: column) {
          let entry = ColumnEntry(block: blockIndex, column: columnIndex, unit: unit)
          // Wordings may fold to the same text.
          if columns[text]?.contains(entry) != true { columns[text, default: []].append(entry) }
        }
      }
      headOrders.append(HeadOrder(block))
      headPieces.append(HeadPieces(block))
    }
    for (blockIndex, block) in table.blocks.enumerated() {
      for (rowIndex, row) in block.rows.enumerated() {
        add(row, at: RowPosition(block: blockIndex, row: rowIndex))
      }
    }
  }

  private mutating func add(_ row: FormRow, at position: RowPosition) {
    for wording in row.label?.wordings ?? [] {
      let label = Label(wording)
      let entry = RowEntry(
        row: position, ordinal: label.ordinal, isAlsoHead: columns[label.text] != nil)
      rows[label.text, default: []].append(entry)
    }
    for group in row.groups {
      for wording in group.wordings {
        let label = Label(wording)
        groups[label.text, default: []].insert(label.ordinal)
      }
    }
  }

  /// The rows that a label means, as its text and ordinal allow.
  func rows(for label: Label) -> [RowEntry] {
    (rows[label.text] ?? []).filter { Label.agree(page: label.ordinal, form: $0.ordinal) }
  }

  /// Whether a label is that of a group of rows.
  func isGroup(_ label: Label) -> Bool {
    guard let ordinals = groups[label.text] else { return false }
    return label.ordinal == nil || ordinals.contains(label.ordinal)
  }

  /// Whether a group's label belongs to a row.
  func group(_ label: Label, belongsTo position: RowPosition) -> Bool {
    (groupLabels[position] ?? []).contains { own in
      own.text == label.text && Label.agree(page: label.ordinal, form: own.ordinal)
    }
  }

  /// The wordings of a row's label; none for a row without.
  func labels(ofRow position: RowPosition) -> [Label] {
    rowLabels[position] ?? []
  }

  /// All that is looked up here, as it is looked up: labels without their ordinals.
  var texts: Set<FoldedText> {
    var texts = headings.union(rows.keys).union(groups.keys).union(columns.keys)
    texts.formUnion(upperHeads.keys)
    texts.insert(title)
    return texts
  }

  func row(at position: RowPosition) -> FormRow {
    table.blocks[position.block].rows[position.row]
  }

  /// Everything that the table prints besides figures, with and without ordinals.
  var phrases: Set<FoldedText> {
    var phrases = headings.union(columns.keys).union(upperHeads.keys)
    phrases.insert(title)
    phrases.formUnion(rows.keys)
    phrases.formUnion(groups.keys)
    for row in table.blocks.flatMap(\.rows) {
      for label in row.groups + (row.label.map { [$0] } ?? []) {
        phrases.formUnion(label.wordings.map { FoldedText($0) })
      }
    }
    return phrases
  }

  /// What stands in the corner over the row labels; the forms print it in table 2.
  static let corner = FoldedText("信息内容")

  /// The note printed over table 3. Pages tear it and print it anywhere.
  static let note = FoldedText("本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和")
}

/// A row of a form table, each from 0.
struct RowPosition: Hashable, Sendable, Comparable {
  let block: Int
  let row: Int

  static func < (left: RowPosition, right: RowPosition) -> Bool {
    (left.block, left.row) < (right.block, right.row)
  }
}

/// The wordings of a column head, with the unit that each states.
enum HeadWording {
  static func all(of column: FormColumn) -> [(FoldedText, MeasureUnit)] {
    var wordings: [(FoldedText, MeasureUnit)] = []
    for wording in column.label.wordings {
      wordings.append((FoldedText(wording), column.unit))
    }
    guard column.unit.isMoney else {
      guard column.code == "in_force" || column.code == "public_total" else { return wordings }
      for wording in column.label.wordings {
        wordings.append((FoldedText(wording + HeadRemark.total), column.unit))
      }
      return wordings
    }
    // Money heads say their unit in brackets, and not always that of the form.
    let bare = wordings.map(\.0).min { $0.count < $1.count }
    guard let bare else { return wordings }
    for (suffix, unit) in [
      ("单位万元", MeasureUnit.tenThousandYuan), ("万元", .tenThousandYuan), ("单位元", .yuan),
      ("元", .yuan),
    ] {
      var text = bare
      text.append(FoldedText(suffix))
      if !wordings.contains(where: { $0.0 == text }) { wordings.append((text, unit)) }
    }
    return wordings
  }
}
