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

  @Test("a line ends where the figures stop being comparable")
  func stretches() throws {
    var table = Sample.years
    #expect(try !Sample.encoded("vega-lite", table).contains("comparable_stretch"))
    table.chart = ChartHint(
      mark: .line, x: "year", y: "penalty.decisions", series: ["body"],
      title: LocalizedText(verbatim: "t"), stretches: [0, 1, 1])
    let chart = try chart(table)
    let values = (chart["data"] as? [String: Any])?["values"] as? [[String: Any]]
    #expect(values?.map { $0["comparable_stretch"] as? Int } == [0, 1, 1])
    let layers = try #require(chart["layer"] as? [[String: Any]])
    let detail = (layers[0]["encoding"] as? [String: [String: Any]])?["detail"]
    #expect(detail?["field"] as? String == "comparable_stretch")
    #expect(layers.dropFirst().allSatisfy { $0["encoding"] == nil })
  }

  /// Bars with a series, one value of which is missing and one has flags.
  private func bars(_ names: [String]) -> ResultTable {
    var table = Sample.years
    table.rows = names.flatMap { name in
      [
        [.text(name), .count(2020), .count(1203), Sample.number("-0.25")],
        [
          .text(name), .count(2021), ResultValue(.missing, flags: [.notAvailable]),
          ResultValue(.missing, flags: [.notAvailable]),
        ],
      ]
    }
    table.chart = ChartHint(
      mark: .bar, x: "body", y: "share", series: ["year"], title: LocalizedText(verbatim: "t"))
    return table
  }

  @Test("bars stand side by side in the order of the table, never on top of each other")
  func sideBySide() throws {
    let encoding = try #require(
      try chart(bars(["丙", "甲", "乙"]))["encoding"] as? [String: [String: Any]])
    #expect(encoding["y"]?["stack"] is NSNull)
    #expect(encoding["x"]?["sort"] is NSNull)
    #expect(encoding["xOffset"]?["field"] as? String == "year")
    let lines = try #require(try chart(Sample.years)["encoding"] as? [String: [String: Any]])
    #expect(lines["xOffset"] == nil && lines["x"]?["sort"] == nil)
  }

  @Test("flags stand at the end of their bar, or where a bar is missing")
  func flagsOfBars() throws {
    let layers = try #require(try chart(bars(["甲"]))["layer"] as? [[String: Any]])
    #expect(layers.count == 4)
    let filters = layers.dropFirst().map { layer in
      (layer["transform"] as? [[String: Any]])?.first?["filter"] as? String ?? ""
    }
    #expect(
      filters == [">= 0", "< 0"].map {
        "isValid(datum['share_flags']) && datum['share'] \($0)"
      } + ["isValid(datum['share_flags']) && !isValid(datum['share'])"])
    let zero = (layers[3]["encoding"] as? [String: [String: Any]])?["y"]
    #expect(zero?["datum"] as? Int == 0)
  }

  @Test("long names of bodies are turned, short ones are not, and many make the chart wider")
  func names() throws {
    func axis(_ names: [String]) throws -> (angle: Int?, width: Int?) {
      let chart = try chart(bars(names))
      let x = (chart["encoding"] as? [String: [String: Any]])?["x"]
      return ((x?["axis"] as? [String: Any])?["labelAngle"] as? Int, chart["width"] as? Int)
    }
    let short = try axis(["甲市", "乙市"])
    #expect(short == (0, 480))
    let long = try axis((1...8).map { "某某自治州生态环境局第\($0)分局" })
    #expect(long == (-40, 480))
    #expect(try axis((1...40).map { "甲\($0)" }).width == 1_200)
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
