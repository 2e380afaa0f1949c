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
    guard let (report, tables) = try Self.read(body: body, year: year, from: store) else {
      return nil
    }
    let entry = Entry(report: report, tables: tables)
    entries[key] = entry
    return entry
  }

  /// A report that is looked at once and not kept: whoever goes through all of them has no room for
  /// their cells.
  static func read(
    body: String, year: Int, from store: ReportStore
  ) throws(ShellError) -> (report: StoredReport, tables: [ReportTable])? {
    do {
      guard let report = try store.current(body: body, year: year) else { return nil }
      return (report, try store.cells(ofReport: report.id))
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
