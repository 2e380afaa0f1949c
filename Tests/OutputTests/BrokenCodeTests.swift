import ReportModel
import Testing

@testable import Output

@Suite("Codes and figures in narrow tables")
struct BrokenCodeTests {
  @Test(
    "A code breaks behind its marks where it can, and nothing of it is left out",
    arguments: [
      ("table:1 row:11 column:2", 16, ["table:1 row:11", "column:2"]),
      ("requests.carried_out", 12, ["requests.", "carried_out"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("处罚处罚", 3, ["处", "罚", "处", "罚"]), ("", 5, [""]),
      ("short", 5, ["short"]), ("ab cd", 2, ["ab", "cd"]),
      ("requests.new[firm]", 16, ["requests.new", "[firm]"]),
      ("a:1 b:36", 7, ["a:1", "b:36"]),
    ])
  func lines(code: String, width: Int, lines: [String]) {
    #expect(BrokenCode(code).lines(width: width) == lines)
  }

  private static let table = ResultTable(
    columns: [
      ResultColumn(name: "c", heading: LocalizedText(chinese: "位置", english: "Place"), kind: .code),
      ResultColumn(
        name: "n", heading: LocalizedText(chinese: "数", english: "Number"), kind: .figure(.count)),
      ResultColumn(name: "y", heading: LocalizedText(chinese: "年", english: "Year"), kind: .year),
    ],
    rows: [
      [.text("table:1 row:11 column:2"), .number(Quantity(1_234_567)), .count(2021)],
      [.text("line:3"), .number(Quantity(-123)), .count(2022)],
    ])

  @Test(
    "Where nothing else makes the table fit, codes go on below; all else stands beside their start")
  func narrow() throws {
    let bytes = try TextTableFormat(options: OutputOptions(maximumWidth: 31)).encode(Self.table)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        Place              Number  Year
        ----------------  -------  ----
        table:1 row:11    1234567  2021
        column:2
        line:3               -123  2022

        """)
  }

  @Test("Characters of ambiguous width take the columns that are asked for")
  func ambiguous() throws {
    let table = ResultTable(
      columns: [
        ResultColumn(name: "t", heading: LocalizedText(chinese: "文", english: "Text"), kind: .text),
        ResultColumn(name: "y", heading: LocalizedText(chinese: "年", english: "Year"), kind: .year),
      ], rows: [[.text("“甲…”"), .count(2021)], [.text("甲乙丙丁"), .count(2022)]])
    func text(_ width: Int) throws -> String {
      let format = TextTableFormat(options: OutputOptions(ambiguousWidth: width))
      return String(decoding: try format.encode(table), as: UTF8.self)
    }
    #expect(try text(1).contains("“甲…”     2021"))
    #expect(try text(2).contains("“甲…”  2021"))
    #expect(try text(2).contains("甲乙丙丁  2022"))
  }

  @Test("Thousands are parted in figures only")
  func thousands() throws {
    let bytes = try TextTableFormat(options: OutputOptions(groupsThousands: true)).encode(
      Self.table)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("1,234,567  2021"))
    #expect(text.contains(" -123  2022"))
  }
}
