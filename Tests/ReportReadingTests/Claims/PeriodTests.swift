import ReportModel
import Testing

@testable import ReportReading

@Suite("The time that reports say they are of")
struct PeriodTests {
  private static func stated(_ text: String) -> [String] {
    ProseSample.claims(text).filter { [.periodStart, .periodEnd, .year].contains($0.kind) }
      .map { "\($0.kind.rawValue) \($0.value) \($0.printed)" }
  }

  @Test(
    "the first and the last day of the figures",
    arguments: [
      "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
      "本年度报告中所列数据统计期限从2023年1月1日到12月31日止。",
      "数据统计时限为2023 年1 月1 日—2023 年12 月31 日。",
      "统计期限为二〇二三年一月一日至二〇二三年十二月三十一日。",
    ])
  func period(sentence: String) {
    let claims = ProseSample.claims(sentence)
    #expect(claims.map(\.kind) == [.periodStart, .periodEnd])
    #expect(claims.map(\.value) == [Quantity(20_230_101), Quantity(20_231_231)])
    #expect(claims.map(\.year) == [2023, 2023])
    #expect(claims.allSatisfy { $0.meanings.isEmpty && !$0.printed.isEmpty })
  }

  @Test(
    "days that are torn, alone, or of something else are none",
    arguments: [
      "统计期限自2023年1月1日起至202023年12月31日。", "统计期限自2023年1月1日至12月31止。",
      "统计期限截至2023年12月31日。", "活动自2023年3月1日至2023年3月31日举行。",
      "统计期限自2023年13月1日至2023年12月31日。", "统计期限为2023年1月1日、2023年12月31日。",
    ])
  func noPeriod(sentence: String) {
    #expect(Self.stated(sentence).isEmpty)
  }

  @Test(
    "the year that the introduction says the report is of",
    arguments: [
      ("根据条例，编制2023年度政府信息公开工作年度报告。", "year 2023 2023年度"),
      ("根据《关于做好2022年年度报告的通知》，特编制了我局政府信息公开工作年度报告（2023年度）。", "year 2023 2023年度"),
      ("现将2022 年政府信息公开工作年度报告公布如下。", "year 2022 2022 年"),
    ])
  func year(sentence: String, claim: String) {
    #expect(Self.stated(sentence + "\n一、总体情况\n好。") == [claim])
    // Behind the first part, reports of other years may be spoken of.
    #expect(Self.stated("一、总体情况\n" + sentence).isEmpty)
  }

  @Test("years that are not the report's own, or differ, are none")
  func noYear() {
    for sentence in [
      "按照2023年工作要求，编制本报告。", "编制2022年度报告和2023年度报告。", "2023年我局工作有力。",
      "根据《2022年度报告编制通知》编制本报告。", "青河区2022年政府信息公开工作年度报告　本报告依照条例编写。",
    ] {
      #expect(Self.stated(sentence + "\n一、总体情况\n好。").isEmpty, "\(sentence)")
    }
  }
}
