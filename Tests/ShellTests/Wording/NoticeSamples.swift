import Analysis
import Checking
import ReportModel

@testable import LineEditing
@testable import Shell

extension Notice {
  /// One sample of each case; `nil` behind the last.
  static func sample(after sample: Notice?) -> Notice? {
    switch sample {
    case nil: .emptyResult
    case .emptyResult: .wrote(rows: 3, path: "a.csv")
    case .wrote: .opened(path: "a.nianbao", reports: 3)
    case .opened: .loaded(LoadSamples.summary)
    case .loaded: .problemCounts(LoadSamples.summary)
    case .problemCounts: .loadStopped(done: 64, of: 100, LoadSamples.summary)
    case .loadStopped: .outcome(LoadOutcome(path: "a.html", fate: .added(LoadSamples.report)))
    case .outcome: .problemBelow(LoadSamples.problem)
    case .problemBelow: .failures(.textLost, LoadSamples.failures)
    case .failures: .more(7, of: .problem(.rowMissing))
    case .more: .replaced("a.html", previous: "b.html")
    case .replaced:
      .problem("a.html", ReadingProblem(kind: .rowMissing, table: 3, seen: "其他", place: nil))
    case .problem: .ignoredColumns("a.csv", ["x"])
    case .ignoredColumns: .renamed("a.html", previous: "b.html")
    case .renamed: .failure(ShellError(.nothingLoaded))
    case .failure: .tableMissing(4)
    case .tableMissing: .problemsHead(2)
    case .problemsHead: .cellMark(.ambiguous, 3)
    case .cellMark: .tableTitle(4, title: "T", form: "gid-2021")
    case .tableTitle: .unconfirmedRows
    case .unconfirmedRows: .noFindings(reports: 3)
    case .noFindings: .rulesRead(2, path: "a.rules.yaml")
    case .rulesRead:
      .ruleFileProblem(
        "a.rules.yaml", RuleFileProblem(line: 1, column: 2, kind: .ruleTwice("T3.balance")))
    case .ruleFileProblem: .noRemarks(rules: 8)
    case .noRemarks: .attributesRead(path: "a.csv", bodies: 3, without: 2, notLoaded: ["甲"])
    case .attributesRead:
      .defined(Definition(code: IndicatorCode("a"), formula: "b / c"), unit: .ratio)
    case .defined: .redefined(Definition(code: IndicatorCode("a"), formula: "b / c"))
    case .redefined: .firstRows(40, of: 100)
    case .firstRows: .partOfResult(2, of: 3)
    case .partOfResult: .named("x", rows: 3)
    case .named: .bodiesWithout(2)
    case .bodiesWithout: .note(LocalizedText(chinese: "说明。", english: "A note."))
    case .note: .waived(2, path: "waivers.yaml", comesBack: false)
    case .waived: .waiversRead(2, path: "waivers.yaml")
    case .waiversRead: .waivedFindings(2)
    case .waivedFindings: .waiver(.sample)
    case .waiver: .waiverVoid(.sample, .changed)
    case .waiverVoid: .moreFindings(7)
    case .moreFindings: .followingFindings(3)
    case .followingFindings: .followed(by: 2)
    case .followed: .follows("F50AVA9E9")
    case .follows: .unknownChecks(body: "甲", year: 2020, 7)
    case .unknownChecks: .moreUnknown(reports: 3)
    case .moreUnknown: .sides(left: Quantity(1), right: nil, difference: nil)
    case .sides: .basis(.layout, law: nil, note: nil)
    case .basis:
      .statement(
        Claim(
          kind: .none, meanings: [], value: .zero, printed: "", unit: "", sentence: "没有。",
          place: Place(line: 3), offset: 0))
    case .statement: .evidence(year: 2020, path: "a.html", digest: "00")
    case .evidence: .recording(path: "a.jsonl")
    case .recording: .recorded(path: "a.jsonl")
    case .recorded: .scriptWritten(path: "a.nb")
    case .scriptWritten: .scriptUpdated(path: "a.nb")
    case .scriptUpdated: .helpHead
    case .helpHead: .helpFoot
    case .helpFoot: .welcome(version: "1")
    case .welcome: .commandsUnderstood(7)
    case .commandsUnderstood: .moreErrors
    case .moreErrors: .took(.microseconds(12_345))
    case .took: .moreCandidates(7)
    case .moreCandidates: .searchPrompt(query: "x", isFound: false)
    case .searchPrompt: .noLineEditing(.notATerminal)
    case .noLineEditing: .historyNotKept(HistoryFileError(step: .opening, path: "a", code: 13))
    case .historyNotKept: nil
    }
  }
}

extension Waiver {
  static let sample = Waiver(
    rule: "T3.balance", body: "甲", year: 2020,
    observed: [ObservedCell(cell: "requests.new[firm]", value: "3")], reason: "r",
    until: CalendarDate("2020-01-31"))
}
