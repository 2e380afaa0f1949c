import ReportModel

/// Finds out which row of the form each reading is.
struct RowResolver {
  private let labels: TableLabels
  private(set) var readings: [RowReading]
  private(set) var positions: [RowPosition?]

  init(_ readings: [RowReading], labels: TableLabels) {
    self.labels = labels
    self.readings = readings
    positions = []
    for index in readings.indices { positions.append(exactRow(of: index)) }
    for index in readings.indices where positions[index] == nil {
      positions[index] = nearRow(of: index)
    }
    checkOrder()
  }

  // MARK: Labels that are those of the form

  private mutating func exactRow(of index: Int) -> RowPosition? {
    let reading = readings[index]
    if let row = reading.row { return row }
    guard !reading.labels.isEmpty else { return unlabelledRow(of: reading) }
    var found: Set<RowPosition> = []
    for label in reading.labels {
      for entry in labels.rows(for: label) {
        let needsGroup = label.ordinal == nil && entry.isAlsoHead
        if needsGroup, !reading.groups.contains(where: { isGroup($0, of: entry.row) }) { continue }
        found.insert(entry.row)
      }
    }
    if found.count > 1, let heads = reading.heads {
      found = found.filter { heads.meaning(of: $0.block) != nil }
    }
    guard found.count == 1, let row = found.first else { return nil }
    if let heads = reading.heads, heads.meaning(of: row.block) == nil {
      readings[index].fault = .headsUnclear
    }
    let contradicts = reading.groups.contains { labels.isGroup($0) && !isGroup($0, of: row) }
    if contradicts { readings[index].fault = .labelUnclear }
    return row
  }

  private func isGroup(_ label: Label, of row: RowPosition) -> Bool {
    labels.group(label, belongsTo: row)
  }

  private func unlabelledRow(of reading: RowReading) -> RowPosition? {
    guard let block = labels.unlabelledBlock else { return nil }
    if let heads = reading.heads {
      guard heads.meaning(of: block) != nil else { return nil }
    } else {
      guard reading.figures.count == labels.table.blocks[block].columns.count else { return nil }
    }
    return RowPosition(block: block, row: 0)
  }

  // MARK: Labels with a slip

  /// The row of a label with a few characters lost, doubled or mistaken, at most one in four:
  /// accepted only where the rows before and after it leave exactly this one between them, and no
  /// other row of the form is near.
  private func nearRow(of index: Int) -> RowPosition? {
    let reading = readings[index]
    guard reading.fault == nil, let heads = reading.heads, let expected = rowBetween(index),
      heads.meaning(of: expected.block) != nil
    else { return nil }
    let fits = reading.labels.contains { label in
      let near = labels.rowOrder.filter { isNear(label, to: $0) }
      return near == [expected]
    }
    return fits ? expected : nil
  }

  private func isNear(_ label: Label, to row: RowPosition) -> Bool {
    labels.labels(ofRow: row).contains { own in
      let limit = min(3, own.text.count / 4)
      return limit > 0 && Label.agree(page: label.ordinal, form: own.ordinal)
        && label.text.count <= own.text.count + 1 && Meaning.isSame(label.text, own.text)
        && EditDistance.between(label.text, own.text, limit: limit) != nil
    }
  }

  /// Characters that turn a label into another one: 不予公开 is not 予公开, 上年 not 本年.
  private enum Meaning {
    static let decisive = Set(
      "不非无未没否勿免反上下本去今年新旧0123456789一二三四五六七八九十".unicodeScalars.map(\.value))

    static func isSame(_ left: FoldedText, _ right: FoldedText) -> Bool {
      left.scalars.filter(decisive.contains) == right.scalars.filter(decisive.contains)
    }
  }

  private func rowBetween(_ index: Int) -> RowPosition? {
    let rows = labels.rowOrder
    let before = neighbour(index, step: -1)
    let after = neighbour(index, step: 1)
    let number: Int
    switch (before, after) {
    case (let before?, let after?) where after - before == 2: number = before + 1
    case (nil, 1) where isFirstOfItsStretch(index): number = 0
    case (rows.count - 2, nil) where isLastOfItsStretch(index): number = rows.count - 1
    default: return nil
    }
    return rows[number]
  }

  private func neighbour(_ index: Int, step: Int) -> Int? {
    let other = index + step
    guard positions.indices.contains(other), let row = positions[other],
      readings[other].stretch == readings[index].stretch
    else { return nil }
    return labels.order[row]
  }

  private func isFirstOfItsStretch(_ index: Int) -> Bool {
    index == 0 || readings[index - 1].stretch != readings[index].stretch
  }

  private func isLastOfItsStretch(_ index: Int) -> Bool {
    index == readings.count - 1 || readings[index + 1].stretch != readings[index].stretch
  }

  // MARK: The order of rows in text

  /// In text only the order tells that no label has moved: rows that stand before an earlier row of
  /// the form, or behind a later one, are given up.
  private mutating func checkOrder() {
    let ordered = readings.indices.filter { readings[$0].isOrdered && positions[$0] != nil }
    var start = ordered.startIndex
    while start < ordered.endIndex {
      let stretch = readings[ordered[start]].stretch
      let end = ordered[start...].firstIndex { readings[$0].stretch != stretch } ?? ordered.endIndex
      checkOrder(ordered[start..<end])
      start = end
    }
  }

  private mutating func checkOrder(_ indices: ArraySlice<Int>) {
    let numbers = indices.map { index in positions[index].flatMap { labels.order[$0] } ?? 0 }
    var smallestAfter = [Int](repeating: Int.max, count: numbers.count + 1)
    for index in numbers.indices.reversed() {
      smallestAfter[index] = min(smallestAfter[index + 1], numbers[index])
    }
    var largest = Int.min
    for (number, (offset, index)) in zip(numbers, indices.enumerated()) {
      largest = max(largest, number)
      if number < largest || number > smallestAfter[offset] {
        readings[index].fault = readings[index].fault ?? .labelUnclear
      }
    }
  }
}
