import Foundation
import ReportModel
import Testing

/// Runs `Tests/Cases/<name>/cmd` and compares what it prints and writes with the files beside it.
/// `Tests/Cases/README.md` tells how to add a case.
@Suite("The cases")
struct CasesTests {
  @Test("A case prints and writes what it should, in straight columns", arguments: try Case.all())
  func run(_ named: Case) throws {
    let folder = try ScratchFolder.likeExamples()
    let inputs = named.folder.appending(path: "in")
    if FileManager.default.fileExists(atPath: inputs.path) {
      try FileManager.default.copyItem(at: inputs, to: folder.url.appending(path: "in"))
    }
    let shell = try InProcess(in: folder, language: named.language)
    let outcome = shell.run(named.commands)
    #expect(shell.status.rawValue == named.exitCode, "\(outcome.notices)")
    try ExpectedFile.compare(
      Array(outcome.output.utf8), with: named.folder.appending(path: "expected"))
    let notices = named.folder.appending(path: "expected.err")
    if FileManager.default.fileExists(atPath: notices.path)
      || ExpectedFile.isUpdating && named.exitCode > 1
    {
      try ExpectedFile.compare(Array(outcome.notices.utf8), with: notices)
    }
    try ExpectedFile.compare(outputsOf: folder, with: named.folder.appending(path: "out"))
    for table in outcome.pieces.compactMap(PrintedTable.init) {
      #expect(table.crooked == [], "\(table.text)")
    }
  }

  @Test("Every command is used by a case")
  func everyCommand() throws {
    let words = Set(try Case.all().flatMap { $0.firstWords })
    let unused = InProcess.commandNames.filter { names in names.allSatisfy { !words.contains($0) } }
    #expect(unused == [])
  }

  @Test(
    "A query gives the same bytes in either language",
    arguments: [
      ["compare penalty.decisions by year", "compare 行政处罚 按 年", "比较 行政处罚 按 年"],
      ["trend penalty.decisions for 云岭 in 2021..2024", "趋势 行政处罚 对 云岭 于 2021至2024"],
      [
        "compare requests.new by applicant, year for 澜溪 in 2023 as share",
        "比较　新收申请　按　申请人，年　对　澜溪　于　2023年　为　占比",
      ],
      ["check T3.balance in 2020 all", "检查 T3.balance 于 2020 全部"],
      ["show 黔东南 2020 table 4", "显示 「黔东南」 2020年 表 4"],
      ["cells penalty.decisions in 2020", "单元格 行政处罚 于 2020"],
      [
        "compare requests.new by level, year where level = county",
        "比较 新收申请 按 层级，年 其中 层级 = 县级", "compare requests.new by level, year where 县级 = level",
      ],
      [
        "rank rate.disclosure in 2020 top 2 where outcome.total >= 1 and year = 2020",
        "排名 公开率 于 2020 前 2 其中 办理结果总计 ≥ 1 且 年度 = 2020",
      ],
      [
        "compare penalty.decisions by year same bodies in 2020",
        "比较 行政处罚 按 年 相同 机关 于 2020",
      ],
      ["coverage missing in 2023", "覆盖 缺 于 2023"],
      ["compare penalty.decisions by year as median", "比较 行政处罚 按 年 为 中位数"],
      [
        "let x = compare requests.new by year; x where year > 2020 order year desc top 2",
        "令 x = 比较 新收申请 按 年; x 其中 年度 > 2020 排序 年度 降 前 2",
      ],
      ["sql SELECT count(*) AS n FROM reports", "查询 SELECT count(*) AS n FROM reports"],
    ])
  func sameInEitherLanguage(queries: [String]) throws {
    let shell = try InProcess(in: try ScratchFolder.likeExamples())
    shell.run("load reports/yunling-202* reports/lanxi-2023.md reports/qian*")
    let outputs = queries.map { shell.run($0).output }
    #expect(!outputs[0].isEmpty)
    #expect(outputs.allSatisfy { $0 == outputs[0] })
  }
}

/// A folder of `Tests/Cases`.
struct Case: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: URL
  let commands: String
  /// From a line `#! lang: …`; English without one.
  let language: Language
  /// From a line `#! exit: …`; 0 without one.
  let exitCode: Int32

  var testDescription: String { name }

  static func all() throws -> [Case] {
    try FileManager.default.contentsOfDirectory(atPath: Checkout.cases.path).sorted()
      .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".md") }
      .map { try Case(name: $0) }
  }

  private init(name: String) throws {
    self.name = name
    folder = Checkout.cases.appending(path: name)
    commands = String(
      decoding: try Data(contentsOf: folder.appending(path: "cmd")), as: UTF8.self)
    language = Self.setting("lang", in: commands).flatMap(Language.init) ?? .english
    exitCode = Self.setting("exit", in: commands).flatMap { Int32($0) } ?? 0
  }

  private static func setting(_ name: String, in commands: String) -> String? {
    let start = "#! \(name):"
    let line = commands.split(separator: "\n").first { $0.hasPrefix(start) }
    return line?.dropFirst(start.count).split(separator: " ").first.map(String.init)
  }

  /// The first word of each line: the commands that the case uses.
  var firstWords: [String] {
    commands.split(whereSeparator: { "\n;".contains($0) })
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }
}
