import Testing

@testable import ReportReading

@Suite("Encodings")
struct DecodingTests {
  /// 公开 in GB18030.
  private static let disclosureGB: [UInt8] = [0xB9, 0xAB, 0xBF, 0xAA]

  @Test("GB bytes are read as GB18030, whatever is declared")
  func gb() throws {
    for declared in ["", "<meta charset=utf-8>", "<meta charset=\"gb2312\">"] {
      let decoded = try TextDecoding.decode(Array(declared.utf8) + Self.disclosureGB)
      #expect(decoded.encoding == "GB18030")
      #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("公开"))
    }
  }

  @Test("valid UTF-8 wins over its declaration, and its mark is dropped")
  func utf8() throws {
    let declared = try TextDecoding.decode(Array("<meta charset=gb2312>公开".utf8))
    #expect(declared.encoding == "UTF-8")
    let marked = try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array("公开".utf8))
    #expect(marked.bytes == Array("公开".utf8))
  }

  @Test("UTF-16 and Big5 where marked and declared")
  func others() throws {
    let utf16 = try TextDecoding.decode([0xFF, 0xFE, 0x6C, 0x51])
    #expect(String(decoding: utf16.bytes, as: UTF8.self) == "公")
    let big5 = try TextDecoding.decode(Array("<meta charset=big5>".utf8) + [0xA4, 0xBD])
    #expect(String(decoding: big5.bytes, as: UTF8.self).hasSuffix("公"))
  }

  @Test("a byte that belongs to nothing is an error with its offset")
  func undecodable() {
    #expect(throws: ReadingError.undecodable(encoding: "GB18030", offset: 5)) {
      try TextDecoding.decode(Array("a".utf8) + Self.disclosureGB + [0xFF, 0x20])
    }
    let text = Array("政府信息公开工作年度报告政府信息公开".utf8)
    #expect(throws: ReadingError.undecodable(encoding: "UTF-8", offset: text.count)) {
      try TextDecoding.decode(text + [0x80])
    }
  }

  @Test("a long page is converted in pieces without loss")
  func long() throws {
    let bytes = [[UInt8]](repeating: Self.disclosureGB, count: 60_000).flatMap { $0 }
    let decoded = try TextDecoding.decode(bytes)
    #expect(decoded.bytes == Array(String(repeating: "公开", count: 60_000).utf8))
  }

  @Test("the strict check of UTF-8 finds overlong forms, surrogates and cut characters")
  func strict() {
    for bad: [UInt8] in [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5, 0x85], [0x80], [0xC2],
    ] {
      #expect(UTF8Check.firstFlaw(in: [0x41] + bad)?.offset == 1)
    }
    #expect(UTF8Check.firstFlaw(in: Array("a公😀é".utf8)[...]) == nil)
  }
}
