import ReportModel

/// Puts the rows that were read on a page together to one table of a form: a cell for each of the
/// form's, with what stands there or why it is not known.
struct TableAssembler {
  /// So many rows of a form make a table even where their heads were not recognised.
  private static let rowsOfATable = 3

  private let labels: TableLabels
  private let words: PageWords
  private let readings: [RowReading]
  private var byRow: [RowPosition: [Int]]
  private var problems: [ReadingProblem] = []
  private var found: [RowPosition: Place] = [:]
  private var absentRows = 0
  /// Blocks under whose heads there are rows that could not be told.
  private var unclearBlocks: Set<Int> = []
  /// The regions of the page with the most rows of the table: one, unless several have as many.
  private let mainRegions: Set<Int>
  private var contested: ContestedTables

  static func assemble(
    _ readings: [RowReading], labels: TableLabels, words: PageWords
  ) -> TableFit {
    var assembler = TableAssembler(RowResolver(readings, labels: labels), labels, words)
    return assembler.assemble()
  }

  private init(_ resolver: RowResolver, _ labels: TableLabels, _ words: PageWords) {
    self.labels = labels
    self.words = words
    readings = RunTogetherRows.settled(resolver, labels: labels)
    mainRegions = Self.mainRegions(of: readings, resolver.positions)
    byRow = [:]
    contested = .none
    for (index, position) in resolver.positions.enumerated() {
      if let position {
        byRow[position, default: []].append(index)
      } else if readings[index].heads != nil, !readings[index].figures.isEmpty {
        problems.append(problem(.labelUnclear, readings[index]))
        unclearBlocks.formUnion(readings[index].heads?.meanings.map(\.block) ?? [])
      }
    }
    contested = ContestedTables(byRow.values, of: readings)
  }

  private static func mainRegions(
    of readings: [RowReading], _ positions: [RowPosition?]
  ) -> Set<Int> {
    var rows: [Int: Set<RowPosition>] = [:]
    for (reading, position) in zip(readings, positions) {
      if let position, reading.heads != nil, reading.fault == nil, !reading.figures.isEmpty {
        rows[reading.region, default: []].insert(position)
      }
    }
    let most = rows.values.map(\.count).max()
    return Set(rows.filter { $0.value.count == most }.keys)
  }

  private mutating func assemble() -> TableFit {
    let seen = byRow.values.count { $0.contains { !readings[$0].figures.isEmpty } }
    // Most pages have nothing of most tables.
    guard seen > 0 else { return .nothing(of: labels) }
    var cells: [Cell] = []
    for (blockIndex, block) in labels.table.blocks.enumerated() {
      for rowIndex in block.rows.indices {
        cells += row(RowPosition(block: blockIndex, row: rowIndex))
      }
    }
    let isPresent =
      !found.isEmpty || seen >= Self.rowsOfATable
      || (seen > 0 && labels.unlabelledBlock != nil)
    if found.isEmpty {
      // Of a table that was not understood nobody can say what it lacks.
      problems.removeAll { $0.kind == .rowMissing }
      cells = cells.map { cell in
        .unread(cell.key, status: .ambiguous, unit: cell.unit, printed: "", place: cell.place)
      }
    }
    return TableFit(
      labels: labels, cells: cells, problems: problems, found: found,
      absentRows: absentRows, isPresent: isPresent)
  }

  private mutating func row(_ position: RowPosition) -> [Cell] {
    let all = byRow[position] ?? []
    // What stands outside the table is no second opinion on what stands in it.
    let inside = all.filter { readings[$0].heads != nil && !readings[$0].figures.isEmpty }
    let good = inside.filter { readings[$0].fault == nil }
    guard let first = good.first else { return unreadRow(position, all) }
    found[position] = readings[first].place
    // A row that the table lacks is not made good from an appendix.
    guard mainRegions.isSubset(of: good.map { readings[$0].region }),
      !contested.leaveOpen(good.map { readings[$0] }), !hasFurtherHeads(position, good.count)
    else {
      return ambiguous(position, .tableTwice, readings[first])
    }
    if all.contains(where: { contradicts($0, first, position) }) {
      return ambiguous(position, .tableTwice, readings[first])
    }
    if inside.count > good.count || (good.count > 1 && !agree(good, position)) {
      let isWholeTable = Set(inside.map { readings[$0].stretch }).count > 1
      return ambiguous(position, isWholeTable ? .tableTwice : .labelUnclear, readings[first])
    }
    // A row without a figure beside rows that could not be told: theirs may be its own.
    if unclearBlocks.contains(position.block),
      good.allSatisfy({ readings[$0].figures.allSatisfy(\.text.isEmpty) })
    {
      return ambiguous(position, .labelUnclear, readings[first])
    }
    return reported(position, good)
  }

  /// Whether the heads of a row without a label stand on the page more often than the row does: then
  /// it stands there a second time, and was not understood.
  private func hasFurtherHeads(_ position: RowPosition, _ rows: Int) -> Bool {
    guard labels.unlabelledBlock == position.block else { return false }
    // Some of them are heads of other tables too, others may have been lost.
    let more = labels.unlabelledHeads.count { head, columns in words.count(head) / columns > rows }
    return 2 * more > labels.unlabelledHeads.count
  }

  /// Whether a row without heads is the same row of another table that could not be understood, with
  /// other figures. A short one may be of any table.
  private func contradicts(_ index: Int, _ first: Int, _ position: RowPosition) -> Bool {
    let width = labels.table.blocks[position.block].columns.count
    let reading = readings[index]
    guard reading.heads == nil, width > 3, reading.figures.count >= width - 1 else { return false }
    let texts = [index, first].map { index in
      readings[index].figures.map(\.text).filter { !$0.isEmpty }
    }
    return texts[0] != texts[1]
  }

  /// Whether the readings of a row all say the same, or each something of its own: a row without a
  /// label may stand in several tables, each with a part of the form's columns.
  private func agree(_ good: [Int], _ position: RowPosition) -> Bool {
    let mayBeParted = labels.unlabelledBlock == position.block
    let parts = good.map { figures(of: readings[$0], position) }
    return parts.indices.allSatisfy { left in
      parts[..<left].allSatisfy { right in
        let isParted =
          !right.isEmpty && !parts[left].isEmpty
          && Set(right.keys).isDisjoint(with: parts[left].keys)
        return right == parts[left] || (mayBeParted && isParted)
      }
    }
  }

  private func figures(of reading: RowReading, _ position: RowPosition) -> [Int: String] {
    var byColumn: [Int: String] = [:]
    let columns = reading.heads?.meaning(of: position.block)?.columns ?? []
    for (column, figure) in zip(columns, reading.figures) {
      if let column { byColumn[column] = figure.text }
    }
    return byColumn
  }

  private mutating func unreadRow(_ position: RowPosition, _ all: [Int]) -> [Cell] {
    if let index = all.first(where: { !readings[$0].figures.isEmpty }) ?? all.first {
      let reading = readings[index]
      let kind =
        reading.fault ?? (reading.heads == nil ? .headsUnclear : .figureCount)
      return ambiguous(position, kind, reading)
    }
    let wordings = labels.row(at: position).label?.wordings ?? []
    if wordings.contains(where: isMentioned) {
      problems.append(
        ReadingProblem(
          kind: .labelUnclear, table: labels.table.number, seen: wordings.first ?? "", place: nil))
      return unread(position, .ambiguous, nil)
    }
    absentRows += 1
    // One of the rows that could not be told may be this one.
    if unclearBlocks.contains(position.block) { return unread(position, .ambiguous, nil) }
    if let label = wordings.first, !labels.row(at: position).isOptional {
      problems.append(
        ReadingProblem(kind: .rowMissing, table: labels.table.number, seen: label, place: nil))
    }
    return unread(position, .absent, nil)
  }

  private func isMentioned(_ wording: String) -> Bool {
    let label = Label(wording)
    // 其他 and 总计 stand on every page as heads; with their ordinals they are rows.
    let isAlsoHead = labels.columns[label.text] != nil
    return isAlsoHead ? words.mentionWhole(FoldedText(wording)) : words.mention(label.text)
  }

  private mutating func ambiguous(
    _ position: RowPosition, _ kind: ReadingProblem.Kind, _ reading: RowReading
  ) -> [Cell] {
    let known = problems.contains { $0.kind == .tableTwice }
    if kind != .tableTwice || !known { problems.append(problem(kind, reading)) }
    return unread(position, .ambiguous, reading.place)
  }

  private func unread(_ position: RowPosition, _ status: CellStatus, _ place: Place?) -> [Cell] {
    let block = labels.table.blocks[position.block]
    return block.columns.indices.map { column in
      let form = formCell(position, column)
      return .unread(form.key, status: status, unit: form.unit, printed: "", place: place)
    }
  }

  private mutating func reported(_ position: RowPosition, _ good: [Int]) -> [Cell] {
    labels.table.blocks[position.block].columns.indices.map { column in
      let form = formCell(position, column)
      for reading in good.map({ readings[$0] }) {
        guard let meaning = reading.heads?.meaning(of: position.block),
          let index = meaning.columns.firstIndex(of: column)
        else { continue }
        return cell(form, reading.figures[index], unit: meaning.units[index])
      }
      let heads = good.compactMap { readings[$0].heads }
      if let first = heads.first { noteMissingHead(column, position, first) }
      // A head that was not recognised may be this column's.
      let status: CellStatus = heads.contains(where: \.hasUnknown) ? .ambiguous : .absent
      return .unread(form.key, status: status, unit: form.unit, printed: "", place: nil)
    }
  }

  private func cell(_ form: FormCell, _ figure: PrintedFigure, unit: MeasureUnit) -> Cell {
    let read = FigureReading(
      figure.text, unit: unit, isChange: form.key.indicator.text.hasSuffix(".items_change"))
    // 单位：元 printed over the table may be said of this amount.
    let isUnitUnclear = read.unit == .tenThousandYuan && words.stateYuan
    if !figure.isOpaque, !isUnitUnclear, let value = read.value {
      return .reported(
        form.key, value: value, unit: read.unit, printed: figure.text, place: figure.place)
    }
    return .unread(
      form.key,
      status: figure.isOpaque || read.status == .reported ? .ambiguous : read.status,
      unit: read.unit, printed: figure.text, place: figure.place)
  }

  private mutating func noteMissingHead(_ column: Int, _ position: RowPosition, _ heads: Heads) {
    let head = labels.table.blocks[position.block].columns[column].label.text.chinese
    let note = ReadingProblem(
      kind: .headsUnclear, table: labels.table.number, seen: head, place: heads.place)
    if !problems.contains(note) { problems.append(note) }
  }

  private func formCell(_ position: RowPosition, _ column: Int) -> FormCell {
    let width = labels.table.blocks[position.block].columns.count
    return labels.table.cells[labels.firstCells[position.block] + position.row * width + column]
  }

  /// What was seen: the label and the figures behind it.
  private func problem(_ kind: ReadingProblem.Kind, _ reading: RowReading) -> ReadingProblem {
    let figures = reading.figures.prefix(20).map { $0.text.isEmpty ? "·" : $0.text }
    let seen = ([reading.seen] + figures + [reading.ways]).filter { !$0.isEmpty }.joined(
      separator: " ")
    return ReadingProblem(
      kind: kind, table: labels.table.number, seen: seen, place: reading.place)
  }
}
