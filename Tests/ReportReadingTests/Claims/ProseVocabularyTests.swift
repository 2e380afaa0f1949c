import Forms
import ReportModel
import StrictYAML
import Testing

@testable import ReportReading

@Suite("The vocabulary of prose")
struct ProseVocabularyTests {
  private static let text = String(decoding: ProseVocabulary.source, as: UTF8.self)

  @Test("every code that a word can mean is in the dictionary")
  func codes() throws {
    let vocabulary = ProseVocabulary.standard
    var rules = vocabulary.subjects.compactMap(\.rule)
    var codes = vocabulary.subjects.flatMap { $0.universals.values.joined().joined() }
    for word in vocabulary.words {
      rules += word.acts.values
      if case .kind(_, let rule) = word.role { rules.append(rule) }
    }
    codes += rules.flatMap { ($0.meanings + $0.denied).joined() }
    #expect(codes.count > 60)
    for code in codes { #expect(FormCatalog.standard.indicators[code] != nil, "\(code)") }
  }

  @Test("a word that would have two roles is refused where it stands")
  func twice() {
    let text = Self.text.replacing("joiners: [和,", with: "joiners: [没有,")
    #expect(throws: YAMLProblem.self) { try ProseVocabulary(yaml: text) }
  }

  @Test("an unknown key is refused")
  func unknownKey() {
    #expect(throws: YAMLProblem.self) {
      try ProseVocabulary(yaml: Self.text + "\nwhatever: [甲]\n")
    }
  }

  @Test("the longest word counts, unless its end begins the next one")
  func longest() {
    func words(_ text: String) -> [String] {
      let folded = ProseFold.scalars(text)
      return SentenceLexer.tokens(
        of: 0..<folded.count, in: folded, vocabulary: .standard
      ).map { ProseFold.string(folded[$0.range]) }
    }
    #expect(words("收办政府信息公开申请") == ["收办", "政府信息公开申请"])
    #expect(words("区政府办理申请") == ["区政府", "办理", "申请"])
    #expect(words("规章制度") == ["规章制度"])
    #expect(words("转下一年度办理答复的有1件") == ["转下一年度办理答复", "的", "有", "1件"])
  }
}
