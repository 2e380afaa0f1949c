import ReportModel
import ReportStore

/// Fetches current reports from the store, each once.
struct ReportLookup {
  /// A report with its cells at hand.
  struct Entry {
    let report: StoredReport
    let tables: [ReportTable]
    private let cells: [CellKey: Cell]

    init(report: StoredReport, tables: [ReportTable]) {
      self.report = report
      self.tables = tables
      cells = Dictionary(
        tables.flatMap(\.cells).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(key: CellKey) -> Cell? { cells[key] }
  }

  private struct Key: Hashable {
    let body: String
    let year: Int
  }

  private let store: ReportStore
  private var entries: [Key: Entry] = [:]
  private var claims: [Key: [Claim]] = [:]

  init(store: ReportStore) {
    self.store = store
  }

  mutating func report(body: String, year: Int) throws(ShellError) -> Entry? {
    let key = Key(body: body, year: year)
    if let entry = entries[key] { return entry }
    do {
      guard let report = try store.current(body: body, year: year) else { return nil }
      let entry = Entry(report: report, tables: try store.cells(ofReport: report.id))
      entries[key] = entry
      return entry
    } catch {
      throw ShellError(.store(nil, error))
    }
  }

  /// What the report states in prose, in reading order.
  mutating func claims(body: String, year: Int) throws(ShellError) -> [Claim] {
    let key = Key(body: body, year: year)
    if let known = claims[key] { return known }
    guard let report = try report(body: body, year: year)?.report else { return [] }
    do {
      let found = try store.claims(ofReport: report.id)
      claims[key] = found
      return found
    } catch {
      throw ShellError(.store(nil, error))
    }
  }
}
