import Testing

@testable import LineEditing

@Suite("Pasted block")
struct PasteBlockTests {
  private func paste(_ text: String) -> String? {
    var block = PasteBlock()
    for (index, scalar) in text.unicodeScalars.enumerated() where block.add(scalar.value) {
      return index == text.unicodeScalars.count - 1 ? block.text : nil
    }
    return nil
  }

  @Test("The block ends at its mark and nowhere else")
  func end() {
    #expect(paste("甲\u{1B}[201~") == "甲")
    #expect(paste("\u{1B}[201~") == "")
    #expect(paste("a[201~b\u{1B}[20\u{1B}[201~") == "a[201~b[20")
    #expect(paste("no end") == nil)
  }

  @Test("Every kind of line end is a newline, and tabs stay")
  func lineEnds() {
    #expect(paste("a\rb\nc\r\nd\te\n\rf\u{1B}[201~") == "a\nb\nc\nd\te\n\nf")
  }

  @Test("Control characters are left out, so that pasted text gives no commands")
  func controls() {
    #expect(paste("a\u{3}\u{4}\u{7F}\u{9B}\u{1B}c\u{0}年\u{1B}[201~") == "ac年")
  }
}
