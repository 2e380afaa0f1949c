import ReportModel

@testable import ReportReading

/// Reads a printed table by where its cells stand: a figure belongs to the label on its row and to
/// the heads over its column.
struct GridTruth {
  private struct Place: Hashable {
    let row: Int
    let cell: Int
  }

  private let sheet: SamplePage.Sheet
  private var grid: [[Place?]] = []
  private var width = 0
  /// Rows that are too short or too long, or in which cells cover each other.
  private var torn: Set<Int> = []
  private let names: FormNames
  private let page: BrokenPage

  static func read(_ sheet: SamplePage.Sheet, isBordered: Bool, _ truth: inout PageTruth) {
    let reader = GridTruth(sheet, truth)
    for row in reader.grid.indices { reader.note(row, isBordered: isBordered, &truth) }
  }

  private init(_ sheet: SamplePage.Sheet, _ truth: PageTruth) {
    self.sheet = sheet
    names = truth.names
    page = truth.page
    grid = sheet.map { _ in [] }
    for (row, cells) in sheet.enumerated() {
      for (index, cell) in cells.enumerated() {
        let column = grid[row].firstIndex { $0 == nil } ?? grid[row].count
        for down in row..<min(sheet.count, row + cell.rowSpan) {
          for right in column..<(column + cell.columnSpan) {
            while grid[down].count <= right { grid[down].append(nil) }
            if grid[down][right] != nil { torn.insert(down) }
            grid[down][right] = Place(row: row, cell: index)
          }
        }
      }
    }
    // A single row that is wider is torn; the other whole ones have the table's width.
    let widths = grid.map(\.count).sorted(by: >)
    width =
      widths.enumerated().first { widths.dropFirst($0.offset + 1).first == $0.element }?.element
      ?? widths.first ?? 0
    for row in grid.indices where grid[row].count != width || grid[row].contains(nil) {
      torn.insert(row)
    }
  }

  private func text(_ place: Place) -> String { sheet[place.row][place.cell].text }

  /// Labels and heads may be broken over lines.
  private func word(_ place: Place) -> String { text(place).replacing("\n", with: "") }

  private func place(_ row: Int, _ column: Int) -> Place? {
    column < grid[row].count ? grid[row][column] : nil
  }

  private func places(_ row: Int) -> [Place] {
    var all: [Place] = []
    for place in grid[row] {
      if let place, !all.contains(place) { all.append(place) }
    }
    return all
  }

  private func note(_ row: Int, isBordered: Bool, _ truth: inout PageTruth) {
    let places = places(row)
    if isHeadRow(row) { return }
    var positions: [RowPosition] = []
    var labelEnd = 0
    if let label = places.last(where: { names.rows[word($0)] != nil }) {
      positions = names.rows[word(label)] ?? []
      labelEnd = (grid[row].lastIndex(of: label) ?? 0) + 1
    } else if let own = names.unlabelledRow,
      places.contains(where: { !text($0).isEmpty }),
      places.allSatisfy({ truth.page.isFigureText(text($0)) })
    {
      positions = [own]
    }
    for position in positions {
      let heads = columns(above: row, block: position.block, from: labelEnd)
      let isTorn =
        isBordered && (torn.contains(row) || heads.rows.contains { torn.contains($0) })
      // A row that only ends early, behind the last head, is whole for its block.
      let isShort =
        !heads.columns.contains { $0.count != 1 } && !grid[row].contains(nil)
        && heads.columns.allSatisfy { $0.allSatisfy { $0.lowerBound < grid[row].count } }
        && grid[row].count < width && !heads.rows.contains { torn.contains($0) }
      if isTorn && !isShort || isSlanted(row, from: labelEnd, position.block) {
        noteInOrder(grid[row].dropFirst(labelEnd), heads.rows, position, &truth)
        continue
      }
      for (column, covered) in heads.columns.enumerated() {
        // Which of two heads is meant nobody can say.
        if covered.count > 1 {
          truth.note(nil, row: position, column: column)
          continue
        }
        for columns in covered {
          note(
            row, max(columns.lowerBound, labelEnd)..<columns.upperBound, position, column, &truth)
        }
      }
    }
  }

  /// Whether a row has as many figures as its block has heads, but not as wide as these.
  private func isSlanted(_ row: Int, from start: Int, _ block: Int) -> Bool {
    let figures = places(row).filter { place in
      grid[row].lastIndex(of: place).map { $0 >= start } == true
    }
    guard figures.count == names.table.blocks[block].columns.count,
      figures.allSatisfy({ !text($0).isEmpty && sheet[$0.row][$0.cell].rowSpan == 1 })
    else { return false }
    // Over one of them stand two heads.
    let zone = zone(above: row)
    return figures.contains { figure in
      let heads = grid[row].indices.filter { grid[row][$0] == figure }
        .compactMap { stack(at: $0, zone).last }.filter { names.heads.contains(word($0)) }
      return Set(heads).count > 1
    }
  }

  /// In a torn row, or under torn heads, columns say nothing. As many figures behind the label as
  /// there are heads, with no blank between, are still told by their order.
  private func noteInOrder(
    _ cells: ArraySlice<Place?>, _ zone: [Int], _ position: RowPosition, _ truth: inout PageTruth
  ) {
    var places: [Place] = []
    for case let place? in cells where places.last != place { places.append(place) }
    places.removeFirst(places.prefix { text($0).isEmpty }.count)
    while let last = places.last, text(last).isEmpty { places.removeLast() }
    let form = names.table.blocks[position.block].columns
    let heads = texts(of: zone)
    if heads.isEmpty { return }
    let order = names.columns(inOrder: heads, block: position.block)
    for column in form.indices {
      guard let order, places.count == form.count, let index = order.firstIndex(of: column),
        !text(places[index]).isEmpty
      else {
        truth.note(nil, row: position, column: column)
        continue
      }
      truth.note(text(places[index]), row: position, column: column)
    }
  }

  /// Notes what stands in a row under a head that covers some columns.
  private func note(
    _ row: Int, _ columns: Range<Int>, _ position: RowPosition, _ column: Int,
    _ truth: inout PageTruth
  ) {
    var under: [Place] = []
    for index in columns {
      if let place = place(row, index), !under.contains(place) { under.append(place) }
    }
    var printed = under.filter { !text($0).isEmpty }
    // Repeated in place of a span.
    if Set(printed.map(text)).count == 1, under.count == printed.count { printed = [printed[0]] }
    if printed.count > 1 {
      truth.note(nil, row: position, column: column)
      for place in printed { truth.note(text(place), row: position, column: column) }
      return
    }
    guard let only = printed.first else {
      truth.note("", row: position, column: column)
      return
    }
    // A cell that covers the columns of other heads as well is nobody's.
    let covered = grid[row].indices.filter { grid[row][$0] == only }
    let isWide = covered.contains { !columns.contains($0) && isUnderHead($0, above: row) }
    let isTall = sheet[only.row][only.cell].rowSpan > 1 && only.row + 1 < sheet.count
    truth.note(isWide || isTall ? nil : text(only), row: position, column: column)
  }

  /// The rows of heads over a row: the nearest rows without figures that name anything.
  private func zone(above row: Int) -> [Int] {
    var zone: [Int] = []
    for above in stride(from: row - 1, through: 0, by: -1) {
      let printed = places(above).filter { !text($0).isEmpty }
      if printed.isEmpty { continue }
      let isHeadRow = isHeadRow(above)
      // A block's heading may stand under the heads of the block before, where its own are the same.
      let isHeading = printed.allSatisfy { names.headings.contains(word($0)) }
      if isHeadRow, !isHeading {
        zone.insert(above, at: 0)
      } else if !zone.isEmpty {
        break
      }
    }
    return zone
  }

  /// A row with more heads than figures, or without any figure and label of a row.
  private func isHeadRow(_ row: Int) -> Bool {
    let printed = places(row).filter { !text($0).isEmpty }
    let heads = printed.count { names.isHead(word($0)) }
    let figures = printed.count { page.isFigureText(text($0)) }
    return heads > figures
      || figures == 0 && heads == 0 && !printed.contains { names.rows[word($0)] != nil }
  }

  private func isUnderHead(_ column: Int, above row: Int) -> Bool {
    zone(above: row).contains { above in
      place(above, column).map { names.heads.contains(word($0)) } ?? false
    }
  }

  /// For each column of a block the stretches of the grid that its head covers.
  private func columns(
    above row: Int, block: Int, from start: Int
  ) -> (columns: [[Range<Int>]], rows: [Int]) {
    let zone = zone(above: row)
    let form = names.table.blocks[block].columns
    var found = [[Range<Int>]](repeating: [], count: form.count)
    var lowest: [(Place, Range<Int>)] = []
    for column in 0..<width {
      let stack = stack(at: column, zone)
      guard let head = stack.last, names.heads.contains(word(head)) else { continue }
      if lowest.last?.0 == head {
        lowest[lowest.count - 1].1 = lowest[lowest.count - 1].1.lowerBound..<(column + 1)
      } else {
        lowest.append((head, column..<(column + 1)))
      }
    }
    // A head that was repeated over its columns is one head.
    var merged: [(Place, Range<Int>)] = []
    for (head, range) in lowest {
      if let last = merged.last, last.0.row == head.row, word(last.0) == word(head),
        last.1.upperBound == range.lowerBound,
        upper(last.1.lowerBound, zone) == upper(range.lowerBound, zone)
      {
        merged[merged.count - 1].1 = last.1.lowerBound..<range.upperBound
      } else {
        merged.append((head, range))
      }
    }
    for (head, range) in merged where range.upperBound > start {
      let upper = upper(range.lowerBound, zone)
      for index in form.indices
      where form[index].label.text.chinese == word(head)
        && form[index].heads.map(\.text.chinese) == upper
      {
        found[index].append(range)
      }
    }
    let isRight = merged.allSatisfy { $0.1.lowerBound >= start }
    if found.contains(where: { $0.count != 1 }), merged.count == form.count, isRight,
      let order = names.columns(inOrder: texts(of: zone), block: block)
    {
      for (index, column) in order.enumerated() { found[column] = [merged[index].1] }
    }
    return (found, zone)
  }

  /// What stands over a column, outermost first, without lines across the whole table.
  private func stack(at column: Int, _ zone: [Int]) -> [Place] {
    var stack: [Place] = []
    for row in zone {
      guard let place = place(row, column), !text(place).isEmpty, !stack.contains(place),
        sheet[place.row][place.cell].columnSpan < width
      else { continue }
      stack.append(place)
    }
    return stack
  }

  /// The upper heads over a column. Where a table has no spans, one reaches to the next on its right.
  private func upper(_ column: Int, _ zone: [Int]) -> [String] {
    let hasSpans = sheet.contains { $0.contains { $0.columnSpan > 1 || $0.rowSpan > 1 } }
    guard let lowest = stack(at: column, zone).last else { return [] }
    var upper: [String] = []
    for row in zone where row < lowest.row {
      var index = column
      while !hasSpans, index > 0, place(row, index).map({ text($0).isEmpty }) ?? true { index -= 1 }
      guard let place = place(row, index), names.upperHeads.contains(word(place)),
        upper.last != word(place)
      else { continue }
      upper.append(word(place))
    }
    return upper
  }

  /// The heads of a zone row by row, repeated ones once.
  private func texts(of zone: [Int]) -> [String] {
    var texts: [String] = []
    var seen: Set<Place> = []
    for row in zone {
      for place in places(row) where names.isHead(word(place)) && seen.insert(place).inserted {
        let isBelowItself =
          row > 0
          && grid[row].firstIndex(of: place).flatMap { self.place(row - 1, $0) }.map(word)
            == word(place)
        if texts.last != word(place), !isBelowItself { texts.append(word(place)) }
      }
    }
    return texts
  }
}
