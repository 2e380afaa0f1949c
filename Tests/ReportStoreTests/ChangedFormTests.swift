import Forms
import ReportModel
import ReportStore
import Testing

@Suite("A store outlives changes of the form files")
struct ChangedFormTests {
  /// The built-in forms with a row more in table 2 of 2021, before all others.
  static func grown() throws -> FormCatalog {
    let standard = FormCatalog.standard
    let form = try #require(standard.form("gid-2021"))
    let tables = form.tables.map { table in
      guard table.number == 2 else { return table }
      let old = table.blocks[0]
      let row = FormRow(label: nil, groups: [], code: "orders")
      let block = FormBlock(heading: old.heading, columns: old.columns, rows: [row] + old.rows)
      return FormTable(
        form: table.form, number: 2, title: table.title,
        blocks: [block] + table.blocks.dropFirst())
    }
    return FormCatalog(
      forms: [Form(id: form.id, title: form.title, law: form.law, tables: tables)],
      indicators: standard.indicators, crosswalk: standard.crosswalk)
  }

  @Test("figures of both editions of a form stand under their own cells")
  func grownForm() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("a.nianbao")
    let old = SmallReports.report("甲", 2022, penalties: 7, file: "old")
    _ = try ReportStore(path: path).add([old])

    let catalog = try Self.grown()
    let store = try ReportStore(path: path, catalog: catalog)
    let cells = try #require(catalog.form("gid-2021")?.table(2)).cells
    let new = Report(
      body: "甲", year: 2023, source: SmallReports.source("new"),
      tables: [
        ReportTable(
          number: 2, form: "gid-2021",
          cells: cells.enumerated().map { index, cell in
            .reported(
              cell.key, value: Quantity(Int64(index)), unit: cell.unit, printed: "\(index)",
              place: Place(line: 1))
          })
      ], claims: [], problems: [])
    #expect(try store.add([new]) == [.added])
    #expect(try store.cells(ofReport: 1).map(\.cells) == old.tables.map(\.cells))
    #expect(try store.cells(ofReport: 2).map(\.cells) == new.tables.map(\.cells))
    let panel = try store.panel()
    #expect(panel.columns[SmallReports.penalties]?.values == [7, 10])
    let added = CellKey(IndicatorCode("orders.issued"))
    #expect(panel.columns[added]?.states == [.notOnForm, .reported])
  }
}
