import ReportModel
import StrictYAML
import Testing

@testable import Checking

@Suite("The file of waivers")
struct WaiverFileTests {
  static let waiver = Waiver(
    rule: "T3.balance", body: "青石市“水务”局\\一: #号", year: 2022,
    observed: [
      ObservedCell(cell: "requests.new[firm]", value: "3"),
      ObservedCell(cell: "2021:requests.carried_out[firm]", value: "blank"),
    ],
    reason: "更正函\n第 2 页 \"确认\"", evidence: "no", by: "010", until: CalendarDate("2027-02-28"),
    finding: "F50AVA9E9")

  @Test("what was written is read back, whatever its characters")
  func roundTrip() throws {
    let once = try WaiverFile.empty.adding(Self.waiver)
    let bare = Waiver(
      rule: "r", body: "a\u{FEFF}\u{7}x", year: 1,
      observed: [ObservedCell(cell: "c", value: "")], reason: "-")
    let twice = try once.adding(bare)
    #expect(try WaiverFile(yaml: twice.text).waivers == [Self.waiver, bare])
  }

  @Test("comments and layout of its authors stay as they are")
  func keepsText() throws {
    let text = "# kept by the audit office\nwaivers:\n# 2022\n"
    let longer = try WaiverFile(yaml: text + entry).adding(Self.waiver)
    #expect(longer.text.hasPrefix(text + entry))
    #expect(longer.waivers.count == 2)
  }

  @Test("the same finding waived again takes the place of the waiver before; comments stay")
  func again() throws {
    let text = "waivers:\n" + entry + "# of 2022\n" + entry.replacing("2020", with: "2022")
    let file = try WaiverFile(yaml: text)
    let again = Waiver(
      rule: "a", body: "b", year: 2020, observed: [ObservedCell(cell: "c", value: "2")],
      reason: "changed since")
    let longer = try file.adding(again)
    #expect(longer.waivers == [file.waivers[1], again])
    #expect(longer.text.contains("# of 2022\n"))
    // As often as one likes.
    #expect(try longer.adding(again).waivers == longer.waivers)
    let only = try WaiverFile.empty.adding(again).adding(Self.waiver).adding(again)
    #expect(only.waivers == [Self.waiver, again])
  }

  private let entry =
    "  - {rule: a, body: b, year: 2020, observed: [{cell: c, value: 1}], reason: why}\n"

  @Test("a list that cannot be gone on with is left alone")
  func flowList() throws {
    let file = try WaiverFile(yaml: "waivers: []\n")
    #expect(throws: YAMLProblem.self) { try file.adding(Self.waiver) }
  }

  @Test(
    "each mistake is told at its place, marked by ^",
    arguments: [
      "{rule: a, body: b, year: 1, observed: [{cell: c, value: 1}], reason: r, ^untill: x}",
      "{rule: a, body: b, year: 1, observed: [{cell: c, value: 1}], reason: ^' '}",
      "{rule: a, body: b, year: 1, observed: [{cell: c, value: 1}], reason: r, until: ^2027-02-29}",
      "{rule: a, body: b, year: ^zwei, observed: [{cell: c, value: 1}], reason: r}",
      "{rule: a, body: b, year: 1, observed: ^[], reason: r}",
      "^{rule: a, body: b, year: 1, reason: r}",
      "{rule: a, body: b, year: 1, observed: [^{cell: c}], reason: r}",
    ])
  func mistakes(marked: String) throws {
    let parts = marked.split(separator: "^", omittingEmptySubsequences: false)
    let problem = try #require(throws: YAMLProblem.self) {
      try WaiverFile(yaml: "waivers:\n  - \(parts.joined())\n")
    }
    #expect(problem.line == 2)
    #expect(problem.column == 5 + parts[0].unicodeScalars.count)
  }
}
