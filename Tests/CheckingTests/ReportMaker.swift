import Forms
import Panel
import ReportModel

/// Makes panels by hand: reports with every cell of their forms, 0 unless a test says otherwise.
struct ReportMaker {
  var body = "某市水务局"
  var year = 2022
  var forms: [Int: String] = [2: "gid-2021", 3: "gid-2021", 4: "gid-2021"]
  var cells: [String: Content] = [:]

  static let form2019 = [2: "gid-2019", 3: "gid-2019", 4: "gid-2019"]
  static let form2021 = [2: "gid-2021", 3: "gid-2021", 4: "gid-2021"]

  enum Content: ExpressibleByIntegerLiteral {
    case figure(Quantity)
    case unread(PanelColumn.State)

    init(integerLiteral value: Int64) { self = .figure(Quantity(value)) }

    static let blank = Content.unread(.blank)
    static let dash = Content.unread(.dash)
    static let text = Content.unread(.text)
    static let ambiguous = Content.unread(.ambiguous)
    static let absent = Content.unread(.absent)
  }

  func entries() -> [PanelBuilder.Entry] {
    forms.sorted { $0.key < $1.key }.flatMap { number, form in
      (FormCatalog.standard.form(form)?.table(number)?.cells ?? []).map { cell in
        switch cells[cell.key.description] ?? 0 {
        case .figure(let value):
          PanelBuilder.Entry(key: cell.key, state: .reported, value: value, unit: cell.unit)
        case .unread(let state):
          PanelBuilder.Entry(key: cell.key, state: state, unit: cell.unit)
        }
      }
    }
  }

  static func panel(_ reports: [ReportMaker]) -> Panel {
    var builder = PanelBuilder()
    for (index, report) in reports.enumerated() {
      builder.add(
        PanelReport(
          id: Int64(index + 1), body: report.body, year: report.year, forms: report.forms),
        cells: report.entries())
    }
    return builder.build()
  }
}
