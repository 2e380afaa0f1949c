import ReportModel
import Testing

@testable import ReportReading

@Suite("Numbers in sentences")
struct ProseNumberTests {
  private static func read(_ text: String) -> (value: String, decimals: Int, isLower: Bool)? {
    let folded = ProseFold.scalars(text)
    guard let number = ProseNumber.read(folded, at: 0, end: folded.count),
      number.end == folded.count
    else { return nil }
    return (number.value.description, number.decimals, number.isLower)
  }

  @Test(
    "whole numbers, decimals, groups, 万 and 亿",
    arguments: [
      ("3607", "3607", 0), ("3,607", "3607", 0), ("1,234,567", "1234567", 0), ("17.40", "17.4", 2),
      ("0.092", "0.092", 3), ("18万", "180000", 0), ("195.4万", "1954000", 0), ("２１", "21", 0),
      ("三百二十一", "321", 0), ("二〇一〇", "2010", 0), ("二○一二", "2012", 0), ("十二", "12", 0),
      ("二十", "20", 0), ("两", "2", 0), ("一百零五", "105", 0), ("三万五千", "35000", 0),
      ("十二万", "120000", 0), ("1亿", "100000000", 0),
    ])
  func values(text: String, value: String, decimals: Int) {
    let number = Self.read(text)
    #expect(number?.value == value)
    #expect(number?.decimals == decimals)
    #expect(number?.isLower == false)
  }

  @Test("余 and 多 make a lower bound", arguments: ["18万余", "10余万", "300余", "3万多", "十余"])
  func bounds(text: String) {
    #expect(Self.read(text)?.isLower == true)
  }

  @Test("what is none is not read", arguments: ["万", "百", "多", "一二十三", "99999999999999999999"])
  func refusals(text: String) {
    #expect(Self.read(text) == nil)
  }

  @Test("no number leaves the range, whatever stands there")
  func anyText() {
    let pieces: [String] = ["9", "0", "万", "亿", "千", "十", "余", ".", ",", "九", "〇", "两", "百"]
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let folded = ProseFold.scalars(text)
      if let number = ProseNumber.read(folded, at: 0, end: folded.count) {
        #expect(number.end > 0 && number.end <= folded.count && !number.value.isNegative)
      }
    }
  }
}
