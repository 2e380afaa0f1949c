import Forms
import ReportModel

@testable import ReportReading

/// What was read of a broken page, held against what it carries.
struct BrokenPageVerdict {
  /// Cells with another figure than the page has at their labels, or said to be blank where it has
  /// one.
  private(set) var wrong: [String] = []
  /// Cells read as one of several figures that the page has at their labels, as where a second
  /// report stands on it whose own row cannot be read.
  private(set) var contested: [String] = []
  /// Cells of which `PageTruth` cannot tell what stands there, read as the very figure that the page
  /// had for them before it was broken: no figure stands twice, so none was taken from elsewhere.
  private(set) var undecided = 0
  /// Cells that were read.
  private(set) var read = 0
  /// Cells that a person could read.
  private(set) var certain = 0

  /// A page that is refused as a whole is not read, and so not read wrong.
  init(_ page: BrokenPage, _ style: BreakingStyle) throws {
    for table in try Self.tables(page.bytes(style), style) {
      let form = FormCatalog.standard.form(table.form)?.table(table.number)
      guard let form else { continue }
      let truth = PageTruth(page, style, table: form)
      for cell in table.cells {
        let says = truth.certain(cell.key)
        if says?.isEmpty == false { certain += 1 }
        switch cell.status {
        case .reported:
          read += 1
          let value = cell.value?.description ?? ""
          if says == nil, truth.isUndecided(cell.key), page.unbroken[cell.key] == value {
            undecided += 1
          } else if says != value {
            let finding = "\(cell.key) read as \(value), is \(truth.found[cell.key] ?? [])"
            if truth.says(value, at: cell.key) {
              contested.append(finding)
            } else {
              wrong.append(finding)
            }
          }
        case .blank, .dash:
          if let says, !says.isEmpty { wrong.append("\(cell.key) \(cell.status), is \(says)") }
        default: break
        }
      }
    }
  }

  private static let reader = ReportReader()

  private static func tables(_ bytes: [UInt8], _ style: BreakingStyle) throws -> [ReportTable] {
    if style.printStyle != nil {
      let pages = try BoxLayout.read(bytes, limits: .standard)
      return FormFitter(catalog: .standard).fit(PrintedDocument.document(of: pages)).tables
    }
    do throws(ReadingError) {
      return try reader.read(bytes: bytes, path: "page", body: "青石市水务局", year: 2022).tables
    } catch {
      switch error {
      case .noTables, .severalReports: return []
      default: throw error
      }
    }
  }
}
