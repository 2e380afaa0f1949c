import Output
import ReportModel
import Testing

/// Every table that the cases and the examples print stands in straight columns on a terminal,
/// where a Chinese character takes two of its columns.
@Suite("Alignment")
struct AlignmentTests {
  @Test("Every table of every case has straight columns", arguments: try Case.all())
  func cases(_ named: Case) throws {
    try expectStraight(named.commands, language: .english)
    try expectStraight(named.commands, language: .chinese)
  }

  @Test("Every table of every example script has straight columns", arguments: OneRoadTests.scripts)
  func examples(script: String) throws {
    let text = try Checkout.text("examples/" + script)
    try expectStraight(text, language: .english)
    try expectStraight("set lang zh\n" + text, language: .chinese)
  }

  private func expectStraight(_ commands: String, language: Language) throws {
    let outcome = try InProcess.run(
      commands, in: try ScratchFolder.likeExamples(), language: language)
    // A table is written at once.
    for piece in outcome.pieces {
      guard let table = PrintedTable(piece) else { continue }
      #expect(table.crooked == [], "\(piece)")
    }
  }

  @Test("The law tells straight tables from crooked ones")
  func law() {
    let straight = "名称      数\n------  ----\n甲       1 d\n年报    20\nd  A note.\n"
    #expect(PrintedTable(straight)?.crooked == [])
    let shifted = "名称      数\n------  ----\n甲       1 d\n年报   20\n"
    #expect(PrintedTable(shifted)?.crooked == [1])
    let paddedByCharacters = "名称      数\n------  ----\n甲         1\n年报    20\n"
    #expect(PrintedTable(paddedByCharacters)?.crooked == [1])
    #expect(PrintedTable("no table\n") == nil)
  }
}

/// A table as it was printed, cut where the line under its heading has its gaps.
struct PrintedTable {
  /// The fields of each row by column; each field as wide as its column, spaces included.
  private let rows: [[[Unicode.Scalar?]]]
  private let columns: [Range<Int>]
  /// Whether a row has something between two columns.
  private let hasBridges: Bool

  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let rule = lines.firstIndex(where: {
        $0.hasPrefix("-") && $0.allSatisfy { $0 == "-" || $0 == " " }
      })
    else { return nil }
    columns = Self.runs(of: lines[rule])
    var rows = lines[(rule + 1)...].dropLast()
    let flags = Flag.allCases.map { $0.rawValue + "  " }
    while let last = rows.last, flags.contains(where: last.hasPrefix) { rows.removeLast() }
    let screens = rows.map(Self.screen)
    hasBridges = screens.contains { [columns] screen in
      screen.indices.contains { place in
        screen[place] != " " && !columns.contains { $0.contains(place) }
      }
    }
    self.rows = screens.map { [columns] screen in
      columns.map { column in
        column.map { $0 < screen.count ? screen[$0] : " " }
      }
    }
  }

  /// The columns that are out of line: neither do all fields begin at the left edge, nor do all
  /// figures end at one place.
  var crooked: [Int] {
    let bent = columns.indices.filter { index in
      let fields = rows.map { $0[index] }.filter { $0.contains { $0 != " " } }
      let isLeft = fields.allSatisfy { $0[0] != " " }
      let ends = Set(fields.map { field in Self.endOfFigure(field) })
      return !isLeft && ends.count > 1
    }
    return hasBridges ? bent + [-1] : bent
  }

  /// Where the first word of a right-aligned field ends; what follows are flags.
  private static func endOfFigure(_ field: [Unicode.Scalar?]) -> Int {
    let start = field.firstIndex { $0 != " " } ?? 0
    return field[start...].firstIndex { $0 == " " } ?? field.count
  }

  /// What stands in each column of the terminal; `nil` for the second half of a wide character.
  private static func screen(_ line: String) -> [Unicode.Scalar?] {
    line.unicodeScalars.flatMap { scalar -> [Unicode.Scalar?] in
      [[], [scalar], [scalar, nil]][DisplayWidth.width(of: String(scalar))]
    }
  }

  private static func runs(of rule: String) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (place, character) in rule.enumerated() where character == "-" {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }
}
