import Testing

@testable import LineEditing

@Suite("History in memory")
struct LineHistoryTests {
  @Test("Blank entries, entries after a space and direct repeats are left out")
  func rules() throws {
    let history = LineHistory()
    let taken = try ["甲", "甲", " 密", "", "  ", "\t", "乙", "甲"].map { try history.record($0) }
    #expect(taken == [true, false, false, false, false, false, true, true])
    #expect(history.entries == ["甲", "乙", "甲"])
  }

  @Test("The next session finds what this one entered")
  func acrossSessions() throws {
    let folder = try TemporaryFolder()
    let file = HistoryFile(path: folder.file("history"))
    let first = try LineHistory(file: file)
    for entry in ["一", "二\n三", "四"] { try first.record(entry) }
    #expect(try LineHistory(file: file).entries == ["一", "二\n三", "四"])
    #expect(try LineHistory(file: file, recalled: 2).entries == ["二\n三", "四"])
  }

  @Test("Up and Down go through the entries and come back to the line that was being typed")
  func recall() {
    var recall = HistoryRecall()
    let entries = ["一", "二"]
    #expect(recall.newer(in: entries) == nil)
    #expect(recall.older(than: "未完", in: entries) == "二")
    #expect(recall.older(than: "二", in: entries) == "一")
    #expect(recall.older(than: "一", in: entries) == nil)
    #expect(recall.newer(in: entries) == "二")
    #expect(recall.newer(in: entries) == "未完")
    #expect(recall.newer(in: entries) == nil)
    #expect(recall.older(than: "x", in: []) == nil)
  }
}
