import Output
import ReportModel

/// Small results that the tests of all formats share.
enum Sample {
  static let years = ResultTable(
    columns: [
      ResultColumn(
        name: "body", heading: LocalizedText(chinese: "机关", english: "Body"), kind: .text),
      ResultColumn(
        name: "year", heading: LocalizedText(chinese: "年度", english: "Year"), kind: .year),
      ResultColumn(
        name: "penalty.decisions",
        heading: LocalizedText(chinese: "行政处罚", english: "Penalties"), kind: .figure(.count)),
      ResultColumn(
        name: "share", heading: LocalizedText(chinese: "占比", english: "Share"), kind: .share),
    ],
    rows: [
      [.text("云岭市"), .count(2020), .count(1203), number("0.25")],
      [
        .text("青禾区市场监督管理局"), .count(2021),
        ResultValue(.number(Quantity(98)), flags: [.definitionDiffers]), number("0.0345"),
      ],
      [.text("x"), .count(2022), ResultValue(.missing, flags: [.unread]), .missing],
    ],
    footnotes: [
      Footnote(
        flag: .definitionDiffers,
        text: LocalizedText(chinese: "定义不同", english: "the definition differs"))
    ],
    chart: ChartHint(
      mark: .line, x: "year", y: "penalty.decisions", series: ["body"],
      title: LocalizedText(chinese: "行政处罚", english: "Penalties")))

  static func number(_ text: String) -> ResultValue {
    Quantity(text).map { .number($0) } ?? .missing
  }

  /// One row of texts.
  static func texts(_ texts: [String]) -> ResultTable {
    ResultTable(
      columns: texts.indices.map {
        ResultColumn(name: "c\($0)", heading: LocalizedText(verbatim: "c\($0)"), kind: .text)
      }, rows: [texts.map { .text($0) }])
  }

  static func encoded(
    _ name: String, _ table: ResultTable, _ options: OutputOptions = OutputOptions()
  ) throws -> String {
    String(
      decoding: try OutputFormats.format(named: name, options: options).encode(table),
      as: UTF8.self)
  }
}
