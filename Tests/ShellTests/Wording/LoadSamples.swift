import ReportModel
import ReportReading

@testable import Shell

/// Samples of what loading can come to.
enum LoadSamples {
  static let problem = ReadingProblem(kind: .rowMissing, table: 3, seen: "其他", place: nil)

  static let report = Report(
    body: "甲市人民政府", year: 2022,
    source: SourceFile(path: "a.html", digest: "00", format: "html", encoding: "UTF-8"),
    tables: [
      ReportTable(
        number: 2, form: "gid-2021",
        cells: [
          .unread(
            CellKey(IndicatorCode("penalty.decisions")), status: .blank, unit: .count, printed: "",
            place: nil)
        ])
    ], claims: [], problems: [problem])

  static let fates: [LoadOutcome.Fate] = [
    .added(report), .unchanged(report), .replaced(report, previousPath: "b.html"),
    .renamed(report, previousName: "乙市 2022"), .failed(ShellError(.reading("a.html", .empty))),
    .skipped(.nameEnd(".jpg")), .skipped(.noNameEnd), .skipped(.format(.jpeg)), .skipped(.archive),
  ]

  static let summary: LoadSummary = {
    var summary = LoadSummary()
    for fate in fates { summary.add(LoadOutcome(path: "a.html", fate: fate)) }
    return summary
  }()

  static let failures: Examples<ShellError> = {
    var examples = Examples<ShellError>()
    for count in 1...5 {
      examples.add(ShellError(.reading("a\(count).html", .textLost(count: count))))
    }
    return examples
  }()

  static let reasons: [FailureReason] = [
    .undecodable, .textLost, .tooLarge, .severalReports, .yearConflict, .badTable,
    .reading(.empty), .cannotRead(errno: 13), .other,
  ]

  static let hidden: [HiddenNotices] =
    [.replaced, .renamed, .ignoredColumns, .failures, .tableMistakes]
    + ReadingProblem.Kind.allCases.map { .problem($0) }
}
