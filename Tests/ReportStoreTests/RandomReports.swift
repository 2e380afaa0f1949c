import Forms
import ReportModel
import SeededNumbers

/// Reports of every shape that reading can give: both forms mixed by table, tables missing, every
/// status, notes in cells, money in any unit, texts that try to break out.
struct RandomReports {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  static let hostileTexts = [
    "", "0", "22（其中修订16件）", "117(增)", "'; DROP TABLE report; --", "\"quoted\"", "a\u{0}b", "\u{0}",
    "line\nbreak\r\ttab", "e\u{301} ≠ \u{e9}", "𠀀\u{10FFFF}", "[1,null]", "null", "１２", "-0",
    "1.50",
    "\\u0000", "%s?1",
  ]

  mutating func report(body: String, year: Int) -> Report {
    let numbers = [2, 3, 4].filter { _ in Int.random(in: 0..<8, using: &generator) > 0 }
    let tables = numbers.compactMap { number in
      FormCatalog.standard.tables(number).randomElement(using: &generator).map { table($0) }
    }
    return Report(
      body: body, year: year, source: source(), tables: tables, claims: claims(),
      problems: problems())
  }

  mutating func text() -> String {
    Self.hostileTexts.randomElement(using: &generator) ?? ""
  }

  mutating func source() -> SourceFile {
    let digits = (0..<64).map { _ in "0123456789abcdef".randomElement(using: &generator) ?? "0" }
    return SourceFile(
      path: "reports/" + text(), digest: String(digits), format: "html", encoding: "GB18030")
  }

  private mutating func table(_ table: FormTable) -> ReportTable {
    ReportTable(number: table.number, form: table.form, cells: table.cells.map { cell($0) })
  }

  private mutating func cell(_ described: FormCell) -> Cell {
    var unit = described.unit
    if unit.isMoney, Bool.random(using: &generator) {
      unit = [.yuan, .tenThousandYuan, .unstatedMoney].randomElement(using: &generator) ?? unit
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      let unread: [CellStatus] = [.blank, .dash, .text, .ambiguous, .absent]
      let status = unread.randomElement(using: &generator) ?? .blank
      return .unread(
        described.key, status: status, unit: unit, printed: text(),
        place: status == .absent ? nil : place())
    }
    let value = quantity(isMoney: unit.isMoney)
    let printed = Int.random(in: 0..<5, using: &generator) == 0 ? text() : value.description
    return .reported(described.key, value: value, unit: unit, printed: printed, place: place())
  }

  private mutating func quantity(isMoney: Bool) -> Quantity {
    let limit: Int64 = [9, 4000, 11_398_889, Int64.max].randomElement(using: &generator) ?? 9
    let coefficient = Int64.random(in: -limit...limit, using: &generator)
    let scale = isMoney ? Int.random(in: 0...18, using: &generator) : 0
    if Int.random(in: 0..<50, using: &generator) == 0 { return Quantity(Int64.min) }
    return Quantity(coefficient: coefficient, scale: scale) ?? .zero
  }

  private mutating func place() -> Place {
    func part() -> Int32? {
      Bool.random(using: &generator) ? Int32.random(in: 1...Int32.max, using: &generator) : nil
    }
    return Place(page: part(), table: part(), row: part(), column: part(), line: part())
  }

  private mutating func claims() -> [Claim] {
    let codes = ["requests.new", "outcome.granted", "suit.total"].map { IndicatorCode($0) }
    return (0..<Int.random(in: 0...4, using: &generator)).map { position in
      let isPart = position > 0 && Bool.random(using: &generator)
      return Claim(
        kind: Claim.Kind.allCases.randomElement(using: &generator) ?? .count,
        meanings: [[], [[codes[0]]], [[codes[1], codes[2]], [codes[0]]]]
          .randomElement(using: &generator) ?? [],
        applicants: [[], [.person], [.firm, .law]].randomElement(using: &generator) ?? [],
        value: quantity(isMoney: true), printed: text(),
        decimals: Int.random(in: 0...3, using: &generator), unit: text(),
        bound: Claim.Bound.allCases.randomElement(using: &generator) ?? .exact,
        year: [nil, 2023].randomElement(using: &generator) ?? nil,
        doubts: Claim.Doubt.Reason.allCases.filter { _ in Bool.random(using: &generator) }
          .map { Claim.Doubt($0, text()) },
        part: isPart
          ? Claim.Part(of: position - 1, breakdown: Int.random(in: 0...2, using: &generator)) : nil,
        subject: isPart ? 0 : nil, sentence: text(), place: place(),
        offset: Int.random(in: 0...900, using: &generator))
    }
  }

  private mutating func problems() -> [ReadingProblem] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      ReadingProblem(
        kind: ReadingProblem.Kind.allCases.randomElement(using: &generator) ?? .rowMissing,
        table: [nil, 2, 3, 4].randomElement(using: &generator) ?? nil, seen: text(),
        place: Bool.random(using: &generator) ? place() : nil)
    }
  }
}
