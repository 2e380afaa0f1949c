import ReportModel
import Testing

@testable import ReportReading

@Suite("Printed figures")
struct FigureReadingTests {
  @Test(
    "numbers, as pages print them",
    arguments: [
      ("0", "0"), ("  12 ", "12"), ("\u{A0}7\u{3000}", "7"), ("\u{200B}5", "5"), ("１２", "12"),
      ("1,234,567", "1234567"), ("１，２３４", "1234"), ("-8", "-8"), ("－8", "-8"), ("−8", "-8"),
      ("+3", "3"), ("117(增)", "117"), ("117（增）", "117"), ("5（减）", "-5"), ("-5（减）", "-5"),
      ("22（其中修订16件）", "22"), ("55（含自然失效29件）", "55"), ("12件", "12"), ("3 条", "3"),
      ("3985758", "3985758"),
    ])
  func counts(printed: String, value: String) {
    let figure = FigureReading(printed, unit: .count)
    #expect(figure.status == .reported)
    #expect(figure.value?.description == value)
    #expect(figure.unit == .count)
  }

  @Test(
    "what is no count beyond doubt is text",
    arguments: [
      "12.5", "1,23", "12,34,567", "1 2", "007", "00", "3万", "18万余条", "260余", "67,", "5元",
      "251000元", "0.092 万元", "见附件", "5(?)", "-5（增）", "12）", "1\n2", "99999999999999999999",
      "０１", "1.", ".5", "12（另有3件）", "22（含上年）", "22（包含历年结转3件）",
      "二", "２０２０年",
    ])
  func text(printed: String) {
    let figure = FigureReading(printed, unit: .count)
    #expect(figure.status == .text)
    #expect(figure.value == nil)
  }

  @Test("blank is not dash", arguments: ["", " ", "\u{A0}", "\u{3000}\u{200B}"])
  func blank(printed: String) {
    #expect(FigureReading(printed, unit: .count).status == .blank)
  }

  @Test("dashes", arguments: ["-", "—", "——", "–", "－", "/", "／", "无", " - ", "--"])
  func dash(printed: String) {
    #expect(FigureReading(printed, unit: .count).status == .dash)
  }

  @Test("the unit behind an amount counts")
  func money() {
    let cases: [(String, MeasureUnit, String, MeasureUnit)] = [
      ("251000元", .unstatedMoney, "251000", .yuan),
      ("2568.714", .unstatedMoney, "2568.714", .unstatedMoney),
      ("0.092 万元", .tenThousandYuan, "0.092", .tenThousandYuan),
      ("75394432.52元", .tenThousandYuan, "75394432.52", .yuan),
      ("24252.311082", .tenThousandYuan, "24252.311082", .tenThousandYuan),
      ("3万元", .unstatedMoney, "3", .tenThousandYuan),
    ]
    for (printed, unit, value, read) in cases {
      let figure = FigureReading(printed, unit: unit)
      #expect(figure.value?.description == value, "\(printed)")
      #expect(figure.unit == read, "\(printed)")
    }
    #expect(FigureReading("3件", unit: .yuan).status == .text)
    #expect(FigureReading("3亿元", unit: .yuan).status == .text)
  }
}
