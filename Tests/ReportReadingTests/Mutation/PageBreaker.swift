import ReportModel

@testable import ReportReading

/// Breaks a page at random, as careless editors and converters do and worse.
struct PageBreaker {
  private(set) var page: BrokenPage
  private let style: BreakingStyle
  private var random: SeededGenerator

  init(_ page: BrokenPage, _ style: BreakingStyle, _ random: SeededGenerator) {
    self.page = page
    self.style = style
    self.random = random
  }

  /// Makes one change.
  mutating func breakOnce() throws {
    guard let sheet = page.sheetIndices.randomElement(using: &random) else { return }
    switch pick(30) {
    case 0: deleteRows(sheet)
    case 1: duplicateRow(sheet, alters: flip())
    case 2, 3: swapRows(sheet)
    case 4, 5, 6: swapTexts(sheet, figures: false)
    case 7: swapTexts(sheet, figures: true)
    case 8, 9: blank(sheet)
    case 10, 11: removeCell(sheet)
    case 12: insertCell(sheet)
    case 13: duplicateCell(sheet)
    case 14: changeColumn(sheet, deletes: true)
    case 15: changeColumn(sheet, deletes: false)
    case 16: swapFigureColumns(sheet)
    case 17: changeSpan(sheet)
    case 18: dropSpans(sheet)
    case 19, 20: breakText(sheet)
    case 21: mergeFigures(sheet)
    case 22: copyText(sheet)
    case 23: try addReport()
    case 24: movePart()
    case 25: duplicateSheet(sheet)
    case 26: splitSheet(sheet)
    case 27: addForeignRow(sheet)
    case 28: writeOddly(sheet)
    default: moveFigure(sheet)
    }
  }

  // MARK: Choices

  private mutating func pick(_ count: Int) -> Int {
    Int.random(in: 0..<max(1, count), using: &random)
  }

  private mutating func flip() -> Bool { Bool.random(using: &random) }

  private mutating func row(of sheet: Int) -> Int { pick(page[sheet: sheet].count) }

  /// A cell that fits, as row and index.
  private mutating func cell(
    of sheet: Int, where fits: (SamplePage.PrintedCell) -> Bool = { _ in true }
  ) -> (row: Int, index: Int)? {
    var all: [(Int, Int)] = []
    for (row, cells) in page[sheet: sheet].enumerated() {
      for index in cells.indices where fits(cells[index]) { all.append((row, index)) }
    }
    return all.randomElement(using: &random)
  }

  private static func isFigure(_ cell: SamplePage.PrintedCell) -> Bool {
    cell.key != nil && !cell.text.isEmpty
  }

  private mutating func freshFigure() -> String {
    String(Int.random(in: 100_000..<1_000_000, using: &random))
  }

  // MARK: Rows

  private mutating func deleteRows(_ sheet: Int) {
    let count = 1 + pick(3)
    for _ in 0..<count where page[sheet: sheet].count > 1 {
      let row = row(of: sheet)
      page.log.append("row \(row) of \(sheet) deleted")
      page[sheet: sheet].remove(at: row)
    }
  }

  private mutating func duplicateRow(_ sheet: Int, alters: Bool) {
    let row = row(of: sheet)
    var copy = page[sheet: sheet][row]
    for index in copy.indices where alters && Self.isFigure(copy[index]) {
      copy[index].text = freshFigure()
    }
    let target = flip() ? row + 1 : pick(page[sheet: sheet].count + 1)
    page.log.append("row \(row) of \(sheet) again at \(target), altered: \(alters)")
    page[sheet: sheet].insert(copy, at: target)
  }

  private mutating func swapRows(_ sheet: Int) {
    let (a, b) = (row(of: sheet), row(of: sheet))
    page.log.append("rows \(a) and \(b) of \(sheet) swapped")
    page[sheet: sheet].swapAt(a, b)
  }

  private mutating func addForeignRow(_ sheet: Int) {
    let target = pick(page[sheet: sheet].count)
    var row = page[sheet: sheet][target]
    for index in row.indices {
      if row[index].key != nil {
        row[index].text = freshFigure()
      } else if !row[index].text.isEmpty {
        row[index].text = "其中：网上提出的"
      }
    }
    page.log.append("a row of another kind after \(target) of \(sheet)")
    page[sheet: sheet].insert(row, at: target + 1)
  }

  // MARK: Texts

  private mutating func swapTexts(_ sheet: Int, figures: Bool) {
    let fits = { (cell: SamplePage.PrintedCell) in
      !cell.text.isEmpty && (cell.key != nil) == figures
    }
    guard let a = cell(of: sheet, where: fits), let b = cell(of: sheet, where: fits) else { return }
    let (one, other) = (
      page[sheet: sheet][a.row][a.index].text, page[sheet: sheet][b.row][b.index].text
    )
    page.log.append("\(one) and \(other) swapped in \(sheet)")
    page[sheet: sheet][a.row][a.index].text = other
    page[sheet: sheet][b.row][b.index].text = one
  }

  private mutating func copyText(_ sheet: Int) {
    let fits = { (cell: SamplePage.PrintedCell) in !cell.text.isEmpty && cell.key == nil }
    guard let a = cell(of: sheet, where: fits), let b = cell(of: sheet, where: fits) else { return }
    let text = page[sheet: sheet][a.row][a.index].text
    page.log.append("\(page[sheet: sheet][b.row][b.index].text) in \(sheet) made \(text)")
    page[sheet: sheet][b.row][b.index].text = text
  }

  private mutating func blank(_ sheet: Int) {
    guard let at = cell(of: sheet, where: { !$0.text.isEmpty }) else { return }
    page.log.append("\(page[sheet: sheet][at.row][at.index].text) in \(sheet) blanked")
    page[sheet: sheet][at.row][at.index].text = ""
  }

  /// A figure over two lines; a label too where its own pieces cannot be something else.
  private mutating func breakText(_ sheet: Int) {
    let fits = { (cell: SamplePage.PrintedCell) in cell.key != nil && cell.text.count > 1 }
    // On paper a cell's text is broken where its width says.
    guard style.geometry != .placed, let at = cell(of: sheet, where: fits) else { return }
    let text = page[sheet: sheet][at.row][at.index].text
    guard !text.contains("\n") else { return }
    let cut = text.index(text.startIndex, offsetBy: 1 + pick(text.count - 1))
    let broken = text[..<cut] + "\n" + text[cut...]
    page.log.append("\(text) in \(sheet) broken")
    page.oddFigures[String(broken)] = .some(nil)
    page[sheet: sheet][at.row][at.index].text = String(broken)
  }

  private mutating func writeOddly(_ sheet: Int) {
    let page = page
    let fits = { (cell: SamplePage.PrintedCell) in
      Self.isFigure(cell) && page.meaning(of: cell.text) == cell.text
    }
    guard let at = cell(of: sheet, where: fits) else { return }
    let text = page[sheet: sheet][at.row][at.index].text
    let wide = String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          Unicode.Scalar(scalar.value + 0xFEE0)
        }))
    let forms: [(String, String?)] = [
      (wide, text), ("\(text)件", text), ("-\(text)", "-\(text)"), ("约\(text)", nil),
      ("\(text)%", nil), ("0\(text)", nil), ("\(text).5", nil), ("\(text)余", nil),
      ("\(text)+1", nil), ("(\(text))", nil), ("\(text)*", nil), ("\(text)，", nil),
      ("\(text)/\(text)", nil), ("\(text)-\(text)", nil), ("\(text)e3", nil), ("0x\(text)", nil),
    ]
    let form = forms[pick(forms.count)]
    self.page.log.append("\(text) in \(sheet) written \(form.0)")
    self.page.oddFigures[form.0] = .some(form.1)
    self.page[sheet: sheet][at.row][at.index].text = form.0
  }

  // MARK: Cells

  private mutating func removeCell(_ sheet: Int) {
    guard let at = cell(of: sheet) else { return }
    page.log.append("cell \(page[sheet: sheet][at.row][at.index].text) of \(sheet) removed")
    page[sheet: sheet][at.row].remove(at: at.index)
  }

  private mutating func insertCell(_ sheet: Int) {
    guard let at = cell(of: sheet) else { return }
    let text = flip() ? "" : freshFigure()
    page.log.append(
      "cell '\(text)' put before \(page[sheet: sheet][at.row][at.index].text) in \(sheet)")
    page[sheet: sheet][at.row].insert(SamplePage.PrintedCell(text: text), at: at.index)
  }

  private mutating func duplicateCell(_ sheet: Int) {
    guard let at = cell(of: sheet) else { return }
    let copy = page[sheet: sheet][at.row][at.index]
    page.log.append("cell \(copy.text) of \(sheet) twice")
    page[sheet: sheet][at.row].insert(copy, at: at.index)
  }

  private mutating func moveFigure(_ sheet: Int) {
    guard let from = cell(of: sheet, where: Self.isFigure) else { return }
    let figure = page[sheet: sheet][from.row].remove(at: from.index)
    let row = row(of: sheet)
    let index = pick(page[sheet: sheet][row].count + 1)
    page.log.append("\(figure.text) of \(sheet) moved to row \(row) cell \(index)")
    page[sheet: sheet][row].insert(figure, at: index)
  }

  private mutating func mergeFigures(_ sheet: Int) {
    guard let at = cell(of: sheet, where: Self.isFigure) else { return }
    let row = page[sheet: sheet][at.row]
    guard at.index + 1 < row.count, Self.isFigure(row[at.index + 1]) else { return }
    var cell = row[at.index]
    let both = cell.text + " " + row[at.index + 1].text
    cell.columnSpan += row[at.index + 1].columnSpan
    // On paper both would stand near their own heads.
    if flip(), style.geometry != .placed {
      cell.text = both
      page.oddFigures[both] = .some(nil)
    }
    page.log.append("\(both) in \(sheet) merged to \(cell.text)")
    page[sheet: sheet][at.row].replaceSubrange(at.index...(at.index + 1), with: [cell])
  }

  private mutating func changeSpan(_ sheet: Int) {
    guard let at = cell(of: sheet, where: { $0.rowSpan + $0.columnSpan > 2 || Self.isFigure($0) })
    else { return }
    var cell = page[sheet: sheet][at.row][at.index]
    switch pick(4) {
    case 0: cell.rowSpan = max(1, cell.rowSpan - 1)
    case 1: cell.rowSpan += 1
    case 2: cell.columnSpan = max(1, cell.columnSpan - 1)
    default: cell.columnSpan += 1
    }
    page.log.append("spans of \(cell.text) in \(sheet) now \(cell.rowSpan) by \(cell.columnSpan)")
    page[sheet: sheet][at.row][at.index] = cell
  }

  private mutating func dropSpans(_ sheet: Int) {
    // What is left has rows and no columns: a style of its own.
    guard style.geometry == .rows else { return }
    page.log.append("spans of \(sheet) dropped")
    for row in page[sheet: sheet].indices {
      for index in page[sheet: sheet][row].indices {
        page[sheet: sheet][row][index].rowSpan = 1
        page[sheet: sheet][row][index].columnSpan = 1
      }
    }
  }

  // MARK: Columns

  private mutating func changeColumn(_ sheet: Int, deletes: Bool) {
    let width = page[sheet: sheet].map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 1
    let column = pick(width)
    let withHeads = flip()
    page.log.append(
      "column \(column) of \(sheet) \(deletes ? "deleted" : "twice"), heads: \(withHeads)")
    /// By column: rows that a cell from above still covers.
    var covered: [Int: Int] = [:]
    for row in page[sheet: sheet].indices {
      let isBody = page[sheet: sheet][row].contains { $0.key != nil }
      var start = 0
      var hit: Int?
      for (index, cell) in page[sheet: sheet][row].enumerated() {
        while covered[start, default: 0] > 0 { start += 1 }
        if (start..<(start + cell.columnSpan)).contains(column) { hit = index }
        for position in start..<(start + cell.columnSpan) { covered[position] = cell.rowSpan }
        start += cell.columnSpan
      }
      for position in covered.keys { covered[position, default: 0] -= 1 }
      guard let hit, isBody || withHeads else { continue }
      let span = page[sheet: sheet][row][hit].columnSpan
      switch (deletes, span) {
      case (true, 1): page[sheet: sheet][row].remove(at: hit)
      case (true, _): page[sheet: sheet][row][hit].columnSpan -= 1
      case (false, 1):
        var copy = page[sheet: sheet][row][hit]
        if Self.isFigure(copy) { copy.text = freshFigure() }
        page[sheet: sheet][row].insert(copy, at: hit + 1)
      case (false, _): page[sheet: sheet][row][hit].columnSpan += 1
      }
    }
  }

  private mutating func swapFigureColumns(_ sheet: Int) {
    let (a, b) = (pick(7), pick(7))
    page.log.append("figures \(a) and \(b) of each row of \(sheet) swapped")
    for row in page[sheet: sheet].indices {
      let figures = page[sheet: sheet][row].indices.filter {
        page[sheet: sheet][row][$0].key != nil
      }
      guard a < figures.count, b < figures.count else { continue }
      page[sheet: sheet][row].swapAt(figures[a], figures[b])
    }
  }

  // MARK: Tables

  private mutating func addReport() throws {
    let other = try BrokenPage(form: ["gid-2019", "gid-2021"][pick(2)], random: &random)
    var sheets = other.sheetIndices.map { BrokenPage.Part.sheet(other[sheet: $0]) }
    if flip() { sheets = [sheets[pick(sheets.count)]] }
    let before: [String?] = [nil, "附：青石市教育局的表", "说明", "三、收到和处理政府信息公开申请情况"]
    if let line = before[pick(before.count)] { sheets.insert(.line(line), at: 0) }
    let target = flip() ? page.parts.count : 1 + pick(page.parts.count)
    page.log.append("\(sheets.count) parts of another report at \(target)")
    page.parts.insert(contentsOf: sheets, at: min(target, page.parts.count))
  }

  private mutating func movePart() {
    let from = pick(page.parts.count)
    let part = page.parts.remove(at: from)
    if flip() {
      page.log.append("part \(from) deleted")
      return
    }
    let target = pick(page.parts.count + 1)
    page.log.append("part \(from) moved to \(target)")
    page.parts.insert(part, at: target)
  }

  private mutating func duplicateSheet(_ sheet: Int) {
    var copy = page[sheet: sheet]
    if flip(),
      let row = copy.indices.filter({ copy[$0].contains(where: Self.isFigure) }).randomElement(
        using: &random)
    {
      for index in copy[row].indices where Self.isFigure(copy[row][index]) {
        copy[row][index].text = freshFigure()
      }
    }
    page.log.append("table \(sheet) twice")
    page.parts.insert(.sheet(copy), at: flip() ? sheet + 1 : page.parts.count)
  }

  private mutating func splitSheet(_ sheet: Int) {
    let rows = page[sheet: sheet]
    guard rows.count > 4 else { return }
    let cut = 3 + pick(rows.count - 3)
    var first = Array(rows[..<cut])
    var second = Array(rows[cut...])
    // What reaches over the cut begins again below it.
    var open: [SamplePage.PrintedCell] = []
    for (row, cells) in first.enumerated() {
      for (index, cell) in cells.enumerated() where row + cell.rowSpan > cut {
        var rest = cell
        rest.rowSpan = row + cell.rowSpan - cut
        first[row][index].rowSpan = cut - row
        open.append(rest)
      }
    }
    second[0] = open + second[0]
    let heads = Array(rows.prefix { !$0.contains { $0.key != nil } })
    if flip(), cut >= heads.count { second = heads + second }
    page.log.append("table \(sheet) cut before row \(cut)")
    page.parts.replaceSubrange(sheet...sheet, with: [.sheet(first), .sheet(second)])
  }
}
