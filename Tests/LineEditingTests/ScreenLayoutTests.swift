import Testing

@testable import LineEditing

@Suite("Rows of a long line")
struct ScreenLayoutTests {
  init() {
    TerminalLocale.useUTF8()
  }

  private func layout(_ before: String, _ after: String = "") throws -> ScreenLayout {
    try #require(ScreenLayout(before: before, after: after, columns: 10))
  }

  @Test("A wide character that does not fit begins the next row")
  func wideCharacters() throws {
    #expect(try layout("年报> 行政处罚").rows == ["年报> 行政", "处罚"])
    #expect(try layout("> 年报年报年报").rows == ["> 年报年报", "年报"])
    #expect(try layout(">年报年报年报").rows == [">年报年报", "年报"])
  }

  @Test("A row that is full has an empty one after it, where the cursor stands")
  func fullRow() throws {
    let full = try layout("0123456789")
    #expect(full.rows == ["0123456789", ""])
    #expect(full.cursor == (1, 0))
    #expect(full.isFull(0) && !full.isFull(1))
  }

  @Test("The cursor goes with the character that it stands on")
  func cursor() throws {
    #expect(try layout("012345678", "年").cursor == (1, 0))
    #expect(try layout("012345678", "x").cursor == (0, 9))
    #expect(try layout("年报", "年报").cursor == (0, 4))
    #expect(try layout("年报年报年报", "x").cursor == (1, 2))
  }

  @Test("Newlines end rows, and tabs reach to the next stop")
  func controls() throws {
    let block = try layout("a\tb\n年", "\n")
    #expect(block.rows == ["a       b", "年", ""])
    #expect(block.cursor == (1, 2))
  }

  @Test(
    "Characters without a certain width give no layout",
    arguments: ["\u{1B}", "e\u{301}", "\u{7F}"])
  func uncertain(text: String) {
    #expect(ScreenLayout(before: text, after: "", columns: 10) == nil)
    #expect(ScreenLayout(before: "", after: text, columns: 10) == nil)
  }
}
