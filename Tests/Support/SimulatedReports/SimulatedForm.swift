import Forms
import ReportModel

/// The cells of the form of 2021 by position, as simulated reports have them.
public struct SimulatedForm: Sendable {
  /// In the order of the form.
  public let cells: [FormCell]
  /// The positions of the rows of table 3, each with its seven columns.
  public let rows: [[Int]]
  /// What each row is.
  public let codes: [String]
  /// The positions of the three groups of table 4, the total last.
  public let groups: [[Int]]
  private let positions: [CellKey: Int]

  /// The built-in form.
  public static let standard = SimulatedForm()

  /// The forms that a simulated report says it follows.
  public static let forms = [2: "gid-2021", 3: "gid-2021", 4: "gid-2021"]

  private init() {
    let form = FormCatalog.standard.form("gid-2021")
    cells = form?.tables.flatMap(\.cells) ?? []
    positions = Dictionary(
      cells.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let table = form?.table(3)?.cells ?? []
    var codes: [String] = []
    for cell in table where codes.last != cell.key.indicator.text {
      codes.append(cell.key.indicator.text)
    }
    self.codes = codes
    let start = form?.table(2)?.cells.count ?? 0
    rows = codes.indices.map { row in (0..<7).map { start + row * 7 + $0 } }
    let last = start + table.count
    groups = (0..<3).map { group in (0..<5).map { last + group * 5 + $0 } }
  }

  /// The position of a cell of table 2.
  public func position(_ code: String) -> Int { positions[CellKey(IndicatorCode(code))] ?? 0 }

  /// The row of table 3 of this code.
  public func row(_ code: String) -> Int { codes.firstIndex(of: code) ?? 0 }

  /// Which balances of table 3 a row stands in: rows of one kind can be exchanged unnoticed.
  public func kind(ofRow row: Int) -> Int {
    switch codes[row] {
    case "requests.new", "requests.carried_in": 0
    case "outcome.total": 2
    case "requests.carried_out": 3
    default: 1
    }
  }

  /// Whether all balances within a report hold for its figures; worked out without the rules.
  public func isSound(_ figures: [Int64]) -> Bool {
    for row in rows {
      let parts = row.dropLast().reduce(Int64(0)) { $0 + figures[$1] }
      if parts != figures[row[6]] { return false }
    }
    let (new, carriedIn) = (rows[row("requests.new")], rows[row("requests.carried_in")])
    let (total, out) = (rows[row("outcome.total")], rows[row("requests.carried_out")])
    for column in 0..<7 {
      let outcomes = rows.indices.reduce(Int64(0)) {
        kind(ofRow: $1) == 1 ? $0 + figures[rows[$1][column]] : $0
      }
      if outcomes != figures[total[column]] { return false }
      let received = figures[new[column]] + figures[carriedIn[column]]
      if received != figures[total[column]] + figures[out[column]] { return false }
    }
    return groups.allSatisfy { group in
      group.dropLast().reduce(Int64(0)) { $0 + figures[$1] } == figures[group[4]]
    }
  }
}
