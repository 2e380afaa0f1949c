import Foundation
import Output
import ReportModel
import Testing

@Suite("JSON")
struct JSONFormatTests {
  @Test("records with sorted keys, exact numbers and flags where there are any")
  func bytes() throws {
    let expected = """
      [
      {"body": "云岭市", "penalty.decisions": 1203, "share": 0.25, "year": 2020},
      {"body": "青禾区市场监督管理局", "penalty.decisions": 98, "penalty.decisions_flags": ["d"], \
      "share": 0.0345, "year": 2021},
      {"body": "x", "penalty.decisions": null, "penalty.decisions_flags": ["u"], "share": null, \
      "year": 2022}
      ]

      """
    #expect(try Sample.encoded("json", Sample.years) == expected)
    let lines = try Sample.encoded("jsonl", Sample.years)
    #expect(lines.split(separator: "\n").count == 3)
  }

  @Test("any text comes back as it was")
  func escaping() throws {
    let texts = ["\"\\/", "\n\r\t\u{0}\u{1F}\u{7F}", "行政\u{2028}", "😀"]
    let data = Data(try Sample.encoded("json", Sample.texts(texts)).utf8)
    let read = try #require(
      JSONSerialization.jsonObject(with: data) as? [[String: String]])
    #expect(read == [["c0": texts[0], "c1": texts[1], "c2": texts[2], "c3": texts[3]]])
  }

  @Test("an empty result is an empty array")
  func empty() throws {
    var table = Sample.years
    table.rows = []
    #expect(try Sample.encoded("json", table) == "[]\n")
    #expect(try Sample.encoded("jsonl", table).isEmpty)
  }
}
