import ReportModel
import Testing

@testable import ReportReading

/// A page with rows, columns, labels and heads deleted or swapped, which remembers what each figure
/// now stands at.
struct MutatedPage {
  private(set) var page: SamplePage
  private(set) var log: [String] = []
  /// Where each figure was printed.
  private var origin: [String: CellKey] = [:]
  /// What the row label and the head over a cell name now, by what they named at first. A missing
  /// one has been deleted.
  private var rowNames: [String: String] = [:]
  private var headNames: [String: String] = [:]

  init(form: String) throws {
    page = try SamplePage(form: form)
    for (key, text) in page.printed { origin[text] = key }
    for key in page.printed.keys {
      rowNames[Self.row(of: key)] = Self.row(of: key)
      headNames[Self.head(of: key)] = Self.head(of: key)
    }
  }

  /// Whether a figure may be read as this cell: its row carries the cell's label and its column the
  /// cell's head.
  func allows(_ value: String, at key: CellKey) -> Bool {
    guard let from = origin[value] else { return false }
    return rowNames[Self.row(of: from)] == Self.row(of: key)
      && headNames[Self.head(of: from)] == Self.head(of: key)
  }

  /// Cells read with a figure that does not stand there.
  func wrongCells(of report: Report) -> [String] {
    var wrong: [String] = []
    for cell in report.tables.flatMap(\.cells) {
      guard let value = cell.value?.description, !allows(value, at: cell.key) else { continue }
      wrong.append("\(cell.key) read as \(value)")
    }
    return wrong
  }

  private static func isTable3(_ key: CellKey) -> Bool { key.applicant != nil }

  private static func isTable4(_ key: CellKey) -> Bool {
    key.indicator.text.hasPrefix("review") || key.indicator.text.hasPrefix("suit")
  }

  private static func row(of key: CellKey) -> String {
    if isTable3(key) { return key.indicator.text }
    if isTable4(key) { return "table 4" }
    return String(key.indicator.text.split(separator: ".")[0])
  }

  private static func head(of key: CellKey) -> String {
    if let applicant = key.applicant { return applicant.rawValue }
    if isTable4(key) { return key.indicator.text }
    return String(key.indicator.text.split(separator: ".")[1])
  }

  mutating func mutate(_ random: inout SeededGenerator) {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: deleteRow(&random)
    case 1: swapRows(&random)
    case 2: swapLabels(&random)
    case 3: deleteLabel(&random, keepsCell: true)
    case 4: deleteLabel(&random, keepsCell: false)
    case 5: deleteFigure(&random)
    case 6: swapHeads(&random)
    case 7: deleteColumn(&random)
    default: truncate(&random)
    }
  }

  private func sheet3() -> SamplePage.Sheet { page.sheets[3]?.first ?? [] }

  private func rowsWithLabels(_ number: Int) -> [Int] {
    let sheet = page.sheets[number]?.first ?? []
    return sheet.indices.filter { sheet[$0].contains(where: \.isRowLabel) }
  }

  private func randomTable(_ random: inout SeededGenerator) -> Int {
    Bool.random(using: &random) ? 3 : 2
  }

  private mutating func change(_ number: Int, _ edit: (inout SamplePage.Sheet) -> Void) {
    guard var sheet = page.sheets[number]?.first else { return }
    edit(&sheet)
    page.sheets[number] = [sheet]
  }

  private func rowName(_ row: [SamplePage.PrintedCell]) -> String? {
    row.lazy.compactMap(\.key).first.map(Self.row)
  }

  /// Rows that open a group take its label with them, as a careless editor would.
  private mutating func deleteRow(_ random: inout SeededGenerator) {
    let number = randomTable(&random)
    guard let row = rowsWithLabels(number).randomElement(using: &random) else { return }
    log.append("delete row \(row) of table \(number)")
    change(number) { $0.remove(at: row) }
  }

  private mutating func swapRows(_ random: inout SeededGenerator) {
    // Rows without group cells and equally indented, so that the page still says the same.
    let rows = rowsWithLabels(3).filter { sheet3()[$0].first?.isRowLabel == true }
    guard let a = rows.randomElement(using: &random), let b = rows.randomElement(using: &random),
      sheet3()[a].first?.columnSpan == sheet3()[b].first?.columnSpan
    else { return }
    log.append("swap rows \(a) and \(b) of table 3")
    change(3) { $0.swapAt(a, b) }
  }

  private mutating func swapLabels(_ random: inout SeededGenerator) {
    let number = 3
    let rows = rowsWithLabels(number)
    guard let a = rows.randomElement(using: &random), let b = rows.randomElement(using: &random)
    else { return }
    let sheet = sheet3()
    guard let nameA = rowName(sheet[a]), let nameB = rowName(sheet[b]),
      let cellA = sheet[a].firstIndex(where: \.isRowLabel),
      let cellB = sheet[b].firstIndex(where: \.isRowLabel)
    else { return }
    log.append("swap labels of rows \(a) and \(b) of table 3")
    change(number) { sheet in
      let text = sheet[a][cellA].text
      sheet[a][cellA].text = sheet[b][cellB].text
      sheet[b][cellB].text = text
    }
    let old = rowNames[nameA]
    rowNames[nameA] = rowNames[nameB]
    rowNames[nameB] = old
  }

  private mutating func deleteLabel(_ random: inout SeededGenerator, keepsCell: Bool) {
    let number = randomTable(&random)
    guard let row = rowsWithLabels(number).randomElement(using: &random),
      let sheet = page.sheets[number]?.first,
      let cell = sheet[row].firstIndex(where: \.isRowLabel), let name = rowName(sheet[row])
    else { return }
    log.append("delete label \(sheet[row][cell].text), cell kept: \(keepsCell)")
    change(number) { sheet in
      if keepsCell { sheet[row][cell].text = "" } else { sheet[row].remove(at: cell) }
    }
    rowNames[name] = nil
  }

  private mutating func deleteFigure(_ random: inout SeededGenerator) {
    let number = Int.random(in: 2...4, using: &random)
    guard let sheet = page.sheets[number]?.first else { return }
    let rows = sheet.indices.filter { sheet[$0].contains { $0.key != nil } }
    guard let row = rows.randomElement(using: &random) else { return }
    let figures = sheet[row].indices.filter { sheet[row][$0].key != nil }
    guard let cell = figures.randomElement(using: &random),
      // A wider cell that moves up would bring blank columns along: that page says something else.
      sheet[row][cell...].allSatisfy({ $0.columnSpan == 1 })
    else { return }
    log.append("delete figure \(sheet[row][cell].text)")
    change(number) { $0[row].remove(at: cell) }
  }

  private mutating func swapHeads(_ random: inout SeededGenerator) {
    let labels = Applicant.parts.filter { $0 != .person }
    guard let a = labels.randomElement(using: &random), let b = labels.randomElement(using: &random)
    else { return }
    log.append("swap heads \(a) and \(b)")
    change(3) { sheet in
      for row in sheet.indices where !sheet[row].contains(where: { $0.key != nil }) {
        for cell in sheet[row].indices {
          if sheet[row][cell].text == a.label.chinese {
            sheet[row][cell].text = b.label.chinese
          } else if sheet[row][cell].text == b.label.chinese {
            sheet[row][cell].text = a.label.chinese
          }
        }
      }
    }
    for (column, name) in headNames {
      if name == a.rawValue { headNames[column] = b.rawValue }
      if name == b.rawValue { headNames[column] = a.rawValue }
    }
  }

  /// A column of table 3 with its head, or in the body alone.
  private mutating func deleteColumn(_ random: inout SeededGenerator) {
    let applicants = Applicant.parts.filter { $0 != .person }
    guard let applicant = applicants.randomElement(using: &random) else { return }
    let withHead = Bool.random(using: &random)
    log.append("delete column \(applicant), with head: \(withHead)")
    let head = headNames[applicant.rawValue]
    let headText = Applicant.allCases.first { $0.rawValue == head }?.label.chinese
    change(3) { sheet in
      for row in sheet.indices {
        let isHeadRow = !sheet[row].contains { $0.key != nil }
        sheet[row].removeAll { $0.key?.applicant == applicant }
        guard isHeadRow, withHead else { continue }
        sheet[row].removeAll { $0.text == headText }
        for cell in sheet[row].indices where sheet[row][cell].columnSpan >= 5 {
          sheet[row][cell].columnSpan -= 1
        }
      }
    }
    if !withHead { headNames[applicant.rawValue] = nil }
  }

  private mutating func truncate(_ random: inout SeededGenerator) {
    let number = Int.random(in: 2...3, using: &random)
    let count = page.sheets[number]?.first?.count ?? 1
    let kept = Int.random(in: 1..<max(2, count), using: &random)
    log.append("cut table \(number) after \(kept) rows")
    change(number) { $0 = Array($0.prefix(kept)) }
    for later in page.sheets.keys.sorted() where later > number { page.sheets[later] = [] }
  }
}
