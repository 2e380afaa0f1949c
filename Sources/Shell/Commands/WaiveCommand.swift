import Checking
import ReportModel

struct WaiveCommand: Command {
  static let manual = CommandManual(
    name: "waive", chineseName: "豁免",
    usage: "waive FINDING… because \"REASON\" [evidence \"TEXT\"] [by \"NAME\"] [until DATE]",
    summary: LocalizedText(
      chinese: "说明理由，接受一条发现", english: "accept a finding, with the reason"),
    details: LocalizedText(
      chinese: """
        写入数据旁的豁免文件（YAML）：打开了 STORE 时为 STORE.waivers.yaml，否则为脚本所在文件夹（或当前
        文件夹）中的 waivers.yaml，或 waivers load 所读的文件。豁免连同当时的数值一起记录：数值变了、
        期限过了，豁免即失效，并由 check 指出；再次豁免同一发现，以新的为准。被豁免的发现照样列出，但不影响退出码。豁免总计未填的
        发现时，由它而来的不符一并豁免。
        """,
      english: """
        Goes into the file of waivers beside the data (YAML): STORE.waivers.yaml where a store is
        open, else waivers.yaml in the script's folder or the current one, or whichever file
        `waivers load` has read. A waiver is written for the values as they are: it ends when one of
        them changes or its last day has passed, and `check` says so; waiving the same finding again
        takes the old one's place. Findings that are waived are still listed, but do not make the run
        end with 1. Where totals were left out, what does not
        add up because of that is waived with it.
        """),
    examples: ["waive FINDING because \"corrected by letter of 2024-03-01\" until 2027-12-31"])

  private let ids: [Token]
  private let reason: Token
  private let evidence: Token?
  private let by: Token?
  private let until: (day: CalendarDate, token: Token)?

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    ids = try arguments.takeTexts(.findingID)
    guard arguments.take(.because) else { throw arguments.error(.expected(.reason)) }
    reason = try Self.text(.reason, from: &arguments)
    var evidence: Token?
    var by: Token?
    var until: (CalendarDate, Token)?
    while !arguments.isAtEnd {
      let start = arguments.nextRange
      if arguments.take(.evidence) {
        guard evidence == nil else { throw ShellError(.twice(.evidence), at: start) }
        evidence = try Self.text(.text, from: &arguments)
      } else if arguments.take(.by) {
        guard by == nil else { throw ShellError(.twice(.by), at: start) }
        by = try Self.text(.text, from: &arguments)
      } else if arguments.take(.until) {
        guard until == nil else { throw ShellError(.twice(.until), at: start) }
        let token = try arguments.takeText(.date)
        guard let day = CalendarDate(token.text) else {
          throw ShellError(.expected(.date), at: token.range)
        }
        until = (day, token)
      } else {
        break
      }
    }
    self.evidence = evidence
    self.by = by
    self.until = until
  }

  /// A text that says something.
  private static func text(
    _ expectation: Expectation, from arguments: inout ArgumentReader
  ) throws(ShellError) -> Token {
    let token = try arguments.takeText(expectation)
    guard token.text.contains(where: { !$0.isWhitespace }) else {
      throw ShellError(.expected(expectation), at: token.range)
    }
    return token
  }

  func run(in session: Session) throws(ShellError) {
    if let until, until.day < session.today {
      throw ShellError(.dayPassed(until.day), at: until.token.range)
    }
    var lookup = ReportLookup(store: session.store)
    var waivers: [Waiver] = []
    let named = try session.findings(meantBy: ids)
    for (token, finding) in zip(ids, named) where finding.outcome != .fail {
      throw ShellError(.notWaivable(finding.id), at: token.range)
    }
    for finding in try session.withFollowing(named) {
      waivers.append(
        Waiver(
          rule: finding.rule, body: finding.body, year: finding.year,
          observed: try lookup.observed(finding), reason: reason.text, evidence: evidence?.text,
          by: by?.text, until: until?.day, finding: finding.id))
    }
    var book = session.waiverBook
    if book.path == nil {
      let beside = session.storeName.map { WaiverBook.path(besideStore: $0) }
      let shown = beside ?? WaiverBook.pathWithoutStore
      book = try WaiverBook(
        path: session.source(
          beside == nil ? session.resolve(path: shown) : session.resolve(besideStore: shown),
          shown: shown), shown: shown,
        mayBeNew: true,
        isBesideStore: beside != nil)
    }
    if let path = book.path { session.protect(file: path, shown: book.shown) }
    let fresh = waivers.filter { !book.waivers.contains($0) }
    try book.add(fresh, writing: session)
    session.waiverBook = book
    session.notice(.waived(fresh.count, path: book.shown, comesBack: book.isBesideStore))
  }
}
