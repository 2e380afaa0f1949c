import Testing

/// The law by which every table that the cases and the examples print is judged.
@Suite("Straight columns")
struct AlignmentTests {
  @Test("The law tells straight tables from crooked ones")
  func law() {
    let straight = "名称      数\n------  ----\n甲       1 d\n年报    20\nd  A note\n   over two lines.\n"
    #expect(PrintedTable(straight)?.crooked == [])
    let shifted = "名称      数\n------  ----\n甲       1 d\n年报   20\n"
    #expect(PrintedTable(shifted)?.crooked == [1, -1])
    let paddedByCharacters = "名称      数\n------  ----\n甲         1\n年报    20\n"
    #expect(PrintedTable(paddedByCharacters)?.crooked == [1])
    #expect(PrintedTable("no table\n") == nil)
  }
}
