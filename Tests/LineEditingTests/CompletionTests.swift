import Testing

@testable import LineEditing

@Suite("Completion")
struct CompletionTests {
  private func replacement(_ inserts: [String], for typed: String) -> String? {
    Completion(
      candidates: inserts.map { .init(insert: $0) }, replacedScalars: typed.unicodeScalars.count
    ).replacement(for: typed)
  }

  @Test("A single candidate is inserted, with a space where a word ends")
  func single() {
    #expect(replacement(["行政处罚"], for: "行") == "行政处罚 ")
    let folder = Completion(
      candidates: [.init(insert: "data/", endsWord: false)], replacedScalars: 1)
    #expect(folder.replacement(for: "d") == "data/")
  }

  @Test("Of several candidates the common beginning is inserted")
  func common() {
    #expect(replacement(["行政处罚", "行政许可", "行政强制"], for: "行") == "行政")
    #expect(replacement(["penalty.a", "penalty.b"], for: "PEN") == "penalty.")
    #expect(replacement(["行政处罚", "行政许可"], for: "行政") == nil)
    #expect(replacement(["abc", "abc"], for: "a") == "abc")
    #expect(replacement([], for: "a") == nil)
  }

  @Test("Candidates found by another name do not wipe out what was typed")
  func otherName() {
    #expect(replacement(["penalty.decisions", "licence.decisions"], for: "行政") == nil)
    #expect(replacement(["penalty.decisions", "penalty.revoked"], for: "处罚") == nil)
  }

  @Test("What candidates found by their initials share takes the place of the initials")
  func initials() {
    func replacement(_ names: [String], _ typed: String) -> String? {
      Completion(
        candidates: names.map { .init(insert: $0) }, replacedScalars: typed.count,
        standsForBeginnings: true
      ).replacement(for: typed)
    }
    #expect(replacement(["行政处罚", "行政处罚本年增减"], "xzcf") == "行政处罚")
    #expect(replacement(["行政处罚", "行政强制"], "xzc") == nil)
    #expect(replacement(["行政处罚"], "xzcf") == "行政处罚 ")
  }

  @Test("A common beginning does not break a character in two")
  func wholeCharacters() {
    #expect(replacement(["ae\u{301}", "ae\u{300}"], for: "") == "a")
  }
}
