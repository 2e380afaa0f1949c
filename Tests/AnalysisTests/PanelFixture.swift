import Forms
import Panel
import ReportModel

/// Hand-made panels: whole reports of the built-in forms in which every cell is 0 unless said
/// otherwise.
struct PanelFixture {
  struct Figure {
    let state: PanelColumn.State
    let value: Quantity
    let unit: MeasureUnit?

    static func value(_ text: String, unit: MeasureUnit? = nil) -> Figure {
      Figure(state: .reported, value: Quantity(text) ?? .zero, unit: unit)
    }

    static func unread(_ state: PanelColumn.State) -> Figure {
      Figure(state: state, value: .zero, unit: nil)
    }
  }

  private struct Page {
    let report: PanelReport
    let entries: [PanelBuilder.Entry]
  }

  private var pages: [Page] = []
  static let old = "gid-2019"
  static let new = "gid-2021"

  /// - Parameters:
  ///   - form: of all three tables, by default the one of the calendar.
  ///   - forms: of single tables where they differ; an empty name leaves the table out.
  ///   - figures: by the cell's name, such as `penalty.decisions` or `requests.new[firm]`.
  mutating func add(
    _ body: String, _ year: Int, form: String? = nil, forms: [Int: String] = [:],
    _ figures: [String: Figure] = [:]
  ) {
    let usual = form ?? (year < 2021 ? Self.old : Self.new)
    var own = [2: usual, 3: usual, 4: usual]
    for (table, form) in forms { own[table] = form.isEmpty ? nil : form }
    var entries: [PanelBuilder.Entry] = []
    for (table, form) in own.sorted(by: { $0.key < $1.key }) {
      for cell in FormCatalog.standard.form(form)?.table(table)?.cells ?? [] {
        let figure = figures[cell.key.description] ?? .value("0")
        entries.append(
          PanelBuilder.Entry(
            key: cell.key, state: figure.state, value: figure.value,
            unit: figure.unit ?? cell.unit))
      }
    }
    pages.append(
      Page(
        report: PanelReport(id: Int64(pages.count), body: body, year: year, forms: own),
        entries: entries))
  }

  /// - Parameter order: the order in which the pages are loaded.
  func panel(order: [Int]? = nil) -> Panel {
    var builder = PanelBuilder()
    for index in order ?? Array(pages.indices) {
      builder.add(pages[index].report, cells: pages[index].entries)
    }
    return builder.build()
  }

  var count: Int { pages.count }
}
