import Foundation
import Output
import ReportModel
import Testing

@Suite("Vega-Lite charts")
struct VegaLiteFormatTests {
  private func chart(_ table: ResultTable) throws -> [String: Any] {
    let data = Data(
      try Sample.encoded("vega-lite", table, OutputOptions(language: .chinese)).utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("the data stand inside, the fields are named with escaped points")
  func content() throws {
    let chart = try chart(Sample.years)
    let values = (chart["data"] as? [String: Any])?["values"] as? [[String: Any]]
    #expect(values?.count == 3)
    #expect(values?[2]["penalty.decisions"] is NSNull)
    let encoding = chart["encoding"] as? [String: [String: Any]]
    #expect(encoding?["y"]?["field"] as? String == "penalty\\.decisions")
    #expect(encoding?["x"]?["title"] as? String == "年度")
    let title = chart["title"] as? [String: Any]
    #expect(title?["subtitle"] as? [String] == ["d 定义不同"])
  }

  @Test("a result without a shape for charts is refused")
  func refused() throws {
    #expect(throws: OutputError.notAChart) {
      try Sample.encoded("vega-lite", Sample.texts(["a"]))
    }
  }
}

@Suite("Choosing a format")
struct OutputFormatsTests {
  @Test(
    "by the end of the file's name",
    arguments: [
      ("a.csv", "csv"), ("A.CSV", "csv"), ("x.vl.json", "vega-lite"), ("x.json", "json"),
      ("x.jsonl", "jsonl"), ("x.txt", "text"), ("x", nil), ("csv", nil),
    ])
  func byName(file: String, format: String?) {
    #expect(OutputFormats.name(forFile: file) == format)
  }
}
