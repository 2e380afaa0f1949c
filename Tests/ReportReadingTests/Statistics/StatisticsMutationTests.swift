import Forms
import ReportModel
import Testing

@testable import ReportReading

/// Good pages are broken at random; whatever is still read must stand on the broken page at that
/// label, under that head and beside that unit. Every cell holds a figure of its own.
@Suite("Broken statistics tables are never read wrong")
struct StatisticsMutationTests {
  private static let reader = ReportReader()

  @Test("random rows, columns, labels, units and heads deleted or swapped", arguments: 0..<600)
  func mutated(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let form = ["fujian-2011", "fujian-2014", "gid-2014"].randomElement(using: &random) ?? ""
    let layout = PageLayout.allCases.randomElement(using: &random) ?? .spans
    var page = try MutatedStatistics(form, isSplit: Bool.random(using: &random))
    for _ in 0..<Int.random(in: 1...3, using: &random) { page.mutate(&random) }
    let report: Report
    do throws(ReadingError) {
      report = try Self.reader.read(bytes: page.page.bytes(layout), path: "page")
    } catch {
      #expect(error == .noTables)
      return
    }
    #expect(page.wrongCells(of: report).isEmpty, "\(form) \(layout): \(page.log)")
  }

  @Test("an unbroken page passes the same judgement", arguments: PageLayout.allCases)
  func unbroken(layout: PageLayout) throws {
    for isSplit in [false, true] {
      let page = try MutatedStatistics("gid-2014", isSplit: isSplit)
      let report = try Self.reader.read(bytes: page.page.bytes(layout), path: "page")
      #expect(page.wrongCells(of: report).isEmpty)
      #expect(report.tables[0].cells.count { $0.status == .reported } == 58)
    }
  }
}

/// A page with a statistics table whose rows, columns, labels, units and heads were deleted or
/// swapped.
struct MutatedStatistics {
  private(set) var page: SamplePage
  private(set) var log: [String] = []
  private let table: FormTable
  /// By what each figure column was at first, the head that is over it now.
  private var heads: [Int: String] = [:]

  init(_ form: String, isSplit: Bool) throws {
    page = try SamplePage.statistics(form, style: StatisticsStyle(isSplit: isSplit))
    table = try #require(page.form.table(1))
    let sheet = page.sheets[1]?.first ?? []
    for column in table.blocks[0].columns.indices { heads[column] = sheet[0][2 + column].text }
  }

  private var sheet: SamplePage.Sheet {
    get { page.sheets[1]?.first ?? [] }
    set { page.sheets[1] = [newValue] }
  }

  /// Cells read with a figure that does not stand there.
  func wrongCells(of report: Report) -> [String] {
    report.tables.flatMap(\.cells).compactMap { cell in
      guard let value = cell.value?.description, !allows(value, at: cell.key) else { return nil }
      return "\(cell.key) read as \(value)"
    }
  }

  private func allows(_ value: String, at key: CellKey) -> Bool {
    guard let form = table.cells.first(where: { $0.key == key }),
      let row = sheet.firstIndex(where: { $0.contains { $0.key != nil && $0.text == value } }),
      let figure = sheet[row].first(where: { $0.text == value }),
      let first = table.cells.first(where: { $0.key == figure.key })
    else { return false }
    let wanted = table.blocks[0].rows[form.row]
    let column = table.blocks[0].columns[form.column]
    let head = column.isYear ? "2016年度" : column.label.text.chinese
    guard label(of: row) == wanted.label?.text.chinese, heads[first.column] == head else {
      return false
    }
    // Rows of one name are told apart by the nearest row that has such rows below it.
    let namesakes = table.blocks[0].rows.filter { $0.label?.text == wanted.label?.text }
    guard namesakes.count > 1 else { return true }
    let parents = Set(namesakes.compactMap { $0.groups.last?.text.chinese })
    let above = sheet[..<row].indices.reversed().lazy.compactMap { label(of: $0) }
      .first { text in parents.contains { text == $0 } || isUnderOther(text, parents) }
    return above == wanted.groups.last?.text.chinese
      || above.map { isUnder($0, wanted.groups.last) } == true
  }

  private func isUnder(_ text: String, _ group: FormLabel?) -> Bool {
    let rows = table.blocks[0].rows.filter { $0.label?.text.chinese == text }
    return rows.count == 1 && rows[0].groups.last?.text == group?.text
  }

  private func isUnderOther(_ text: String, _ parents: Set<String>) -> Bool {
    let rows = table.blocks[0].rows.filter { $0.label?.text.chinese == text }
    return rows.count == 1 && rows[0].groups.last.map { parents.contains($0.text.chinese) } == true
  }

  private func label(of row: Int) -> String? {
    sheet[row].first(where: \.isRowLabel)?.text
  }

  private var rows: [Int] { sheet.indices.filter { sheet[$0].contains(where: \.isRowLabel) } }

  mutating func mutate(_ random: inout SeededGenerator) {
    guard let a = rows.randomElement(using: &random), let b = rows.randomElement(using: &random)
    else { return }
    let kind = Int.random(in: 0..<11, using: &random)
    log.append("\(kind) at \(a) \(b)")
    switch kind {
    case 0: sheet.remove(at: a)
    case 1: sheet.swapAt(a, b)
    case 2: swapCells(a, b) { $0.isRowLabel }
    case 3:
      edit(a) {
        $0.isRowLabel
      } to: {
        $0.text = ""
      }
    case 4: remove(a) { $0.isRowLabel }
    case 5: remove(a) { $0.key != nil }
    case 6:
      edit(a) {
        $0.key != nil
      } to: {
        $0.text = ""
      }
    case 7: swapCells(a, b) { $0.key == nil && !$0.isRowLabel && $0.text.count < 3 }
    case 8: remove(a) { $0.key == nil && !$0.isRowLabel && $0.text.count < 3 }
    case 9: changeHeads(&random)
    default: sheet = Array(sheet.prefix(a + 1))
    }
  }

  private mutating func edit(
    _ row: Int, _ isMeant: (SamplePage.PrintedCell) -> Bool,
    to change: (inout SamplePage.PrintedCell) -> Void
  ) {
    guard let cell = sheet[row].firstIndex(where: isMeant) else { return }
    change(&sheet[row][cell])
  }

  private mutating func remove(_ row: Int, _ isMeant: (SamplePage.PrintedCell) -> Bool) {
    guard let cell = sheet[row].firstIndex(where: isMeant) else { return }
    sheet[row].remove(at: cell)
  }

  private mutating func swapCells(
    _ a: Int, _ b: Int, _ isMeant: (SamplePage.PrintedCell) -> Bool
  ) {
    guard let first = sheet[a].firstIndex(where: isMeant),
      let second = sheet[b].firstIndex(where: isMeant)
    else { return }
    let text = sheet[a][first].text
    sheet[a][first].text = sheet[b][second].text
    sheet[b][second].text = text
  }

  /// A column deleted with its head or without, a head deleted, or two heads swapped.
  private mutating func changeHeads(_ random: inout SeededGenerator) {
    guard sheet.first?.contains(where: \.isRowLabel) == false,
      let column = heads.keys.sorted().randomElement(using: &random),
      let head = sheet[0].firstIndex(where: { $0.text == heads[column] })
    else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      sheet[0][head].text = ""
      heads[column] = nil
    case 1:
      removeFigures(column)
      sheet[0].remove(at: head)
      heads[column] = nil
    case 2:
      removeFigures(column)
      heads[column] = nil
    default:
      guard let other = heads.keys.first(where: { $0 != column }),
        let second = sheet[0].firstIndex(where: { $0.text == heads[other] })
      else { return }
      sheet[0].swapAt(head, second)
      let text = heads[column]
      heads[column] = heads[other]
      heads[other] = text
    }
  }

  private mutating func removeFigures(_ column: Int) {
    let keys = Set(table.cells.filter { $0.column == column }.map(\.key))
    var index = 0
    while index < sheet.count {
      sheet[index].removeAll { cell in cell.key.map(keys.contains) ?? false }
      index += 1
    }
  }
}
