import Bodies
import ReportModel
import ReportReading

struct AttributesCommand: Command {
  static let manual = CommandManual(
    name: "attributes", chineseName: "属性",
    usage: "attributes [FILE [all]] [for BODY…] [in YEARS] [where CONDITION] [to FILE [as FORMAT]]",
    summary: LocalizedText(
      chinese: "机关的区划、层级、领域、上级等属性", english: "region, level, sector and more of bodies"),
    details: LocalizedText(
      chinese: """
        FILE 为 CSV，一行一个机关：body 列为机关（全称，或只有一个机关含有的部分），其余列为 region（6 位区划
        代码）、level（nation、province、prefecture、county、township、zone 或 国家、省级、地级、县级、乡级、
        功能区）、sector、parent（上级机关）以及自定的列。空格子表示不说明。已载入报告中没有的机关是错误；
        写 all 则保留（须用全称；没有报告的机关 coverage 也会列出）。属性随数据保存。
        不写 FILE 则列出。没有给出的层级和领域由区划代码或名称推得，标记为 e；推不出的留空。
        属性可用于 by（by level, year）和 where（where level = "县级" and population > 100000）。
        规则以 parent 得知下级（children.），以层级和领域得知同类机关（peers.）。
        """,
      english: """
        FILE is CSV with a body a row: its column `body` names it (in full, or by a part that only
        one has), the others are region (administrative code of 6 digits), level (nation, province,
        prefecture, county, township, zone), sector, parent (the body right above) and columns of
        your own. An empty field says nothing. A body without reports is a mistake unless `all`
        stands behind FILE; then names are given in full, and `coverage` lists such bodies too. Attributes are kept with the reports.
        Without FILE they are listed. A level or sector that was not given is told by the region or
        the name, with the mark e, or left open where neither tells it.
        They serve in `by` (by level, year) and `where` (where level = "county" and
        population > 100000). By `parent` rules know the bodies below another (`children.`), by level
        and sector those of its kind (`peers.`).
        """),
    examples: ["attributes", "attributes counties.csv", "属性 机关.csv 全部"])

  private let file: Token?
  private let keepsUnknown: Bool
  private let selection: SelectionClause
  private let destination: DestinationClause

  init(reading arguments: inout ArgumentReader) throws(ShellError) {
    file = arguments.hasOperand ? try arguments.takeText(.file) : nil
    keepsUnknown = file != nil && arguments.take(.all)
    var selection = SelectionClause()
    var destination = DestinationClause()
    while try Clauses.take(&selection, &destination, from: &arguments) {}
    self.selection = selection
    self.destination = destination
  }

  var bringsAttributes: Bool { file != nil }

  func run(in session: Session) throws(ShellError) {
    if let file { try read(file, in: session) }
    guard file == nil || destination.file != nil else { return }
    let panel = try session.panel()
    let chosen = try selection.resolve(in: session)
    var counts: [String: Int] = [:]
    for report in try selection.reports(in: session) {
      counts[panel.reports[report].body, default: 0] += 1
    }
    let directory = try session.directory()
    var bodies = panel.bodies.filter { counts[$0] != nil }
    if chosen.bodies == nil, chosen.years == nil, chosen.condition == nil {
      let loaded = Set(panel.bodies)
      bodies += directory.table.bodies.filter { !loaded.contains($0) }
      bodies.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    let result = AttributesTable(directory: directory).table(of: bodies, reports: counts)
    // The region says both.
    try session.deliver(
      result, shown: result.without(["province", "prefecture"]), to: destination)
  }

  /// Whether a name means an indicator, or gives commands their shape: a condition could not tell
  /// which is meant.
  private func isTaken(_ name: String, in session: Session) -> Bool {
    let lowered = name.lowercased()
    return Keyword(name) != nil
      || session.catalog.indicators.all.contains { indicator in
        indicator.code.text == lowered || indicator.label.chinese == name
          || indicator.label.english.lowercased() == lowered
          || indicator.names.contains { $0.lowercased() == lowered }
      }
  }

  private func read(_ file: Token, in session: Session) throws(ShellError) {
    let path = session.resolve(path: file.text)
    let bodies = try session.panel().bodies
    guard keepsUnknown || !bodies.isEmpty else { throw ShellError(.nothingLoaded) }
    let records: [AttributeFile.Record]
    do {
      records = try CSVRecords.read(path: path).map {
        AttributeFile.Record(line: $0.line, fields: $0.fields)
      }
    } catch {
      if case .fileMissing = error { throw ShellError(.noSuchFile(file.text), at: file.range) }
      throw ShellError(.reading(file.text, error), at: file.range)
    }
    let table: AttributeTable
    let known = try session.directory().table
    do throws(AttributeProblem) {
      let attributes = try AttributeFile(records)
      for name in attributes.ownNames where isTaken(name, in: session) {
        throw attributes.problem(inColumn: name, .reservedName(name))
      }
      table = try attributes.table(for: bodies, keepsUnknown: keepsUnknown, over: known)
    } catch {
      let problem = error
      var nearest: [String] = []
      if case .unknownBody(let name) = problem.kind {
        nearest = NearestNames.of(name, amongPartsOf: bodies)
      }
      throw ShellError(.attributes(file.text, problem, nearest: nearest), at: file.range)
    }
    do {
      try session.store.add(table)
    } catch {
      throw ShellError(.store(nil, error), at: file.range)
    }
    session.attributesChanged()
    session.protect(file: path, shown: file.text)
    let loaded = Set(bodies)
    let given = table.bodies
    session.notice(
      .attributesRead(
        path: file.text, bodies: given.count, without: bodies.count { !Set(given).contains($0) },
        notLoaded: given.filter { !loaded.contains($0) }))
  }
}
