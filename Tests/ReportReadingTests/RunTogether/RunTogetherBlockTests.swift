import Forms
import ReportModel
import Testing

@testable import ReportReading

/// Held against made-up tables whose figures are known. Measured over 100,000 reports, 8 in 100 of
/// them with a wrong figure on the page: no row was read wrong; of table 3, 84 in 100 were read
/// whole, of table 4, which has no sums over columns, 29. What risk is left: of 20,000 tables 3 that
/// all had a wrong figure, one had a single choice that satisfied every sum and was not the page's;
/// of 20,000 tables 4 with a wrong figure and blank cells, two.
@Suite("Parting digits that lost the borders of their cells")
struct RunTogetherBlockTests {
  private enum Harm: CaseIterable {
    case none, fault, blanks, both
  }

  private static func block(_ table: Int) throws -> FormBlock {
    try #require(FormCatalog.standard.form("gid-2021")?.table(table)?.blocks.first)
  }

  @Test("pages that add up, that do not, and that leave cells blank", arguments: [3, 4])
  func simulated(number: Int) throws {
    let block = try Self.block(number)
    let solver = RunTogetherBlock(block)
    var random = SeededGenerator(seed: 7)
    for harm in Harm.allCases {
      var whole = 0
      for _ in 0..<25 {
        var table =
          number == 3
          ? SimulatedTable.requests(block, &random) : SimulatedTable.disputes(block, &random)
        if harm == .fault || harm == .both { table.plantFault(&random) }
        if harm == .blanks || harm == .both {
          table.blankZeros(share: Int.random(in: 1...60, using: &random), &random)
        }
        let verdicts = table.verdicts(of: solver.outcomes(table.rows))
        #expect(verdicts.wrong == 0, "\(harm) \(table.printed)")
        if verdicts.open == 0 { whole += 1 }
      }
      if harm == .none { #expect(whole >= (number == 3 ? 15 : 3)) }
    }
  }

  @Test("every split of a row that adds up, and no other")
  func splits() throws {
    let block = try Self.block(3)
    let run = try #require(DigitRun(["270020130"]))
    let splits = RowSplits(of: run, into: 7, identities: RowIdentity.all(of: block))
    #expect(
      Set(splits.found.map(\.values)) == [[2, 7, 0, 0, 20, 1, 30], [27, 0, 0, 2, 0, 1, 30]])
    #expect(!splits.isCut)
    #expect(RowSplits(of: run, into: 7, identities: []).found.count > 2)
    let bordered = try #require(DigitRun(["2", "70020130"]))
    let left = RowSplits(of: bordered, into: 7, identities: RowIdentity.all(of: block))
    #expect(left.found.map(\.values) == [[2, 7, 0, 0, 20, 1, 30]])
  }

  @Test("a search beyond its budget says that it was cut")
  func budget() throws {
    let run = try #require(DigitRun([String(repeating: "1", count: 40)]))
    #expect(RowSplits(of: run, into: 15, identities: []).isCut)
  }

  @Test("what is no run of digits")
  func noRun() {
    for text in ["", "1a", "12-3", "1.5", "一二"] { #expect(DigitRun([text]) == nil) }
    #expect(DigitRun(["１２"])?.figure(0..<2) == 12)
  }
}
