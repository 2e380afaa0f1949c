import Testing

@testable import LineEditing

@Suite("Decoding of keys")
struct ScalarDecoderTests {
  private func decode(_ bytes: [UInt8]) -> String {
    var decoder = ScalarDecoder()
    let scalars = bytes.compactMap { decoder.add($0) }.compactMap(Unicode.Scalar.init)
    return String(String.UnicodeScalarView(scalars))
  }

  @Test("Text comes through as it is", arguments: ["abc", "年报", "é", "𠀀", "\u{1B}[A", "\u{FFFD}"])
  func text(text: String) {
    #expect(decode(Array(text.utf8)) == text)
  }

  @Test("Bytes that are no UTF-8 are dropped, and what follows is not lost")
  func broken() {
    #expect(decode([0xFF, 0x61]) == "a")
    #expect(decode([0xE5, 0xB9, 0x61]) == "a")
    #expect(decode([0xB9, 0xE5, 0xB9, 0xB4]) == "年")
    #expect(decode([0xE5, 0xE5, 0xB9, 0xB4]) == "年")
    #expect(decode([0xC0, 0x80, 0x61]) == "a")
    #expect(decode([0xED, 0xA0, 0x80, 0x61]) == "a")
    #expect(decode([0xF4, 0x90, 0x80, 0x80, 0x61]) == "a")
  }

  @Test("The control characters that the editor uses for itself cannot be typed")
  func reserved() {
    #expect(decode([0xC2, 0x9E, 0xC2, 0x9F, 0xC2, 0xA0]) == "\u{A0}")
  }
}
