import Output
import ReportModel

/// A result that the session remembers.
struct KnownResult {
  private let lazyTable: LazyTable
  /// The long form that charts are drawn from, where it differs.
  var chart: (() throws(ShellError) -> ResultTable)?
  /// The findings with their evidence, where it is a check's.
  var findings: (() throws(ShellError) -> FindingsDocument)?

  init(
    table: ResultTable, chart: (() throws(ShellError) -> ResultTable)? = nil,
    findings: (() throws(ShellError) -> FindingsDocument)? = nil
  ) {
    self.init(makingTable: { table }, chart: chart, findings: findings)
  }

  /// - Parameter makingTable: makes the table, once it is asked for: of a check of many reports most
  ///   people look at a few findings only.
  init(
    makingTable: @escaping () throws(ShellError) -> ResultTable,
    chart: (() throws(ShellError) -> ResultTable)? = nil,
    findings: (() throws(ShellError) -> FindingsDocument)? = nil
  ) {
    lazyTable = LazyTable(makingTable)
    self.chart = chart
    self.findings = findings
  }

  /// The table of the result, made where it is asked for the first time.
  func table() throws(ShellError) -> ResultTable { try lazyTable.value() }
}

/// A table that is made when it is asked for, and once.
private final class LazyTable {
  private var make: (() throws(ShellError) -> ResultTable)?
  private var made: ResultTable?

  init(_ make: @escaping () throws(ShellError) -> ResultTable) { self.make = make }

  func value() throws(ShellError) -> ResultTable {
    if let made { return made }
    let table = try make?() ?? ResultTable(columns: [], rows: [])
    made = table
    make = nil
    return table
  }
}

/// The last result, and those that have a name.
struct ResultNames {
  /// What `export` writes.
  var last: KnownResult?
  private var named: [String: KnownResult] = [:]
  /// What `$name` stands for.
  private(set) var values: [String: VariableValue] = [:]

  /// Keeps a result under a name; of one name the last counts.
  mutating func keep(_ result: KnownResult, as name: String) {
    named[name] = result
    values[name] = nil
  }

  /// Keeps a value under a name; of one name the last counts.
  mutating func keep(_ value: VariableValue, as name: String) {
    values[name] = value
    named[name] = nil
  }

  /// Forgets all but the last result.
  mutating func forgetNames() {
    named = [:]
    values = [:]
  }

  /// The result of a name, or the last one.
  subscript(name: String) -> KnownResult? {
    ResultCommand.manual.isNamed(name) ? last : named[name]
  }

  /// Makes every table that is kept: the data that they are made from are about to change.
  func settle() throws(ShellError) {
    for result in named.values { _ = try result.table() }
    _ = try last?.table()
  }

  /// Every name, sorted.
  var names: [String] { named.keys.sorted() }

  /// Whether a word can be a name: letters, digits and `_`, a letter first.
  static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "_"
    else {
      return false
    }
    return word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
    }
  }
}
