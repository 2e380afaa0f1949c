import ReportModel
import Testing

@testable import ReportReading

/// Bytes as servers and crawlers leave them.
///
/// - declared wrongly, not at all, or twice in different ways
/// - UTF-8 and UTF-16 with marks, a mark before bytes of another encoding, two marks
/// - gb2312 pages with characters that only GB18030 has, of two bytes and of four
/// - UTF-8 once read as GBK or Latin-1 and saved so: undone where nothing was lost, else refused
/// - characters replaced by question marks or U+FFFD: refused
/// - text of a page stored in a JSON file
@Suite("Variants of encodings")
struct EncodingVariantTests {
  private func page(_ title: String = "青石市水务局2022年政府信息公开工作年度报告") throws -> SamplePage {
    try SamplePage(form: "gid-2021", title: title)
  }

  private func converted(_ text: String, to encoding: String) throws -> [UInt8] {
    try CharacterConversion.fromUTF8(Array(text.utf8)[...], to: encoding).get()
  }

  private static let heads = [
    "", "<meta charset=\"utf-8\">", "<meta charset=gb2312>", "<meta charset=GBK>",
    "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">",
    "<meta charset=gb2312><meta charset=utf-8>", "<?xml version=\"1.0\" encoding=\"big5\"?>",
    "<meta charset=nonsense>",
  ]

  @Test("UTF-8, whatever is declared", arguments: heads)
  func utf8(head: String) throws {
    let page = try page()
    let check = try PageCheck(head + page.text(.spans), of: page)
    #expect(check.isWhole)
    #expect(check.report.source.encoding == "UTF-8")
  }

  @Test(
    "GB bytes, whatever is declared short of Big5", arguments: heads.filter { !$0.contains("big5") }
  )
  func gb(head: String) throws {
    let page = try page()
    for layout in [PageLayout.spans, .lines] {
      let text = layout.isHTML ? head + page.text(layout) : page.text(layout)
      let check = try PageCheck(converted(text, to: "GBK"), of: page)
      #expect(check.isWhole)
      #expect(check.report.source.encoding == "GB18030")
    }
  }

  @Test("characters of GB18030 in pages that say gb2312: of GBK, and of four bytes")
  func gb18030() throws {
    for body in ["喆垚镇人民政府", "㐀䶮镇人民政府", "青石市𠮷水局"] {
      let page = try page("\(body)2022年政府信息公开工作年度报告")
      let text = "<meta charset=gb2312>" + page.text(.spans)
      let check = try PageCheck(converted(text, to: "GB18030"), of: page, body: body)
      #expect(check.isWhole)
      #expect(check.report.source.encoding == "GB18030")
    }
  }

  @Test("byte order marks: of UTF-8, twice, and before bytes of another encoding")
  func marks() throws {
    let page = try page()
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for layout in [PageLayout.spans, .lines] {
      let text = page.text(layout)
      for bytes in [
        mark + Array(text.utf8), mark + mark + Array(text.utf8),
        mark + (try converted(text, to: "GBK")),
      ] {
        let check = try PageCheck(bytes, of: page)
        #expect(check.isWhole, "\(check.summary)")
        #expect(check.report.body == "青石市水务局")
      }
    }
  }

  @Test("UTF-16 with its mark, of either order; without it there is no telling")
  func utf16() throws {
    let page = try page()
    for (encoding, mark) in [("UTF-16LE", [0xFF, 0xFE] as [UInt8]), ("UTF-16BE", [0xFE, 0xFF])] {
      let bytes = try converted(page.text(.lines), to: encoding)
      let check = try PageCheck(mark + bytes, of: page)
      #expect(check.isWhole)
      #expect(check.report.source.encoding == encoding)
      #expect(throws: ReadingError.self) {
        try ReportReader().read(bytes: bytes, path: "a", body: "某局", year: 2022)
      }
      #expect(throws: ReadingError.self) {
        try ReportReader().read(bytes: mark + bytes.dropLast(), path: "a", body: "某局", year: 2022)
      }
    }
  }

  /// The text with a space wherever a Chinese character would leave half a pair of bytes before an
  /// ASCII one, so that nothing is lost where it is read as GBK.
  private func even(_ text: String) -> String {
    var result = ""
    var isSecond = false
    for character in text {
      if character.isASCII, isSecond {
        result += "\u{3000}"
        isSecond = false
      }
      for byte in character.utf8 { isSecond = !isSecond && byte > 0x80 }
      result.append(character)
    }
    return result
  }

  private func misread(_ text: String, as encoding: String) throws -> String {
    // Windows has the euro sign at the byte 0x80, which is no beginning of a pair.
    var misread = ""
    var pending: [UInt8] = []
    var isSecond = false
    for byte in text.utf8 {
      if encoding == "GBK", byte == 0x80, !isSecond {
        misread += try decoded(pending, encoding) + "€"
        pending = []
      } else {
        pending.append(byte)
        isSecond = !isSecond && byte > 0x80
      }
    }
    return try misread + decoded(pending, encoding)
  }

  private func decoded(_ bytes: [UInt8], _ encoding: String) throws -> String {
    // Browsers read what is called GBK as GB18030.
    let encoding = encoding == "GBK" ? "GB18030" : encoding
    return String(
      decoding: try CharacterConversion.toUTF8(bytes[...], from: encoding).get(), as: UTF8.self)
  }

  @Test("UTF-8 once read as GBK or Latin-1 is undone where nothing was lost")
  func mojibake() throws {
    let page = try page()
    for layout in [PageLayout.lines, .spans, .pipes] {
      for encoding in ["GBK", "ISO-8859-1"] {
        let text = try misread(even(page.text(layout)), as: encoding)
        #expect(!text.contains("信息公开"))
        let check = try PageCheck(text, of: page)
        #expect(check.wrong.isEmpty)
        #expect(check.unread.isEmpty, "\(layout) \(encoding) \(check.summary)")
        #expect(check.report.source.encoding == "UTF-8 read as \(encoding)")
        let marked = try PageCheck([0xEF, 0xBB, 0xBF] + Array(text.utf8), of: page)
        #expect(marked.unread.isEmpty)
      }
    }
  }

  @Test("where a character was lost on the way, the page is refused", arguments: ["?", "\u{FFFD}"])
  func lossyMojibake(lost: String) throws {
    let text = try misread(even(page().text(.lines)), as: "GBK")
    let middle = text.index(text.startIndex, offsetBy: 400)
    let index = try #require(text[middle...].firstIndex { !$0.isASCII })
    let broken = text[..<index] + lost + text[text.index(after: index)...]
    #expect(throws: ReadingError.garbled) {
      try ReportReader().read(bytes: Array(broken.utf8), path: "a", body: "某局", year: 2022)
    }
  }

  @Test("text lost to question marks is refused with their number", arguments: ["?", "\u{FFFD}"])
  func lost(mark: String) throws {
    for layout in [PageLayout.lines, .pipes, .spans] {
      let text = try page().text(layout).map { $0.isASCII ? String($0) : mark }.joined()
      var count = 0
      do throws(ReadingError) {
        _ = try ReportReader().read(bytes: Array(text.utf8), path: "a", body: "某局", year: 2022)
      } catch {
        if case .textLost(let lost) = error { count = lost }
      }
      #expect(count > 100, "\(layout)")
    }
  }

  @Test("damaged UTF-8 is refused with its place, not read as something else")
  func damaged() throws {
    var bytes = try page().bytes(.lines)
    let index = try #require(bytes.indices.dropFirst(2000).first { bytes[$0] >= 0xE0 })
    bytes.remove(at: index + 1)
    #expect(throws: ReadingError.undecodable(encoding: "UTF-8", offset: index)) {
      try ReportReader().read(bytes: bytes, path: "a")
    }
  }

  @Test("a page's text stored in a JSON file is refused, not read in part")
  func json() throws {
    let text = try page().text(.lines).split(separator: "\n").joined(separator: "\\n")
    for name in ["a.json", "a.txt"] {
      for content in ["{\"title\": \"年报\", \"text\": \"\(text)\"}", "[{\"text\": \"\(text)\"}]"] {
        #expect(throws: ReadingError.self) {
          try ReportReader().read(bytes: Array(content.utf8), path: name, body: "某局", year: 2022)
        }
      }
    }
  }
}
