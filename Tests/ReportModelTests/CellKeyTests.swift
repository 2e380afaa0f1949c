import ReportModel
import Testing

@Suite("Cell keys")
struct CellKeyTests {
  @Test("keys are ordered by code, then by the form's columns, the cell without applicant first")
  func order() {
    let code = IndicatorCode("outcome.total")
    let keys =
      [CellKey(IndicatorCode("outcome.granted"), .total), CellKey(code)]
      + [Applicant.person, .firm, .research, .charity, .law, .other, .total]
      .map { CellKey(code, $0) } + [CellKey(IndicatorCode("review.total"))]
    #expect(keys.reversed().sorted() == keys)
  }

  @Test("a key is written with its applicant in brackets")
  func wording() {
    #expect(CellKey(IndicatorCode("outcome.total"), .firm).description == "outcome.total[firm]")
    #expect(CellKey(IndicatorCode("penalty.decisions")).description == "penalty.decisions")
  }

  @Test("the parts of the total are all applicants but the total, in the form's order")
  func parts() {
    #expect(Applicant.parts + [.total] == Applicant.allCases.sorted())
    #expect(Applicant.allCases.map(\.position) == Array(0..<7))
  }
}
