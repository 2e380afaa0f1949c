import Checking
import ReportModel

struct WaiversCommand: Command {
  static let manual = CommandManual(
    name: "waivers", chineseName: "豁免表", usage: "waivers [load FILE] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "已接受的发现，以及哪些豁免已失效", english: "what is accepted, and which waivers no longer hold"),
    details: LocalizedText(
      chinese: """
        load 读入一个豁免文件，此后 waive 也写入该文件。STORE 旁的 STORE.waivers.yaml 随 open 自动读入。
        状态：applies 有效；changed 数值已变；expired 已到期；unmatched 已无此发现；mismatched 编号属于
        另一发现；unchecked 未涉及。
        """,
      english: """
        With `load` reads a file of waivers, to which `waive` adds from then on; STORE.waivers.yaml
        beside a store is read when it is opened. State: applies; changed (a value is not what was
        accepted); expired; unmatched (there is no such finding any more); mismatched (its id is that
        of another finding than its rule, report and cells); unchecked (its rule or report is not
        here).
        """),
    examples: ["waivers", "waivers load waivers.yaml"])

  private let file: Token?
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    var file: Token?
    if let token = arguments.peek, token.kind == .word, LoadCommand.manual.isNamed(token.text) {
      _ = arguments.next()
      file = try arguments.takeText(.file)
    }
    var destination = DestinationClause()
    while try destination.take(from: &arguments) {}
    self.file = file
    self.destination = destination
  }

  private static let columns: [ResultColumn] = [
    Headings.text("state", "状态", "State"), Headings.rule, Headings.body, Headings.year,
    Headings.text("cells", "单元格", "Cells"), Headings.text("reason", "理由", "Reason"),
    Headings.text("evidence", "依据", "Evidence"), Headings.text("by", "豁免人", "By"),
    Headings.code("until", "至", "Until"), Headings.code("finding", "编号", "Finding"),
  ]

  func run(in session: Session) throws(ShellError) {
    if let file {
      let path = session.resolve(path: file.text)
      do {
        session.waiverBook = try WaiverBook(path: path, shown: file.text)
      } catch {
        throw error.at(file.range)
      }
      session.protect(file: path, shown: file.text)
      session.notice(.waiversRead(session.waiverBook.waivers.count, path: file.text))
      if destination.file == nil { return }
    }
    let waivers = session.waiverBook.waivers
    var lookup = ReportLookup(store: session.store)
    let panel = try session.panel()
    let result = try session.checkEverything()
    let review = try session.review(result, of: panel, lookup: &lookup)
    let rows = zip(waivers, review.states).map { waiver, state in
      [
        ResultValue.term(state.rawValue, state.label), .text(waiver.rule), .text(waiver.body),
        .count(waiver.year),
        .text(waiver.observed.map { "\($0.cell)=\($0.value)" }.joined(separator: "; ")),
        .text(waiver.reason), .text(waiver.evidence ?? ""), .text(waiver.by ?? ""),
        .text(waiver.until?.description ?? ""), .text(waiver.finding ?? ""),
      ]
    }
    let table = ResultTable(columns: Self.columns, rows: rows)
    try session.deliver(
      table,
      shown: table.without(["cells", "evidence"]).withoutColumns(["by", "until"], saying: ""),
      to: destination)
  }
}

extension WaiverReview.State {
  /// What people read in place of the code.
  var label: LocalizedText {
    switch self {
    case .applies: LocalizedText(chinese: "有效", english: "applies")
    case .changed: LocalizedText(chinese: "数值已变", english: "changed")
    case .expired: LocalizedText(chinese: "已到期", english: "expired")
    case .unmatched: LocalizedText(chinese: "已无此发现", english: "unmatched")
    case .mismatched: LocalizedText(chinese: "编号不符", english: "mismatched")
    case .unchecked: LocalizedText(chinese: "未涉及", english: "unchecked")
    }
  }
}
