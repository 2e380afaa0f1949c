import Bodies
import Forms
import GRDB
import Panel
import ReportModel

/// The reports that have been loaded, in a file or in memory.
///
/// A file is one SQLite database, by custom named `*.nianbao`; `StoreSchema` documents it. Reports
/// are only ever added, except that a file loaded again under another name takes that name. Of several reports of one body and year all are kept, and the one loaded
/// last is current: it alone stands in the panel.
public final class ReportStore: Sendable {
  /// The path as given; `nil` in memory.
  public let file: String?
  /// Asked for only when reports are added: reading the form files takes longer than opening.
  private let catalog: @Sendable () -> FormCatalog
  private let queue: DatabaseQueue
  private let layouts = KnownLayouts()

  /// An empty store in memory.
  ///
  /// - Parameter catalog: the forms that added reports follow.
  public init(
    catalog: @autoclosure @escaping @Sendable () -> FormCatalog = .standard
  ) throws(StoreError) {
    self.catalog = catalog
    file = nil
    do {
      var configuration = Configuration()
      // Rows of about 3 KB, as places are, would waste a quarter of the usual pages.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 16384") }
      queue = try DatabaseQueue(configuration: configuration)
      try StoreSchema.prepare(queue, file: nil)
    } catch {
      throw StoreError(error, file: nil)
    }
  }

  /// Opens the store in a file, or makes one where there is no file or an empty one. A store that
  /// may not be written can be opened and read.
  ///
  /// - Throws: where the path is no place for a file, or the file no store that this version can
  ///   read; nothing is changed then.
  public convenience init(
    path: String, catalog: @autoclosure @escaping @Sendable () -> FormCatalog = .standard
  ) throws(StoreError) {
    // Long enough for another nianbao to finish a batch, short enough for someone who waits.
    try self.init(path: path, catalog: catalog(), patience: 2)
  }

  /// - Parameter patience: how long to wait for another program that holds the file, in seconds.
  init(
    path: String, catalog: @autoclosure @escaping @Sendable () -> FormCatalog = .standard,
    patience: Double
  ) throws(StoreError) {
    self.catalog = catalog
    file = path
    let location = try StoreLocation(path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    do {
      queue = try DatabaseQueue(path: location.databasePath, configuration: configuration)
      try StoreSchema.prepare(queue, file: path)
    } catch {
      throw StoreError(error, file: path)
    }
  }

  /// Adds reports in one transaction: after an error, or when the program is killed, none of them
  /// is in the store.
  ///
  /// - Returns: what became of each, in the same order.
  public func add(_ reports: [Report]) throws(StoreError) -> [AddOutcome] {
    try add(reports, afterEach: { _ in })
  }

  /// - Parameter afterEach: called within the transaction with the number of reports done.
  func add(
    _ reports: [Report], afterEach: (Int) throws -> Void
  ) throws(StoreError) -> [AddOutcome] {
    guard !reports.isEmpty else { return [] }
    return try write { db in
      var writer = try ReportWriter(db, catalog: self.catalog(), file: self.file)
      return try reports.enumerated().map { index, report in
        let outcome = try writer.add(report)
        try afterEach(index + 1)
        return outcome
      }
    }
  }

  /// Every report, in the order of body (by Unicode scalars), year and loading.
  public func reports() throws(StoreError) -> [StoredReport] {
    try read { db in try self.reader(db).reports() }
  }

  /// How much of each report was read, by its number.
  public func contents() throws(StoreError) -> [Int64: ReportContents] {
    try read { db in try ReportContents.all(db, file: self.file) }
  }

  /// The number of reports, current or not.
  public func count() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM report") ?? 0 }
  }

  /// The report that counts for a body, by its full name, and a year.
  public func current(body: String, year: Int) throws(StoreError) -> StoredReport? {
    try read { db in try self.reader(db).current(body: body, year: year) }
  }

  /// Whether a file with this SHA-256 has been loaded, for whatever body and year.
  public func containsDigest(_ digest: String) throws(StoreError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM report WHERE digest = CAST(? AS TEXT))",
        arguments: [StoredText(digest)]) ?? false
    }
  }

  /// A report as it was added; `nil` where the store has none of this number.
  public func report(id: Int64) throws(StoreError) -> Report? {
    try read { db in try self.reader(db).report(id: id) }
  }

  /// The tables of a report with every cell as it was added; empty where the store has none of
  /// this number.
  public func cells(ofReport id: Int64) throws(StoreError) -> [ReportTable] {
    try read { db in try self.reader(db).tables(ofReport: id) }
  }

  /// What the reading of a report could not settle, in reading order.
  public func problems(ofReport id: Int64) throws(StoreError) -> [ReadingProblem] {
    try read { db in try self.reader(db).problems(ofReport: id) }
  }

  /// The figures that a report states in prose, in reading order.
  public func claims(ofReport id: Int64) throws(StoreError) -> [Claim] {
    try read { db in try self.reader(db).claims(ofReport: id) }
  }

  /// What reports state in prose, report by report: for work on all of them, which needs neither
  /// the sentences nor where they stand. Those are left out.
  ///
  /// - Parameters:
  ///   - reports: the numbers of those that are asked for.
  ///   - body: called with the number of each of these that has claims, and all its claims in their
  ///     order.
  public func forEachReportWithClaims(
    among reports: Set<Int64>, _ body: (Int64, [Claim]) throws -> Void
  ) throws(StoreError) {
    try read { db in try self.reader(db).forEachReportWithClaims(among: reports, body) }
  }

  /// The figures of all current reports as columns.
  public func panel() throws(StoreError) -> Panel {
    try read { db in
      let filling = try PanelFilling(db, file: self.file)
      return try filling.panel()
    }
  }

  /// What was given of bodies besides their reports.
  public func attributes() throws(StoreError) -> AttributeTable {
    try read { db in try AttributeRows(db).table() }
  }

  /// Adds to what is known of bodies, in one transaction: of an attribute that a body has already,
  /// the new value counts.
  public func add(_ attributes: AttributeTable) throws(StoreError) {
    try write { db in try AttributeRows(db).insert(attributes) }
  }

  /// The user's derived indicators, in the order in which they were first defined.
  public func definitions() throws(StoreError) -> [StoredDefinition] {
    try read { db in try DefinitionRows(db).all() }
  }

  /// Keeps derived indicators, in one transaction: of a name that is there already, the new formula
  /// counts.
  public func add(_ definitions: [StoredDefinition]) throws(StoreError) {
    guard !definitions.isEmpty else { return }
    try write { db in try DefinitionRows(db).insert(definitions) }
  }

  /// Runs one statement that does nothing but read, over the store's views and tables and those
  /// given.
  ///
  /// A store in memory is copied for it, as SQLite's authorizer goes with a connection.
  ///
  /// - Parameters:
  ///   - tables: made for the query alone.
  ///   - isStopped: whether the user wants to stop; asked again and again.
  public func answer(
    sql statement: String, with tables: [SQLTable] = [],
    bindings: [String: SQLValue] = [:],
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(SQLFailure) -> SQLAnswer {
    do {
      let connection: DatabaseQueue
      if let file {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(2)
        connection = try DatabaseQueue(
          path: StoreLocation(file).databasePath, configuration: configuration)
      } else {
        connection = try DatabaseQueue()
        try queue.backup(to: connection)
      }
      return try SQLQuery(on: connection, isStopped: isStopped)
        .run(statement, with: tables, bindings: bindings)
    } catch let failure as SQLFailure {
      throw failure
    } catch {
      throw .store(StoreError(error, file: file))
    }
  }

  private func reader(_ db: Database) -> ReportReader {
    ReportReader(db: db, file: file, layouts: layouts)
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, file: file)
    }
  }

  private func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw StoreError(error, file: file)
    }
  }
}
