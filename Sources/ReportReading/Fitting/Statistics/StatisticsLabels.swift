import ReportModel

/// The labels of one statistics table: one that prints the unit of each row beside its label.
struct StatisticsLabels: Sendable {
  let labels: TableLabels
  private let sideHeads: SideHeads
  private let rowHeads: [FoldedText]
  private let unitHeads: [FoldedText]
  /// By column: the wordings of its head, longest first.
  private let columnHeads: [[FoldedText]]
  private let rows: [FoldedText: [TableLabels.RowEntry]]
  private let groups: [FoldedText: Set<Int?>]
  /// By row, the units that may stand beside it.
  private let counters: [[FoldedText]]
  private let allCounters: Set<FoldedText>

  /// - Returns: `nil` for the tables of the later forms.
  init?(_ table: FormTable) {
    guard let sideHeads = table.sideHeads, let block = table.blocks.first else { return nil }
    self.sideHeads = sideHeads
    labels = TableLabels(table)
    rowHeads = Self.longestFirst(sideHeads.rows)
    unitHeads = Self.longestFirst(sideHeads.units)
    columnHeads = block.columns.map { Self.longestFirst($0.label) }
    var rows: [FoldedText: [TableLabels.RowEntry]] = [:]
    var groups: [FoldedText: Set<Int?>] = [:]
    for (index, row) in block.rows.enumerated() {
      for label in Set((row.label?.wordings ?? []).map(Self.label)) {
        rows[label.text, default: []].append(
          TableLabels.RowEntry(
            row: RowPosition(block: 0, row: index), ordinal: label.ordinal, isAlsoHead: false))
      }
      for label in row.groups.flatMap(\.wordings).map(Self.label) {
        groups[label.text, default: []].insert(label.ordinal)
      }
    }
    self.rows = rows
    self.groups = groups
    counters = block.rows.map { ($0.counter?.wordings ?? []).map { FoldedText($0) } }
    allCounters = Set(counters.joined())
  }

  private static func longestFirst(_ label: FormLabel) -> [FoldedText] {
    label.wordings.map { FoldedText($0) }.sorted { $0.count > $1.count }
  }

  /// A label without the 其中 before it, which stands in a cell of its own on some pages.
  static func label(_ raw: String) -> Label {
    let scalars = Array(raw.unicodeScalars).drop { WhiteSpace.contains($0) }
    guard scalars.starts(with: "其中".unicodeScalars) else { return Label(raw) }
    let rest = scalars.dropFirst(2).drop {
      WhiteSpace.contains($0) || "：:，,".unicodeScalars.contains($0)
    }
    return rest.isEmpty ? Label(raw) : Label(WhiteSpace.string(rest))
  }

  var columnCount: Int { columnHeads.count }

  // MARK: Rows

  /// The rows that a label means; several where groups of rows have rows of the same name.
  func candidates(for label: Label) -> [RowPosition] {
    (rows[label.text] ?? []).filter { Label.agree(page: label.ordinal, form: $0.ordinal) }
      .map(\.row)
  }

  /// Whether a label is that of a group of rows; it may be a row as well.
  func isGroup(_ label: Label) -> Bool {
    guard let ordinals = groups[label.text] else { return false }
    return label.ordinal == nil || ordinals.contains(label.ordinal)
  }

  /// Whether a group's label belongs to a row.
  func group(_ label: Label, belongsTo position: RowPosition) -> Bool {
    labels.row(at: position).groups.contains { group in
      group.wordings.contains { wording in
        let own = Self.label(wording)
        return own.text == label.text && Label.agree(page: label.ordinal, form: own.ordinal)
      }
    }
  }

  /// Whether the text is a unit: 条, 万元.
  func isCounter(_ text: FoldedText) -> Bool {
    allCounters.contains(text) || Self.otherCounters.contains(text)
  }

  /// Units that pages print beside rows to which they do not belong.
  private static let otherCounters = Set(
    ["条", "件", "次", "篇", "个", "人", "人次", "项", "宗", "份", "元", "万元", "亿元"].map { FoldedText($0) })

  /// Whether a unit may stand beside a row.
  func isCounter(_ text: FoldedText, of position: RowPosition) -> Bool {
    counters[position.row].contains(text)
  }

  /// The units of a row's figures, in the order of the given columns.
  func units(of position: RowPosition?, count: Int) -> [MeasureUnit] {
    let unit = position.flatMap { labels.row(at: $0).unit } ?? .count
    return Array(repeating: unit, count: count)
  }

  // MARK: Heads

  func isRowHead(_ text: FoldedText) -> Bool { rowHeads.contains(text) }

  func isUnitHead(_ text: FoldedText) -> Bool { unitHeads.contains(text) }

  /// The column whose head this is, and the year that it names.
  func column(_ text: FoldedText) -> StatisticsColumn? {
    for (index, wordings) in columnHeads.enumerated() {
      if wordings.contains(text) { return StatisticsColumn(column: index, year: nil) }
      if isYear(index), let (length, year) = Self.year(in: text, at: 0), length == text.count {
        return StatisticsColumn(column: index, year: year)
      }
    }
    return nil
  }

  private func isYear(_ column: Int) -> Bool {
    labels.table.blocks[0].columns[column].isYear
  }

  /// 2011年度, 2011年.
  private static func year(in text: FoldedText, at start: Int) -> (length: Int, year: Int)? {
    let scalars = text.scalars[min(start, text.count)...].prefix(6).compactMap(Unicode.Scalar.init)
    guard let found = ChineseYear.all(in: scalars).first, found.range.lowerBound == 0 else {
      return nil
    }
    return (found.range.upperBound, found.year)
  }

  /// The heads at the beginning of a text that has them one after the other, in the form's order.
  ///
  /// - Returns: the columns and the length of the heads; `nil` unless those over labels and over at
  ///   least one column stand there.
  func heads(in text: FoldedText) -> (columns: [StatisticsColumn], length: Int)? {
    guard let first = rowHeads.first(where: { text.matches($0, at: 0) }) else { return nil }
    var length = first.count
    length += unitHeads.first { text.matches($0, at: length) }?.count ?? 0
    var columns: [StatisticsColumn] = []
    for (index, wordings) in columnHeads.enumerated() {
      if let wording = wordings.first(where: { text.matches($0, at: length) }) {
        columns.append(StatisticsColumn(column: index, year: nil))
        length += wording.count
      } else if isYear(index), let found = Self.year(in: text, at: length) {
        columns.append(StatisticsColumn(column: index, year: found.year))
        length += found.length
      }
    }
    return columns.isEmpty ? nil : (columns, length)
  }

  /// The first characters of the wordings of the head over the labels.
  var beginnings: [Unicode.Scalar] {
    sideHeads.rows.wordings.compactMap(\.unicodeScalars.first)
  }

  /// Whether a text is the head over the labels, or torn off it. A page without one has no such
  /// table: this is all that most pages are asked.
  func mayBeRowHead(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      sideHeads.rows.wordings.contains(where: { $0.unicodeScalars.first == first })
    else { return false }
    let folded = FoldedText(text)
    return rowHeads.contains { folded.matches($0, at: 0) || $0.matches(folded, at: 0) }
  }
}

/// A column of a statistics table as the heads of a page name it.
struct StatisticsColumn: Hashable, Sendable {
  /// Of the form's block.
  let column: Int
  /// The year in the head, where there is one.
  let year: Int?
}
