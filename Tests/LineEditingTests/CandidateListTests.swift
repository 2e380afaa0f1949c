import Testing

@testable import LineEditing

@Suite("List of candidates")
struct CandidateListTests {
  init() {
    TerminalLocale.useUTF8()
  }

  private func rows(_ candidates: [Completion.Candidate], width: Int, limit: Int = 60) -> [String] {
    CandidateList(width: width, limit: limit).rows(of: candidates) { "… and \($0) more" }
  }

  private func named(_ names: [String]) -> [Completion.Candidate] {
    names.map { Completion.Candidate(insert: $0) }
  }

  @Test("Columns of Chinese and Latin text line up by display width")
  func columns() {
    let rows = rows(named(["行政处罚", "ab", "规章", "abcdefgh", "许可"]), width: 25)
    #expect(rows == ["行政处罚  abcdefgh", "ab        许可", "规章"])
  }

  @Test("Meanings stand beside their candidates, in one column")
  func meanings() {
    let rows = rows(
      [
        .init(insert: "penalty", meaning: "行政处罚"), .init(insert: "许可", meaning: "licences"),
        .init(insert: "x"),
      ], width: 40)
    #expect(rows == ["penalty  行政处罚", "许可     licences", "x"])
  }

  @Test("A meaning that does not fit is cut, and left out where hardly any of it would be seen")
  func narrowMeanings() {
    let candidates: [Completion.Candidate] = [.init(insert: "abcd", meaning: "当年行政处罚决定件数")]
    #expect(rows(candidates, width: 20) == ["abcd  当年行政处罚…"])
    #expect(rows(candidates, width: 14) == ["abcd"])
  }

  @Test("Only so many are listed, and the rest is counted")
  func limit() {
    let rows = rows(named((1...100).map { "n\($0)" }), width: 12, limit: 4)
    #expect(rows == ["n1  n3", "n2  n4", "… and 96 m…"])
  }

  @Test("No row reaches the last column, whatever the width", arguments: [1, 2, 5, 10, 33, 80])
  func neverWraps(width: Int) {
    let candidates = (1...30).map { number in
      Completion.Candidate(
        insert: String(repeating: "年报a", count: number % 7 + 1),
        meaning: number % 3 == 0 ? String(repeating: "义", count: number) : nil)
    }
    for shown in [candidates, named(candidates.map(\.insert))] {
      for row in rows(shown, width: width) {
        #expect(DisplayWidth.columns(of: row) <= max(1, width - 1))
      }
    }
  }

  @Test("Width of characters on the screen")
  func width() {
    #expect(DisplayWidth.columns(of: "年报abc") == 7)
    #expect(DisplayWidth.columns(of: "，（ｱ") == 5)
    #expect(DisplayWidth.columns(of: "e\u{301}") == 1)
    #expect(DisplayWidth.shortened("年报年报", to: 6) == "年报…")
    #expect(DisplayWidth.shortened("年报", to: 4) == "年报")
  }
}
