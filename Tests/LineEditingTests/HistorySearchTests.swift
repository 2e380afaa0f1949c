import Testing

@testable import LineEditing

@Suite("Search of history")
struct HistorySearchTests {
  private let entries = ["比较 行政处罚", "load a", "行政许可", "比较 行政处罚", "show 甲 2020"]

  private func search(_ query: String) -> HistorySearch {
    var search = HistorySearch(entries: entries)
    for scalar in query.unicodeScalars { search.append(scalar) }
    return search
  }

  @Test("The newest entry that holds the text is shown, with the place of the text in it")
  func newest() {
    #expect(search("行政").match == "比较 行政处罚")
    #expect(search("行政").matchOffset == 3)
    #expect(search("行政许").match == "行政许可")
    #expect(search("2020").matchOffset == 7)
    #expect(HistorySearch(entries: entries).match == nil)
  }

  @Test("Going older passes over repeats and stops at the oldest")
  func older() {
    var search = search("行政")
    search.older()
    #expect(search.match == "行政许可")
    search.older()
    #expect(search.match == "比较 行政处罚")
    #expect(search.isFound)
    search.older()
    #expect(search.match == "比较 行政处罚")
    #expect(!search.isFound)
  }

  @Test("A text that no entry holds leaves the last match standing and says so")
  func notFound() {
    var search = search("行政x")
    #expect(!search.isFound)
    #expect(search.match == "比较 行政处罚")
    search.removeLast()
    #expect(search.isFound)
    #expect(search.query == "行政")
  }

  @Test("An empty query shows nothing, and an empty history finds nothing")
  func empty() {
    var search = search("行")
    search.removeLast()
    search.removeLast()
    search.older()
    #expect(search.match == nil)
    var none = HistorySearch(entries: [])
    none.append("a")
    none.older()
    #expect(none.match == nil)
    #expect(!none.isFound)
  }
}
