import ReportModel

/// Lays a report's table out as its form does: row labels down the side, column heads on top.
struct ReportLayout {
  let table: ReportTable
  let form: FormTable
  let language: Language

  /// One table for each block with its own column heads. Table 4, whose single row is too wide for
  /// a screen, is turned: a row for each kind of proceeding.
  func parts() -> [ResultTable] {
    let cells = Dictionary(
      table.cells.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var parts: [ResultTable] = []
    for (index, block) in form.blocks.enumerated() {
      let blockCells = form.cells.filter { $0.block == index }
      parts.append(
        block.rows.count == 1 && block.rows[0].label == nil
          ? turned(block, blockCells, cells) : upright(block, blockCells, cells))
    }
    return parts
  }

  private func upright(
    _ block: FormBlock, _ positions: [FormCell], _ cells: [CellKey: Cell]
  ) -> ResultTable {
    let corner = block.heading?.text ?? LocalizedText(verbatim: "")
    let columns =
      [ResultColumn(name: "row", heading: form.sideHeads?.rows.text ?? corner, kind: .label)]
      + (form.sideHeads.map {
        [ResultColumn(name: "unit", heading: $0.units.text, kind: .text)]
      } ?? [])
      + block.columns.enumerated().map { index, column in
        ResultColumn(
          name: "column_\(index + 1)", heading: column.label.text, kind: .figure(column.unit))
      }
    var rows: [[ResultValue]] = []
    var groups: [FormLabel] = []
    for (rowIndex, row) in block.rows.enumerated() {
      // A label that spans rows gets a line of its own above them.
      for (depth, group) in row.groups.enumerated()
      where !groups.dropFirst(depth).starts(with: [group]) && !isRow(group, of: block) {
        rows.append(Self.heading(group, depth: depth, width: columns.count))
      }
      groups = row.groups
      let values = positions.filter { $0.row == rowIndex }.map { position in
        CellMark.value(cells[position.key], unitOfColumn: position.unit)
      }
      let indent = String(repeating: "  ", count: row.groups.count) + (row.isConfirmed ? "" : "* ")
      let label = LocalizedText(
        chinese: indent + (row.label?.text.chinese ?? ""),
        english: indent + (row.label?.text.english ?? ""))
      let unit = row.counter.map { [ResultValue.term($0.text.chinese, $0.text)] } ?? []
      rows.append([ResultValue.term(row.code, label)] + unit + values)
    }
    return ResultTable(columns: columns, rows: rows)
  }

  /// Whether the label over some rows is that of a row above them, which needs no line of its own.
  private func isRow(_ group: FormLabel, of block: FormBlock) -> Bool {
    block.rows.contains { $0.label?.text == group.text }
  }

  /// Whether some rows were not seen in an official text; they are marked.
  var hasUnconfirmedRows: Bool {
    form.blocks.contains { $0.rows.contains { !$0.isConfirmed } }
  }

  private static func heading(_ group: FormLabel, depth: Int, width: Int) -> [ResultValue] {
    let indent = String(repeating: "  ", count: depth)
    let label = LocalizedText(
      chinese: indent + group.text.chinese, english: indent + group.text.english)
    return [.term("", label)] + Array(repeating: .text(""), count: width - 1)
  }

  private func turned(
    _ block: FormBlock, _ positions: [FormCell], _ cells: [CellKey: Cell]
  ) -> ResultTable {
    var columns = [
      ResultColumn(name: "row", heading: LocalizedText(verbatim: ""), kind: .label)
    ]
    var rows: [[ResultValue]] = []
    var head: FormLabel?
    for position in positions {
      let column = block.columns[position.column]
      if rows.isEmpty || column.heads.last != head {
        head = column.heads.last
        rows.append([.term("", head?.text ?? LocalizedText(verbatim: ""))])
      }
      if rows.count == 1 {
        columns.append(
          ResultColumn(
            name: "column_\(columns.count)", heading: column.label.text, kind: .figure(.count)))
      }
      rows[rows.count - 1].append(CellMark.value(cells[position.key]))
    }
    return ResultTable(columns: columns, rows: rows)
  }
}
