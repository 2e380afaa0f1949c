import ReportModel
import Testing

@Suite("Texts by their bytes")
struct ExactTextTests {
  @Test("spellings of one character are two texts")
  func spellings() {
    let (one, other) = (ExactText("e\u{301}"), ExactText("\u{e9}"))
    #expect(one.text == other.text)
    #expect(one != other)
    #expect(Set([one, other, ExactText("e\u{301}")]).count == 2)
  }

  @Test(
    "the order is that of Unicode scalars, also beyond the first plane and for beginnings",
    arguments: [("", "A"), ("A", "AB"), ("上海市", "宿迁市"), ("\u{ffff}", "𠀀"), ("Z", "a")])
  func order(lower: String, higher: String) {
    #expect(ExactText(lower) < ExactText(higher))
    #expect(!(ExactText(higher) < ExactText(lower)))
    #expect(lower.unicodeScalars.lexicographicallyPrecedes(higher.unicodeScalars))
  }
}
