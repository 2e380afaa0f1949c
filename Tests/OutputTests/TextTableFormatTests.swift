import Output
import ReportModel
import Testing

@Suite("Tables for people")
struct TextTableFormatTests {
  @Test("Chinese text, figures, flags and percentages are aligned")
  func aligned() throws {
    let expected = """
      Body                  Year  Penalties  Share
      --------------------  ----  ---------  -----
      云岭市                2020     1203    25.0%
      青禾区市场监督管理局  2021       98 d   3.4%
      x                     2022        . u      .
      d  the definition differs

      """
    #expect(try Sample.encoded("text", Sample.years) == expected)
  }

  @Test("every figure column ends at the same column of the screen")
  func sameWidth() throws {
    let lines = try Sample.encoded("text", Sample.years, OutputOptions(language: .chinese))
      .split(separator: "\n").dropLast()
    let ends = Set(lines.map { DisplayWidth.width(of: String($0)) })
    #expect(ends.count == 1)
  }

  @Test("texts are shortened to the width, figures never", arguments: [20, 30, 38, 40])
  func shortened(width: Int) throws {
    let text = try Sample.encoded(
      "text", Sample.years, OutputOptions(language: .chinese, maximumWidth: width))
    #expect(text.contains("1203") && text.contains("2021"))
    #expect(text.contains("…"))
    if width >= 40 {
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.width(of: String(line)) <= width)
      }
    }
  }

  @Test("nothing on a page can steer the terminal")
  func harmless() throws {
    let text = try Sample.encoded("text", Sample.texts(["a\u{1B}[2Jb\nc\u{202E}d\u{9B}e"]))
    #expect(text.contains("a\\u{1b}[2Jb\\u{a}c\\u{202e}d\\u{9b}e"))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test(
    "percentages are rounded once, half to even",
    arguments: [("0.125", "12.5%"), ("0.12345", "12.3%"), ("0.0005", "0.0%"), ("1", "100.0%")])
  func percentages(share: String, shown: String) throws {
    var table = Sample.years
    table.rows = [[.text("x"), .count(2020), .missing, Sample.number(share)]]
    #expect(try Sample.encoded("text", table).contains(" " + shown + "\n"))
  }

  @Test("what cannot be there is told from what is only missing")
  func missing() throws {
    var table = Sample.years
    table.rows = [
      [.text("x"), .count(2020), ResultValue(.missing, flags: [.notAvailable]), .missing],
      [
        .text("y"), .count(2020), ResultValue(.missing, flags: [.unread, .notAvailable]), .missing,
      ],
    ]
    table.footnotes = []
    let lines = try Sample.encoded("text", table, OutputOptions(nullText: "–"))
      .split(separator: "\n").suffix(2)
    #expect(lines.map { $0.split(separator: " ").dropFirst(2) } == [[":", "–"], [":", "u", "–"]])
  }

  @Test("a label is broken over lines with its blanks, figures stand beside its end")
  func labels() throws {
    let table = ResultTable(
      columns: [
        ResultColumn(name: "row", heading: LocalizedText(verbatim: ""), kind: .label),
        ResultColumn(name: "n", heading: LocalizedText(verbatim: "n"), kind: .figure(.count)),
      ],
      rows: [
        [.text("  行政许可（含登记），本年处理决定数量"), .count(1)], [.text("短"), .count(20)],
      ])
    let expected = """
                             n
      --------------------  --
        行政许可（含登
          记），本年处理决
          定数量             1
      短                    20

      """
    let text = try Sample.encoded("text", table, OutputOptions(maximumWidth: 24))
    #expect(text == expected, "\(text)")
  }

  @Test(
    "characters that nobody sees are written out; emoji stay whole",
    arguments: [
      ("行政\u{200B}处罚", "行政\\u{200b}处罚"), ("a\u{AD}b", "a\\u{ad}b"),
      ("a\u{200D}b", "a\\u{200d}b"), ("\u{3164}", "\\u{3164}"), ("\u{2060}x", "\\u{2060}x"),
      ("👩\u{200D}⚖\u{FE0F}", "👩\u{200D}⚖\u{FE0F}"), ("葛\u{E0100}", "葛\u{E0100}"),
    ])
  func unseen(text: String, shown: String) {
    #expect(HarmlessText.of(text) == shown)
  }

  @Test("an empty result still shows its headings")
  func empty() throws {
    var table = Sample.years
    table.rows = []
    #expect(try Sample.encoded("text", table).hasPrefix("Body  Year  Penalties  Share\n"))
  }
}

@Suite("Width on a terminal")
struct DisplayWidthTests {
  @Test(
    "columns",
    arguments: [
      ("", 0), ("abc", 3), ("行政处罚", 8), ("（一）", 6), ("e\u{301}", 1), ("，", 2), ("😀", 2),
      ("\u{200B}", 0), ("〇", 2), ("\u{20000}", 2), ("·", 1),
      ("👩\u{200D}⚖\u{FE0F}", 2), ("👨\u{200D}👩\u{200D}👧", 2), ("❤\u{FE0F}", 2), ("🇨🇳", 2), ("👍🏽", 2),
      ("1\u{FE0F}\u{20E3}", 2), ("🇨🇳🇨🇳a", 5), ("葛\u{E0100}", 2), ("❤", 1), ("1", 1), ("✓", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.width(of: text) == columns)
  }

  @Test("a shortened text fits and never ends in half a character")
  func shortened() {
    for width in 1...10 {
      #expect(DisplayWidth.width(of: DisplayWidth.shortened("行政a处罚", to: width)) <= width)
    }
    #expect(DisplayWidth.shortened("a👨\u{200D}👩\u{200D}👧b", to: 3) == "a…")
    #expect(DisplayWidth.shortened("行政处罚", to: 8) == "行政处罚")
    #expect(DisplayWidth.shortened("行政处罚", to: 7) == "行政处…")
  }
}
