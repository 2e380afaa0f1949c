import Testing

@testable import ReportReading

@Suite("Titles")
struct TitleTests {
  @Test(
    "body and year",
    arguments: [
      ("青石市水务局2020年政府信息公开工作报告", "青石市水务局", 2020),
      ("2019年青石市人民政府办公厅政府信息公开工作年度报告", "青石市人民政府办公厅", 2019),
      ("2019年度青石市水务局政府信息公开年度报告", "青石市水务局", 2019),
      ("青石市2023年政府信息公开工作年度报告", "青石市", 2023),
      ("2023年度政府信息公开工作年度报告", "", 2023),
      ("青石市水务局关于2021年度政府信息公开工作的报告", "青石市水务局", 2021),
      ("青石市水务局政府信息公开工作年度报告（2022年度）", "青石市水务局", 2022),
      ("青石市水务局二〇二〇年政府信息公开年报", "青石市水务局", 2020),
      ("青石市水务局二○一二年度政务信息公开年度报告", "青石市水务局", 2012),
      ("20 25 年青石市 水务局政府信息公开工作年度报告", "青石市水务局", 2025),
      ("首页 > 年报 > 青石市水务局2020年政府信息公开工作年度报告_青石市网", "青石市水务局", 2020),
      ("《青石市水务局2020年政府信息公开工作年度报告》", "青石市水务局", 2020),
    ])
  func title(line: String, body: String, year: Int) throws {
    let title = try #require(ReportTitle(line))
    #expect(title.body == body)
    #expect(title.year == year)
  }

  @Test(
    "sentences are no titles",
    arguments: [
      "特编制了青石市水务局政府信息公开工作年度报告（2020年度）。", "三、收到和处理政府信息公开申请情况",
      "根据要求，编制2020年政府信息公开报告", "2020年工作报告",
    ])
  func sentence(line: String) {
    #expect(ReportTitle(line) == nil)
  }

  private func page(_ head: String) throws -> [UInt8] {
    var page = try SamplePage(form: "gid-2021")
    page.title = head
    return page.bytes(.lines)
  }

  @Test("a title in two lines, the body in the first or the report in the second")
  func twoLines() throws {
    let reader = ReportReader()
    let first = try reader.read(
      bytes: page("青石区人民政府\n2023 年政府信息公开工作年度报告"), path: "a")
    #expect(first.body == "青石区人民政府")
    #expect(first.year == 2023)
    let second = try reader.read(bytes: page("2024 年青石市科委政府信息公开工作\n年度报告"), path: "a")
    #expect(second.body == "青石市科委")
    #expect(second.year == 2024)
  }

  @Test("what is given wins; else the page, else the file's name")
  func precedence() throws {
    let reader = ReportReader()
    let full = try page("青石市水务局2022年政府信息公开工作年度报告")
    let given = try reader.read(bytes: full, path: "x-2019.txt", body: "某局", year: 2018)
    #expect(given.body == "某局")
    #expect(given.year == 2018)
    #expect(try reader.read(bytes: full, path: "x-2019.txt").year == 2022)
    let bare = try page("欢迎光临")
    let named = try reader.read(bytes: bare, path: "年报/青石市水务局2021.txt")
    #expect(named.body == "青石市水务局")
    #expect(named.year == 2021)
    #expect(throws: ReadingError.bodyUnknown) { try reader.read(bytes: bare, path: "x-2019.txt") }
    #expect(throws: ReadingError.yearUnknown) {
      try reader.read(bytes: bare, path: "2019-2020.txt", body: "某局")
    }
  }

  @Test("titles that name different years are a conflict, settled by the year given")
  func conflict() throws {
    let reader = ReportReader()
    let bytes = try page("青石市水务局2022年政府信息公开年报\n青石市水务局2021年政府信息公开年报")
    #expect(throws: ReadingError.yearConflict([2021, 2022])) {
      try reader.read(bytes: bytes, path: "a")
    }
    #expect(try reader.read(bytes: bytes, path: "a", year: 2022).year == 2022)
  }
}
